import { newId } from '../app/new-id.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DispatchRow, TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { deliver } from '../app/outbox.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { ReasonForm } from './ReasonForm.tsx'

interface StepProps {
  ticket: TicketRow
  onDone: () => void
  onCancel: () => void
}

/** 交回内勤: the agreed time cannot be kept, or the customer wants another arrangement (R045, R047). */
export function HandBackForm({
  order,
  onDone,
  onCancel,
}: {
  order: DispatchRow
  onDone: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const handBack = useMutation(api.tickets.handBack.mutationOptions({ onSuccess: onDone }))
  return (
    <ReasonForm
      title={t('tickets.step.handBack')}
      head={t('tickets.block.handBack')}
      label={t('tickets.field.reason')}
      submit={t('tickets.step.handBack')}
      isSending={handBack.isPending}
      error={handBack.error}
      onSubmit={(reason) => handBack.mutate({ dispatchId: order.id, reason })}
      onCancel={onCancel}
    />
  )
}

/** 催办: counted; kept and sent later when the station is away. */
export function ChaseForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const [id] = useState(newId)
  const chase = useMutation({
    mutationFn: (note: string) => deliver('tickets.chase', { id, ticketId: ticket.id, note }),
    networkMode: 'always',
    onSuccess: (delivery) => {
      if (delivery.state === 'sent')
        sayNotice(t('tickets.chase.counted', { count: delivery.output.count }), { kind: 'ok' })
      else sayNotice(t('tickets.chase.kept'))
      onDone()
    },
  })
  return (
    <ReasonForm
      title={t('tickets.step.chase')}
      head={t('tickets.block.chase')}
      label={t('tickets.field.note')}
      submit={t('tickets.step.chase')}
      isOptional
      isSending={chase.isPending}
      error={chase.error}
      onSubmit={(note) => chase.mutate(note)}
      onCancel={onCancel}
    />
  )
}

/** 取消工单: given up before the work, with the reason. */
export function CancelForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const cancel = useMutation(api.tickets.cancel.mutationOptions({ onSuccess: onDone }))
  return (
    <ReasonForm
      title={t('tickets.step.cancel')}
      head={t('tickets.block.cancel')}
      label={t('tickets.field.reason')}
      submit={t('tickets.step.cancel')}
      isSending={cancel.isPending}
      error={cancel.error}
      onSubmit={(reason) => cancel.mutate({ ticketId: ticket.id, version: ticket.version, reason })}
      onCancel={onCancel}
    />
  )
}

const pauseReasons = ['waitingForPart', 'waitingForCustomer', 'waitingForMaker', 'other'] as const

/** 停钟: the limits stand still, with the reason. */
export function PauseForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<(typeof pauseReasons)[number] | null>(null)
  const pause = useMutation(api.tickets.pause.mutationOptions({ onSuccess: onDone }))
  return (
    <ReasonForm
      title={t('tickets.step.pause')}
      head={t('tickets.block.pause')}
      label={t('tickets.field.note')}
      submit={t('tickets.step.pause')}
      isOptional={reason !== 'other'}
      missing={reason === null ? 1 : 0}
      isSending={pause.isPending}
      error={pause.error}
      onSubmit={(note) => reason && pause.mutate({ ticketId: ticket.id, version: ticket.version, reason, note })}
      onCancel={onCancel}
    >
      <LedgerRow>
        <LedgerCell label={t('tickets.field.reason')} isRequired isGap={reason === null}>
          <ChoiceChips
            choices={pauseReasons.map((value) => ({ value, text: t(`tickets.pause.${value}`) }))}
            value={reason}
            onChange={setReason}
          />
        </LedgerCell>
      </LedgerRow>
    </ReasonForm>
  )
}
