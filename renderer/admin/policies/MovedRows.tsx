import { useTranslation } from 'react-i18next'
import type { MovedLimitRow } from '../../../shared/admin/policy-schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { useNow } from '../../kit/use-now.ts'
import { WhenText } from '../../kit/WhenText.tsx'
import look from './policy.module.css'

/** Limits and how they move: whose, which, from when to when. A limit that stands still has no instant. */
export function MovedRows({ rows }: { rows: readonly MovedLimitRow[] }) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  return (
    <ul className={look.plainList}>
      {rows.map((row) => (
        <li key={row.nth} className={look.moved}>
          <span>
            {row.customerName} {row.clock === '' ? '' : row.clockText[i18n.language as Language]}
          </span>
          <span>
            {row.clock === '' ? (
              t('admin.policy.cases.noLimit')
            ) : (
              <>
                {row.beforeAt ? <WhenText at={row.beforeAt} nowAt={nowAt} /> : '—'} →{' '}
                <strong>{row.afterAt ? <WhenText at={row.afterAt} nowAt={nowAt} /> : '—'}</strong>
              </>
            )}
          </span>
          <a className={look.dim} href={`#/tickets/${row.ticketId}`}>
            {row.number}
          </a>
        </li>
      ))}
    </ul>
  )
}
