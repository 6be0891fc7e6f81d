import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation()
  return (error) => {
    const { failure, incident, away } = problemOf(error)
    if (failure)
      return { what: t(failure.text, { ...failure.facts }), ...(failure.field ? { field: failure.field } : {}) }
    if (away) return { what: t('kit.error.away.what'), todo: t('kit.error.away.todo') }
    return { what: t('kit.error.defect.what'), todo: t('kit.error.defect.todo'), ...(incident ? { incident } : {}) }
  }
}
