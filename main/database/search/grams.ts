/** Longest text indexed, in characters: longer than the longest field, also where its signs are written out (㎏ is two); a hostile cell is longer. */
const longestIndexed = 8000

/** What the index and a query agree on: lower case, half width, letters and digits of any script only. */
export function indexable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Every two neighbouring characters of a text, in order: `青禾路` → 青禾, 禾路. One character alone stands for itself. */
export function gramsOf(text: string): string[] {
  const characters = [...indexable(text)].slice(0, longestIndexed)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** The first text that no longer starts with `prefix`: `col >= prefix AND col < after(prefix)` is an indexed prefix search. */
export function afterPrefix(prefix: string): string {
  const last = prefix.codePointAt(prefix.length - 1) ?? 0
  return `${prefix.slice(0, -1)}${String.fromCodePoint(last + 1)}`
}
