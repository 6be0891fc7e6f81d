import { useEffect, useState } from 'react'

/** True once something has been pending for 150 ms: what answers sooner never flickers. */
export function useLate(isPending: boolean, afterMs = 150): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isPending, afterMs])
  return isPending && isLate
}
