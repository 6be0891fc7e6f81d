import type { Icon } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { TimelineEntry } from '../../shared/customers/schema.ts'

/** What a feature has in hand to say an entry: `thing` is the product as the customer's archive names it now, empty where it names none. */
export interface EntryFacts {
  entry: TimelineEntry
  thing: string
  t: TFunction
  /** 今天 14:00: an instant of the entry beside the station's time. */
  when: (at: string) => string
}

/** An entry as a person says it: the word of its kind, what it was about, who and on what. */
export interface EntryText {
  word: string
  what: string
  more: string
}

/** How a feature shows one kind of the entries it brings to a customer's timeline (往来). */
export interface EntryTeller {
  sign: (entry: TimelineEntry) => Icon
  tell: (facts: EntryFacts) => EntryText
  /** In one line, beside the desk's form. */
  brief: (facts: EntryFacts) => string
}

/** Tellers by kind (`<feature>.<thing>`). */
export type EntryTellers = Readonly<Record<string, EntryTeller>>

/** Parts of a sentence that are there, with a dot between. */
export const dotted = (...parts: string[]): string => parts.filter(Boolean).join(' · ')

/** Words of a line that are there, with a space between. */
export const spaced = (...parts: string[]): string => parts.filter(Boolean).join(' ')
