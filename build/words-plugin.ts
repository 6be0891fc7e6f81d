import type { Plugin } from 'vite'
import { languages } from '../shared/kit/words.ts'
import { allWords } from '../shared/words.ts'
import type { Words } from '../shared/kit/words.ts'

const whole = 'virtual:words'
const part = /^virtual:words\/(?<language>[\w-]+)\/(?<prefix>\w+)$/
/** Marks an id as made here, so that no other plugin looks for it on the disk. */
const own = '\0'

/**
 * The texts as the pages fetch them: `virtual:words` lists a loader for each language and prefix, and each is a file of its
 * own with the full keys of one prefix in one language. A seat fetches the language it speaks and nothing of the others.
 */
export function wordsByLanguage(): Plugin {
  const byPrefix: Readonly<Record<string, Words>> = allWords
  const loaders = (language: string) =>
    Object.keys(byPrefix).map((prefix) => `${prefix}: () => import('${whole}/${language}/${prefix}')`)
  return {
    name: 'words-by-language',
    resolveId: (id) => (id === whole || part.test(id) ? own + id : undefined),
    load: (id) => {
      if (id === own + whole)
        return `export const loaders = { ${languages.map((code) => `'${code}': { ${loaders(code).join(', ')} }`).join(', ')} }`
      const { language, prefix = '' } = part.exec(id.slice(own.length))?.groups ?? {}
      const code = languages.find((known) => known === language)
      if (!id.startsWith(own) || !code) return undefined
      const texts = Object.entries(byPrefix[prefix] ?? {}).map(([key, text]) => [`${prefix}.${key}`, text[code]])
      return `export const texts = ${JSON.stringify(Object.fromEntries(texts))}`
    },
  }
}
