import { useTranslation } from 'react-i18next'
import { isRefusal, problemOf } from '../app/api.ts'
import { ErrorNote, type WayOut } from './ErrorNote.tsx'

/**
 * Above what still stands on screen: the station gives it no more, it went to somebody else or is gone. Nothing where the error is none of these:
 * a station that is silent for a while takes nothing away.
 */
export function RefusedNote({ error, wayOut }: { error: unknown; wayOut?: WayOut }) {
  const { t } = useTranslation()
  const { failure } = problemOf(error)
  if (!failure || !isRefusal(error)) return null
  return (
    <ErrorNote
      what={t(failure.text, failure.facts)}
      safe={t('kit.error.refused.safe')}
      {...(wayOut ? { wayOut } : {})}
    />
  )
}
