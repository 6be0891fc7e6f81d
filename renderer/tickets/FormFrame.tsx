import { IconAlertOctagon } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/hotkeys.ts'
import { Icon } from '../kit/Icon.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerForm } from '../kit/LedgerForm.tsx'
import { DraftLine } from './DraftLine.tsx'
import { GoneOnLine } from './GoneOnLine.tsx'
import look from './FormFrame.module.css'
import type { StepDraft } from './use-step-form.ts'

interface FormFrameProps {
  /** What the form is, translated: 派工. */
  title: string
  /** `LedgerBlock`s. Cells with `isGap` are led to. */
  children: ReactNode
  /** Required fields still empty; the button says so and leads to the first. */
  missing: number
  /** A verb for the button; F9 presses it. */
  submit: string
  onSubmit: () => void
  onCancel: () => void
  isSending: boolean
  /** A refusal that belongs to no field. */
  problem: string | null
  /** What was kept of an earlier try. */
  draft?: StepDraft
}

/** A step as a form in place: it takes the caret, F9 saves, Esc folds it up, gaps are led to. */
export function FormFrame(props: FormFrameProps) {
  const { title, children, missing, submit, onSubmit, onCancel, isSending, problem, draft } = props
  const { t } = useTranslation()
  const form = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLElement>(null)
  const [wasTried, setTried] = useState(false)
  const goneOnLine = useRef<HTMLParagraphElement>(null)
  const goneOn = isSending ? null : (draft?.goneOn ?? null)
  const send = () => {
    setTried(true)
    if (goneOn) return goneOnLine.current?.querySelector('button')?.focus()
    if (missing > 0 && form.current && focusFirstGap(form.current)) return
    if (!isSending && missing === 0) onSubmit()
  }
  useCommands([
    { id: 'tickets.saveForm', text: 'tickets.form.save', keys: ['F9'], run: send },
    { id: 'tickets.closeForm', text: 'tickets.form.close', keys: ['Escape'], run: onCancel },
  ])
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' })
    if (form.current && !focusFirstGap(form.current))
      form.current.querySelector<HTMLElement>('[data-ledger-field]')?.focus()
  }, [])

  return (
    <section ref={frame} className={look.frame} aria-label={title} data-tried={wasTried || undefined}>
      <h2 className={look.title}>{title}</h2>
      {draft ? <DraftLine draft={draft} /> : null}
      {draft && goneOn ? <GoneOnLine now={goneOn} onTakeOver={draft.takeOver} line={goneOnLine} /> : null}
      <LedgerForm label={title} ref={form} onEnd={send}>
        {children}
      </LedgerForm>
      <div className={look.foot}>
        <KeyButton look="primary" keyCap="F9" aria-busy={isSending} onClick={send}>
          {submit}
        </KeyButton>
        <KeyButton look="quiet" keyCap="Esc" onClick={onCancel}>
          {t('kit.button.cancel')}
        </KeyButton>
        <span role="status" className={look.gaps}>
          {missing > 0 ? t('tickets.form.missing', { count: missing, verb: submit }) : ''}
        </span>
        {problem ? (
          <span role="alert" className={look.problem}>
            <Icon of={IconAlertOctagon} size={14} />
            {problem}
          </span>
        ) : null}
      </div>
    </section>
  )
}
