import { useTranslation } from 'react-i18next'
import type { FailureData } from '../../shared/kit/failure.ts'
import { problemOf } from './api.ts'

/** A problem as sentences: what happened, what to do, the field it stands beside, the incident of a defect. */
export interface ProblemText {
  what: string
  todo?: string
  field?: string
  incident?: string
}

/** Turns whatever a call threw into sentences in the member's language. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t, i18n } = useTranslation()
  return (error) => {
    const { failure, incident, away } = problemOf(error)
    if (failure)
      return {
        what: t(failure.text, { ...factsIn(failure.facts, i18n.language) }),
        ...(failure.field ? { field: failure.field } : {}),
      }
    if (away) return { what: t('kit.error.away.what'), todo: t('kit.error.away.todo') }
    return { what: t('kit.error.defect.what'), todo: t('kit.error.defect.todo'), ...(incident ? { incident } : {}) }
  }
}

/** The facts of a failure as a language says them (see `textFacts`). */
const factsIn = (facts: FailureData['facts'] = {}, language: string): FailureData['facts'] =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]): [string, string | number][] => {
      const [plain, of] = name.split('@')
      return of === undefined ? [[plain!, facts[`${plain}@${language}`] ?? value]] : []
    }),
  )
