const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The beginning of a text in at most `most` UTF-16 units, whole signs only: an emoji or a letter with its accent is kept or left out. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of signs.segment(text)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
