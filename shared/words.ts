import { kitWords } from './kit/kit-words.ts'
import type { Words } from './kit/words.ts'

/** Every text by the prefix it has on screen: `<prefix>.<key>`. One line a feature, sorted. */
export const allWords = {
  kit: kitWords,
} as const satisfies Readonly<Record<string, Words>>
