import type { TFunction } from 'i18next'
import type { VisitProblem } from '../../shared/kit/visit-time.ts'
import { dayProblem } from './day-text.ts'

const texts = { past: 'intake.visitPast', unclear: 'intake.visitUnclear' } as const

/** What to say of a visit that was typed and is no time to agree (see `understandVisit`); undefined where there is nothing to say. */
export function visitProblem(text: string, problem: VisitProblem | null | undefined, t: TFunction): string | undefined {
  if (!problem || text.trim() === '') return undefined
  if (problem !== 'unreadable') return t(texts[problem])
  const [day = '', hour] = text.trim().split(/\s+/, 2)
  return hour === undefined ? t('intake.visitOdd') : dayProblem(day, t, t('intake.visitOdd'))
}
