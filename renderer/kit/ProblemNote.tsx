import { useTranslation } from 'react-i18next'
import { problemOf } from '../app/api.ts'
import { ErrorNote, type WayOut } from './ErrorNote.tsx'

interface ProblemNoteProps {
  error: unknown
  onRetry?: () => void
  wayOut?: WayOut
}

/** A failed call in the member's words: a refusal by its own text, a defect with its incident, a silent station. */
export function ProblemNote({ error, onRetry, wayOut }: ProblemNoteProps) {
  const { t } = useTranslation()
  const { failure, incident, away } = problemOf(error)
  const ways = { ...(onRetry ? { onRetry } : {}), ...(wayOut ? { wayOut } : {}) }
  if (failure) return <ErrorNote what={t(failure.text, failure.facts)} {...ways} />
  if (away) {
    return (
      <ErrorNote
        what={t('kit.error.away.what')}
        safe={t('kit.error.away.safe')}
        todo={t('kit.error.away.todo')}
        {...ways}
      />
    )
  }
  const number = incident ? { incident } : {}
  return <ErrorNote what={t('kit.error.defect.what')} todo={t('kit.error.defect.todo')} {...number} {...ways} />
}
