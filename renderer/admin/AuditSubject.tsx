import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { pageOfSubject } from '../../shared/admin/audit-text.ts'
import { api } from '../app/api.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './settings.module.css'
import { useAuditSpeech } from './use-audit-speech.ts'

/** Says whose entries alone are listed, with its page and the way back to all. */
export function AuditSubject({ subject, onAll }: { subject: string; onAll: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { about } = useAuditSpeech()
  const { data } = useQuery(api.admin.audit.queryOptions({ subject, limit: 1 }))
  const [entry] = data?.rows ?? []
  const page = pageOfSubject(subject)
  return (
    <div className={look.bar}>
      <span className={look.cut}>{t('admin.audit.only', { subject: entry ? about(entry) : '' })}</span>
      <span className={look.end}>
        {page ? (
          <KeyButton isSmall onClick={() => navigate(page)}>
            {t('admin.audit.open')}
          </KeyButton>
        ) : null}
        <KeyButton isSmall onClick={onAll}>
          {t('admin.audit.all')}
        </KeyButton>
      </span>
    </div>
  )
}
