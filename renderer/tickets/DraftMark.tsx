import { useTranslation } from 'react-i18next'
import { useOutbox } from '../app/outbox.ts'
import look from './FormFrame.module.css'
import type { KeptSteps } from './step-draft.ts'
import type { Step } from './steps.ts'

interface DraftMarkProps {
  step: Step
  kept: KeptSteps | null
  open: Step | null
}

/** Beside the name of a step that was begun and left: a draft, waiting for the station, or sent later and refused. */
export function DraftMark({ step, kept, open }: DraftMarkProps) {
  const { t } = useTranslation()
  const outbox = useOutbox()
  const draft = kept?.[step]?.kept
  if (!draft || open === step) return null
  const sent = outbox.find(({ id }) => id === draft.id)
  return (
    <span className={look.mark}>
      {t(!sent ? 'tickets.draft.mark' : sent.refused === null ? 'tickets.draft.waiting' : 'tickets.draft.refused')}
    </span>
  )
}
