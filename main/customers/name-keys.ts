import { pinyin } from 'pinyin-pro'

/** What a name is found by: equality without spaces, full pinyin, initials. Whole names, never per character (重庆 → cq). */
export interface NameKeys {
  nameKey: string
  pinyin: string
  initials: string
}

const longest = 40

export function nameKeysOf(name: string): NameKeys {
  const nameKey = name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase().slice(0, longest)
  const spell = (pattern: 'pinyin' | 'first') =>
    pinyin(nameKey, { pattern, toneType: 'none', surname: 'head', type: 'array' })
      .join('')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 120)
  return { nameKey, pinyin: spell('pinyin'), initials: spell('first') }
}
