import { useEffect, useState } from 'react'

/** State of a menu or a panel that opens over the page. While it is open Esc closes it and reaches nothing behind it, wherever the focus stands. */
export function useMenu(): { opened: boolean; onChange: (opened: boolean) => void } {
  const [opened, onChange] = useState(false)
  useEffect(() => {
    if (!opened) return
    const takeEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      onChange(false)
    }
    // Before the menu itself hears of it: closed by then, it could not keep the key from the page.
    window.addEventListener('keydown', takeEscape, { capture: true })
    return () => window.removeEventListener('keydown', takeEscape, { capture: true })
  }, [opened])
  return { opened, onChange }
}
