import { seenText } from './seen-text.ts'

const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\u301c]/g

/** Signs of half width, plain dashes, none that nobody sees: `ＡＢ－１２` and `AB–12` are `AB-12`. */
export const plainSigns = (text: string): string => seenText(text.normalize('NFKC')).replace(dashes, '-')

/** What somebody looks for, in the one notation that it is compared in; an input method of full width finds the same. */
export const askedText = (text: string): string => plainSigns(text).trim()

/** The same, and as it was typed where that differs: the numbers of a company may hold signs of full width. */
export const askedTexts = (text: string): string[] => [...new Set([askedText(text), text.trim()])]

/** A text of more words than this is looked for as a whole alone (`house`): nobody types so many to find one thing. */
const mostWords = 8

/** A telephone number in groups, as people read it out. */
const groups = /(?<=^|\s)\+?[\d()-]+(?:\s+[\d()-]+)+(?=\s|$)/g

/** The words of what somebody looks for, each once; a telephone number written in groups is one. */
export function askedWords(text: string): string[] {
  const whole = askedText(text)
  const joined = whole.replace(groups, (run) =>
    run.replaceAll(/\D/g, '').length < 7 ? run : run.replaceAll(/\s/g, ''),
  )
  const words = [...new Set(joined.split(/\s+/u))].filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length === 0 || words.length > mostWords ? [whole] : words
}
