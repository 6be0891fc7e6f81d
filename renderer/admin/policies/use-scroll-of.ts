import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Keeps how far each part of a page was scrolled and goes back there when it is shown again. The ref is for the page inside of what scrolls. */
export function useScrollOf(part: string): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null)
  const tops = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    const scrolls = page.current?.parentElement
    if (!scrolls) return
    const kept = tops.current
    scrolls.scrollTop = kept.get(part) ?? 0
    const note = () => kept.set(part, scrolls.scrollTop)
    scrolls.addEventListener('scroll', note)
    return () => scrolls.removeEventListener('scroll', note)
  }, [part])
  return page
}
