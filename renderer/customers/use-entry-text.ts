import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../shared/customers/schema.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { entryTellers } from '../entry-tellers.ts'
import { companyDay, companyTime } from '../kit/station-clock.ts'
import { dotted, type EntryText } from '../kit/timeline-entry.ts'
import { useNow } from '../kit/use-now.ts'
import { exactTime, shortDay, shortWhen } from '../kit/when.ts'

/** What an entry says, and how long it took: 4 分 10 秒 of a call, else empty. */
export interface ShownText extends EntryText {
  length: string
}

/** The sentence parts of an entry, by the feature that brought it. Of a kind this page does not know yet it says what was written. */
export function useEntryText(entry: TimelineEntry, products: readonly ProductRow[]): ShownText {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const product = products.find(({ id }) => id === entry.productId)
  const thing = product ? [product.name, product.model].filter(Boolean).join(' ') : ''
  const when = (at: string) => shortWhen(at, nowAt, i18n.language, t, true)
  const said = entryTellers[entry.kind]?.tell({ entry, thing, t, when })
  return {
    ...(said ?? { word: '', what: dotted(entry.title, entry.detail), more: dotted(thing, entry.by) }),
    length: entry.seconds === null ? '' : lengthText(entry.seconds, t),
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
