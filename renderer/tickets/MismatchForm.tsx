import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DispatchRow, TicketRow } from '../../shared/tickets/schema.ts'
import { deliver } from '../app/outbox.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useStepForm } from './use-step-form.ts'

const mismatchFields = ['address', 'phone', 'product', 'symptom', 'other'] as const
type MismatchField = (typeof mismatchFields)[number]

/** What the register says of a field. */
const registeredOf = (ticket: TicketRow, field: MismatchField) =>
  ({
    address: ticket.address,
    phone: ticket.phoneShown,
    product: [ticket.productName, ticket.model].filter(Boolean).join(' '),
    symptom: ticket.symptom,
    other: '',
  })[field]

/** 资料不符: fed back the same day, the customer file is corrected (R050, R051). */
export function MismatchForm({
  ticket,
  order,
  onDone,
  onCancel,
}: {
  ticket: TicketRow
  order: DispatchRow
  onDone: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const form = useStepForm<{ text: string; field: MismatchField | null }>(() => ({ text: '', field: null }))
  const { text, field } = form.value
  const mismatch = useMutation({
    mutationFn: (wrong: MismatchField) =>
      deliver('tickets.mismatch', { id: form.id, dispatchId: order.id, field: wrong, correct: text }),
    onError: form.refused,
    onSuccess: ({ state }) => {
      if (state === 'kept') {
        form.setAside()
        sayNotice(t('tickets.form.kept'), { kind: 'warn' })
      } else {
        form.forget()
        sayNotice(t('tickets.mismatch.told'), { kind: 'ok' })
      }
      onDone()
    },
  })
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.mismatch')}
      head={t('tickets.block.mismatch')}
      label={t('tickets.mismatch.correct')}
      submit={t('tickets.mismatch.submit')}
      missing={field === null ? 1 : 0}
      isSending={mismatch.isPending}
      error={mismatch.error}
      onSubmit={() => field && mismatch.mutate(field)}
      onCancel={onCancel}
    >
      <LedgerRow columns="3fr 2fr">
        <LedgerCell label={t('tickets.mismatch.field')} isRequired isGap={field === null}>
          <ChoiceChips
            choices={mismatchFields.map((value) => ({ value, text: t(`tickets.mismatch.of.${value}`) }))}
            value={field}
            onChange={(next) => form.set({ field: next })}
          />
        </LedgerCell>
        <LedgerCell label={t('tickets.mismatch.registered')} isReadOnly>
          {field ? registeredOf(ticket, field) : ''}
        </LedgerCell>
      </LedgerRow>
    </ReasonForm>
  )
}
