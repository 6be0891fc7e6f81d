/** A text cut around the part that was searched for. */
export interface MarkedPart {
  text: string
  isHit: boolean
}

/**
 * Marks what was typed inside what matched, blanks and capitals aside: `5678` in `138 **** 5678`, `青禾` in a name. Pinyin
 * and other indirect matches mark nothing.
 */
export function marked(text: string, query: string): MarkedPart[] {
  const letters = [...text].map((letter, at) => ({ letter: letter.normalize('NFKC').toLowerCase(), at }))
  const solid = letters.filter(({ letter }) => !/[\s-]/.test(letter))
  const needle = [...query.normalize('NFKC').toLowerCase()].filter((letter) => !/[\s-]/.test(letter))
  const hay = solid.map(({ letter }) => letter)
  const found =
    needle.length === 0 ? -1 : hay.findIndex((_, at) => needle.every((letter, step) => hay[at + step] === letter))
  const first = solid[found]
  const last = solid[found + needle.length - 1]
  if (!first || !last) return [{ text, isHit: false }]
  const cut = [...text]
  const part = (from: number, to: number, isHit: boolean) => ({ text: cut.slice(from, to).join(''), isHit })
  return [part(0, first.at, false), part(first.at, last.at + 1, true), part(last.at + 1, cut.length, false)].filter(
    ({ text: each }) => each !== '',
  )
}
