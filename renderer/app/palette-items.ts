import { useEffect, useRef } from 'react'

/** One line of the palette: already in the member's language. */
export interface PaletteItem {
  id: string
  text: string
  /** Dim, after the text: number, place. */
  note?: string
  keys?: readonly string[]
  run: () => void
}

/** Answers a query with lines; found by name, number or pinyin as it likes. Called as the member types, 150 ms apart. */
export interface PaletteSource {
  id: string
  /** Translated head above its lines. */
  title: string
  find: (query: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>
}

const sources = new Map<string, PaletteSource>()

/** Adds a source to the palette while the component stands, for example customers by name. */
export function usePaletteSource(source: PaletteSource): void {
  const latest = useRef(source)
  useEffect(() => {
    latest.current = source
  })
  const { id, title } = source
  useEffect(() => {
    sources.set(id, { id, title, find: (query, signal) => latest.current.find(query, signal) })
    return () => {
      sources.delete(id)
    }
  }, [id, title])
}

/** What every source answers; a source that fails answers nothing, the others stay. */
export async function askSources(query: string, signal: AbortSignal) {
  const answers = await Promise.allSettled([...sources.values()].map((source) => source.find(query, signal)))
  return [...sources.values()].map(({ title }, index) => {
    const answer = answers[index]
    return { title, items: answer?.status === 'fulfilled' ? answer.value : [] }
  })
}

/** Whether a line fits what was typed: every word of it, anywhere, capitals alike. */
export function fits(text: string, query: string): boolean {
  const hay = text.toLocaleLowerCase()
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
