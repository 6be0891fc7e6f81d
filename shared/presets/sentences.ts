import { languages, type Language, type Text } from '../kit/words.ts'
import type { ClockPolicy, SpokenPart } from './schema.ts'
import { spanWords } from './span-words.ts'

/** What stands for the `{{facts}}` of a text. */
export type Facts = Readonly<Record<string, string | number | Text>>

/** A text made in each language. */
export const everyLanguage = (make: (language: Language) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, string>

/** A text with its `{{facts}}` filled in; a fact may itself be a text. */
export function filled(text: Text, facts: Facts): Text {
  return everyLanguage((language) =>
    text[language].replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      const fact = facts[name] ?? ''
      return typeof fact === 'object' ? fact[language] : String(fact)
    }),
  )
}

/** Texts behind one another, with a sign between. */
export const listed = (texts: readonly Text[], between: Text) =>
  everyLanguage((language) => texts.map((text) => text[language]).join(between[language]))

/** What stands between the parts of a sentence. */
export const phrase: Text = { 'zh-CN': '，', 'zh-TW': '，', en: ', ' }

/** Parts of an opening or closing as one sentence: 您好，禾炊厨具，请问有什么可以帮您？ */
export function spoken(parts: readonly SpokenPart[], companyName: string): Text {
  return filled(
    listed(
      parts.map((part) => part.text),
      phrase,
    ),
    { company: companyName },
  )
}

/** A limit in the words of the trade: 10 分钟, 3 小时. */
export function span(minutes: number): Text {
  return minutes >= 60 && minutes % 30 === 0
    ? filled(spanWords['span.hours'], { n: minutes / 60 })
    : filled(spanWords['span.minutes'], { n: minutes })
}

/** The limit of a clock in the words of the trade: 10 分钟, 当天, 5 个工作日. */
export function limitText({ hours, limitMinutes }: Pick<ClockPolicy, 'hours' | 'limitMinutes'>): Text {
  if (hours === 'clock' || hours === 'working') return span(limitMinutes)
  if (limitMinutes === 0) return spanWords['span.sameDay']
  return filled(spanWords[`span.${hours}`], { n: limitMinutes / 1440 })
}

/** Parts of a sentence, so that the marked figures can be set bold. */
export function boldParts(sentence: string): { text: string; isBold: boolean }[] {
  return sentence
    .split('**')
    .map((text, at) => ({ text, isBold: at % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
