import { pinyin } from 'pinyin-pro'

/** What a name is found by: equality without spaces, full pinyin with v for ü, initials. Whole names, never per character (重庆 → cq). */
export interface NameKeys {
  nameKey: string
  pinyin: string
  initials: string
}

const longest = 40

/** A customer and its first contact mostly bear one name, and are written one after the other. */
let last: { name: string; keys: NameKeys } | null = null

/** The keys of one name, made once where it comes twice in a row. Slow compared with a look-up: do it when writing. */
export function nameKeysOf(name: string): NameKeys {
  if (last?.name === name) return { ...last.keys }
  const whole = name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()
  // By signs, not by their halves: no cursor carries half of one.
  const nameKey = [...whole].slice(0, longest).join('')
  const syllables = pinyin(nameKey, { toneType: 'none', surname: 'head', type: 'array' })
  const spell = (parts: string[]) =>
    parts
      .join('')
      .toLowerCase()
      .replaceAll('ü', 'v')
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 120)
  const keys = {
    nameKey,
    pinyin: spell(syllables),
    initials: spell(syllables.map((syllable) => [...syllable][0] ?? '')),
  }
  last = { name, keys }
  return { ...keys }
}

/** Spellings of names that lists were lately sorted by; a list of one firm names the same people again and again. */
const spelled = new Map<string, string>()
const mostSpelled = 50_000

/** What a name is sorted by, as the archive sorts it: how it is spelled, and equal spellings by their characters. */
export function nameOrder(name: string): string {
  const known = spelled.get(name)
  if (known !== undefined) return known
  const { pinyin: spelling, nameKey } = nameKeysOf(name)
  const order = `${spelling} ${nameKey}`
  if (spelled.size >= mostSpelled) spelled.clear()
  spelled.set(name, order)
  return order
}

/** More spellings of one text than this are nobody's. */
const mostSpellings = 8

/** The stored spellings that a typed one may mean: lü is stored as lv, and written lv, lyu (on passports) or plainly lu. */
export function spellingsOf(typed: string): string[] {
  const plain = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/([ln])yu/g, '$1v')
  let spellings = ['']
  for (const part of plain.split(/(?<=[ln])(?=u)/)) {
    const either = spellings.flatMap((before) =>
      part.startsWith('u') && /[ln]$/.test(before)
        ? [`${before}${part}`, `${before}v${part.slice(1)}`]
        : [`${before}${part}`],
    )
    spellings = either.slice(0, mostSpellings)
  }
  return spellings
}
