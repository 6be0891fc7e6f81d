import type { CellSpeech } from '../../shared/lists/column.ts'
import type { Language, Words } from '../../shared/kit/words.ts'
import { allWords } from '../../shared/words.ts'

/** Speaks the texts of the pages in a file: the same keys, facts and plurals. A key without a text stands as it is. */
export function speechIn(language: Language, zone: string, choices: CellSpeech['choices']): CellSpeech {
  return {
    language,
    zone,
    choices,
    say: (key, facts = {}) => {
      const dot = key.indexOf('.')
      const words: Words = (allWords as Readonly<Record<string, Words>>)[key.slice(0, dot)] ?? {}
      const name = key.slice(dot + 1)
      const text = words[name] ?? words[`${name}_${facts['count'] === 1 ? 'one' : 'other'}`]
      if (!text) return key
      return text[language].replaceAll(/\{\{(\w+)\}\}/g, (whole, fact: string) => String(facts[fact] ?? whole))
    },
  }
}
