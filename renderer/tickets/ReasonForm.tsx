import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { FormFrame } from './FormFrame.tsx'
import { useFieldProblems } from './use-field-problems.ts'
import type { StepForm } from './use-step-form.ts'

interface ReasonFormProps {
  form: StepForm<{ text: string }>
  title: string
  /** Vertical head of the block. */
  head: string
  label: string
  submit: string
  /** The reason may stay empty. */
  isOptional?: boolean
  placeholder?: string
  /** Rows above the reason. */
  children?: ReactNode
  /** Required rows above still empty. */
  missing?: number
  isSending: boolean
  error: unknown
  onSubmit: () => void
  onCancel: () => void
}

/** A step that needs one line of why: 交回, 催办, 取消, 停钟. */
export function ReasonForm(props: ReasonFormProps) {
  const { form, title, head, label, submit, isOptional = false, placeholder, children, missing = 0 } = props
  const { isSending, error, onSubmit, onCancel } = props
  const { t } = useTranslation()
  const { text } = form.value
  const problems = useFieldProblems(error, ['reason', 'note'])
  const isGap = !isOptional && saysNothing(text)
  return (
    <FormFrame
      title={title}
      submit={submit}
      missing={missing + (isGap ? 1 : 0)}
      onSubmit={onSubmit}
      onCancel={onCancel}
      isSending={isSending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={head}>
        {children}
        <LedgerRow>
          <LedgerCell label={label} isRequired={!isOptional} isGap={isGap} {...problems.of('reason', 'note')}>
            <LedgerInput
              maxLength={200}
              value={text}
              placeholder={placeholder ?? (isOptional ? t('tickets.form.optional') : '')}
              onChange={(next) => form.set({ text: next })}
            />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
