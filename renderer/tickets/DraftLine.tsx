import { useTranslation } from 'react-i18next'
import { sayNotice } from '../kit/notices.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import look from './FormFrame.module.css'
import type { StepDraft } from './use-step-form.ts'

/** 草稿: the form goes on where it was left; typed before the ticket went on it waits to be taken, nothing is filled in by itself. */
export function DraftLine({ draft }: { draft: StepDraft }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  if (draft.state === 'none') return null
  const discard = () => sayNotice(t('tickets.draft.discarded'), { undo: draft.discard() })
  return (
    <p className={look.draft} role="status">
      <strong>{t('tickets.draft.mark')}</strong>
      {draft.savedAt ? <WhenText at={draft.savedAt} nowAt={nowAt} /> : null}
      {draft.state === 'stale' ? <span>{t('tickets.draft.stale')}</span> : null}
      {draft.state === 'stale' ? (
        <KeyButton isSmall onClick={draft.take}>
          {t('tickets.draft.take')}
        </KeyButton>
      ) : null}
      <KeyButton isSmall look="quiet" onClick={discard}>
        {t('tickets.draft.discard')}
      </KeyButton>
    </p>
  )
}
