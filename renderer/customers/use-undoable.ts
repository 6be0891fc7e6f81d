import { useEffect, useRef } from 'react'

/** A way back that outlives the render it was offered in: it acts on what the form is when it is pressed. */
export function useUndoable<Row>(restore: (row: Row, at: number) => void): (row: Row, at: number) => void {
  const latest = useRef(restore)
  useEffect(() => {
    latest.current = restore
  })
  return (row, at) => latest.current(row, at)
}
