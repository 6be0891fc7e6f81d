import { dayOf, timeOf } from '../kit/calendar.ts'
import type { FieldEntry } from '../kit/field-entry.ts'
import type { Language } from '../kit/words.ts'
import { choiceText, type KnownChoices } from '../presets/offered.ts'

/** In which words and on whose clock a cell is written. */
export interface CellSpeech {
  /** The text of a key; facts fill it. */
  say: (key: string, facts?: Record<string, string | number>) => string
  language: Language
  /** The company's zone. */
  zone: string
  choices: KnownChoices
}

/** A column of a list as its file has it: the screen and the station read the same. */
export interface FileColumn<Row> {
  /** As in `columnIdsSchema`. */
  id: string
  /** Text key. */
  title: string
  text: (row: Row, speech: CellSpeech) => string | number | boolean | null
  /** Telephone or address: whole only with a second person's consent. */
  isPersonal?: true
  /** Written by hand, so that a telephone number may stand in it: covered where the file is not whole. */
  isFreeText?: true
}

/** An instant as spreadsheets read it, on the company's clock: `2026-11-20 10:36`, empty for none. */
export const stampText = (at: string | null, zone: string): string =>
  at === null ? '' : `${dayOf(at, zone)} ${timeOf(at, zone)}`

/** The columns of the fields that say they stand in the list. */
export const fieldColumns = (fields: readonly FieldEntry[]): FileColumn<Readonly<Record<string, unknown>>>[] =>
  fields
    .filter(({ listed }) => listed)
    .map(({ key, label, words, sight, shape: { kind, list } }) => ({
      id: key,
      title: label,
      text: ({ [key]: value }, { say, language, choices }) => {
        if (typeof value !== 'string') return ''
        if (list) return choiceText(choices[list], value, language)
        return words ? say(`${words}.${value}`) : value
      },
      ...(sight ? { isPersonal: true } : {}),
      ...(kind === 'line' || kind === 'longText' ? { isFreeText: true } : {}),
    }))
