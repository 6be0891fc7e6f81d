import { pinyin } from 'pinyin-pro'

/** What a name is found by: equality without spaces, full pinyin, initials. Whole names, never per character (重庆 → cq). */
export interface NameKeys {
  nameKey: string
  pinyin: string
  initials: string
}

const longest = 40

/** A customer and its first contact mostly bear one name, and are written one after the other. */
let last: { name: string; keys: NameKeys } | null = null

export function nameKeysOf(name: string): NameKeys {
  if (last?.name === name) return { ...last.keys }
  const nameKey = name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase().slice(0, longest)
  const syllables = pinyin(nameKey, { toneType: 'none', surname: 'head', type: 'array' })
  const spell = (parts: string[]) =>
    parts
      .join('')
      .toLowerCase()
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
