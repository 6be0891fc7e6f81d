import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ImportProgress } from '../../shared/customers/schema.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { ProgressBar } from '../kit/ProgressBar.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import look from './Import.module.css'

/** How far a run is, how it ended, and the file of the rows rejected or to check. */
export function ImportRun({ progress, onStop }: { progress: ImportProgress; onStop: () => void }) {
  const { t } = useTranslation()
  const { state, done, total, summary, reportHash, failure } = progress
  if (state === 'failed')
    return <ErrorNote what={failure ? t(failure.text, { ...failure.facts }) : t('customers.failure.importBroken')} />
  if (state === 'cancelled') return <p className={look.line}>{t('customers.importScreen.cancelled')}</p>
  if (state === 'done' && summary)
    return (
      <div className={look.line} role="status">
        <Verdict kind="ok">{t('customers.importScreen.done', { ...summary })}</Verdict>
        {reportHash ? (
          <a className={look.link} href={`/files/${reportHash}`} download>
            {t('customers.importScreen.report')}
          </a>
        ) : null}
        <Link className={look.link} href="/customers">
          {t('customers.importScreen.openList')}
        </Link>
      </div>
    )
  const label = state === 'reading' ? t('customers.importScreen.reading') : t('customers.importScreen.writing')
  return (
    <div className={look.line}>
      <ProgressBar label={label} done={done} {...(total > 0 ? { total } : {})} onStop={onStop} />
    </div>
  )
}
