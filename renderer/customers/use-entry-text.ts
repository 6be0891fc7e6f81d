import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../shared/customers/schema.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { companyDay, companyTime } from '../kit/station-clock.ts'
import { useNow } from '../kit/use-now.ts'
import { exactTime, shortDay, shortWhen } from '../kit/when.ts'

/** An entry as a person says it: the word of its kind, what it was about, who and on what, how long. */
export interface EntryText {
  word: string
  what: string
  more: string
  /** 4 分 10 秒 of a call, else empty. */
  length: string
}

/** The sentence parts of an entry. */
export function useEntryText(entry: TimelineEntry, products: readonly ProductRow[]): EntryText {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const product = products.find(({ id }) => id === entry.productId)
  const thing = product ? [product.name, product.model].filter(Boolean).join(' ') : ''
  const by = entry.by ? t(`customers.timeline.by.${entry.kind}`, { name: entry.by }) : ''
  const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ')
  const word = entry.outcome
    ? t(`intake.outcome.${entry.outcome}`)
    : t(`customers.kind.${entry.kind === 'call' && entry.title === 'out' ? 'callOut' : entry.kind}`)
  const length = entry.seconds === null ? '' : lengthText(entry.seconds, t)
  switch (entry.kind) {
    case 'call':
      return { word, what: entry.detail, more: by, length }
    case 'register':
      return { word, what: entry.title, more: joined(thing || entry.detail, by), length }
    case 'dispatch': {
      const visit = entry.detail
        ? t('customers.timeline.visit', { time: shortWhen(entry.detail, nowAt, i18n.language, t, true) })
        : ''
      return { word, what: joined(entry.title, visit), more: joined(entry.reason, thing, by), length }
    }
    case 'cancel':
      return { word, what: joined(entry.title, entry.reason), more: thing || entry.detail, length }
    case 'result':
      return { word, what: entry.title, more: joined(thing || entry.detail, by), length }
    case 'chase':
    case 'note':
    case 'created':
      return { word, what: joined(entry.title, entry.detail), more: joined(thing, by), length }
  }
}

/** 4 分 10 秒; under a minute the seconds alone. */
export function lengthText(seconds: number, t: TFunction): string {
  const facts = { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }
  return t(facts.minutes === 0 ? 'customers.timeline.seconds' : 'customers.timeline.length', facts)
}

/** Day and time of an entry on two lines: 今天 10:36, 11-19 16:20. In an older year the day stands under its year. */
export function dayAndTime(
  at: string,
  nowAt: string,
  language: string,
  t: TFunction,
): { day: string; time: string; exact: string } {
  const on = companyDay(at)
  const isThisYear = on.slice(0, 4) === companyDay(nowAt).slice(0, 4)
  return {
    day: isThisYear ? shortDay(on, nowAt, t) : on.slice(5),
    time: companyTime(at),
    exact: exactTime(at, language),
  }
}
