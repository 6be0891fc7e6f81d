import { languages, type Text } from '../kit/words.ts'
import type { Policy } from '../presets/schema.ts'
import { span } from '../presets/sentences.ts'
import { inWords } from './show.ts'
import { formsWords } from './words.ts'

/** What the words of a paper name of the policies it goes out under: 3 小时内能否上门, 打 3 次不通, 每次隔 10 分钟 (R044, R048, R049). */
export function paperFigures({ promise, contact }: Pick<Policy, 'promise' | 'contact'>): Record<string, Text> {
  const said = (textIn: (language: (typeof languages)[number]) => string) =>
    Object.fromEntries(languages.map((language) => [language, textIn(language)])) as Text
  const within = promise && span(promise.withinMinutes)
  return {
    promise: within
      ? said((language) => inWords(formsWords.promiseWithin, language, { span: within[language] }))
      : formsWords.promiseOpen,
    attempts: said(() => String(contact.attempts)),
    gapMinutes: said(() => String(contact.gapMinutes)),
  }
}
