import type { TFunction } from 'i18next'
import type { HistoryLine, HistoryStep } from '../../shared/history/schema.ts'
import { formatCents } from '../../shared/kit/money.ts'
import type { Language } from '../../shared/kit/words.ts'
import { choiceText, type KnownChoices } from '../../shared/presets/offered.ts'
import { shortWhen } from '../kit/when.ts'

/** A value as a person reads it; null stays null: the reader's role does not see it. */
export function valueText(
  { as }: Pick<HistoryLine, 'as'>,
  value: string | null,
  { t, language, nowAt, known }: { t: TFunction; language: string; nowAt: string; known: KnownChoices },
): string | null {
  if (value === null || value === '') return value
  if (as === 'code') return isKey(value) ? t(value) : value
  if (as === 'categories' || as === 'faults' || as === 'levels' || as === 'beforeLeaving') {
    const texts = value.split(' ').map((code) => choiceText(known[as], code, language as Language))
    return new Intl.ListFormat(language).format(texts)
  }
  if (as === 'policies')
    return value
      .split('+')
      .map((n) => t('history.policies.version', { n }))
      .join(' + ')
  if (as === 'instant') return shortWhen(value, nowAt, language, t, true)
  if (as === 'cents') return formatCents(Number(value), language as Language)
  if (as === 'flag') return t(value === 'true' || value === '1' ? 'history.flag.yes' : 'history.flag.no')
  return value
}

/** A code has a text key; what somebody wrote in its place stands as it was written. */
const isKey = (value: string): boolean => /^[a-z]+(\.[\w-]+)+$/.test(value)

/** Which steps a reader wants to see. */
export type HistoryFilter = 'all' | 'own' | 'removed'

/** Whether the filter of the pane lets a step through. */
export function isWanted(step: HistoryStep, filter: HistoryFilter): boolean {
  if (filter === 'own') return step.isOwn
  return filter === 'all' || step.lines.some(({ what }) => what === 'remove')
}
