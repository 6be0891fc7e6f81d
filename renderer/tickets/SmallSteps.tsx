import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTooFarToWait, mostWaitDays } from '../../shared/tickets/rules.ts'
import { pauseReasons, type DispatchRow, type TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { deliver } from '../app/outbox.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerDay } from '../kit/LedgerDay.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useLeaveGivenBack } from './use-leave-given-back.ts'
import { usePolicy } from './use-policy.ts'
import { dayText } from './work-times.ts'
import { useStepForm } from './use-step-form.ts'

const noReason = () => ({ text: '' })

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
  const form = useStepForm(noReason)
  const leave = useLeaveGivenBack()
  const handBack = useMutation(
    api.tickets.handBack.mutationOptions({
      onSuccess: ({ number }) => {
        form.forget()
        sayNotice(t('tickets.handBack.done', { number }), { kind: 'ok' })
        onDone()
        leave()
      },
    }),
  )
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.handBack')}
      head={t('tickets.block.handBack')}
      label={t('tickets.field.reason')}
      submit={t('tickets.step.handBack')}
      isSending={handBack.isPending}
      error={handBack.error}
      onSubmit={() => handBack.mutate({ dispatchId: order.id, reason: form.value.text })}
      onCancel={onCancel}
    />
  )
}

/** 催办: counted; kept and sent later when the station is away. */
export function ChaseForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const form = useStepForm(noReason)
  const chase = useMutation({
    mutationFn: () => deliver('tickets.chase', { id: form.id, ticketId: ticket.id, note: form.value.text }),
    onError: form.refused,
    onSuccess: (delivery) => {
      if (delivery.state === 'sent') {
        form.forget()
        sayNotice(t('tickets.chase.counted', { count: delivery.output.count }), { kind: 'ok' })
      } else {
        form.setAside()
        sayNotice(t('tickets.chase.kept'))
      }
      onDone()
    },
  })
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.chase')}
      head={t('tickets.block.chase')}
      label={t('tickets.field.note')}
      submit={t('tickets.step.chase')}
      isOptional
      isSending={chase.isPending}
      error={chase.error}
      onSubmit={() => chase.mutate()}
      onCancel={onCancel}
    />
  )
}

/** 记一句: what the next one should know; kept and sent later when the station is away. */
export function NoteForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const form = useStepForm(noReason)
  const note = useMutation({
    mutationFn: () => deliver('tickets.note', { id: form.id, ticketId: ticket.id, note: form.value.text }),
    onError: form.refused,
    onSuccess: (delivery) => {
      if (delivery.state === 'sent') form.forget()
      else {
        form.setAside()
        sayNotice(t('tickets.note.kept'))
      }
      onDone()
    },
  })
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.note')}
      head={t('tickets.block.note')}
      label={t('tickets.field.note')}
      submit={t('tickets.step.note')}
      isSending={note.isPending}
      error={note.error}
      onSubmit={() => note.mutate()}
      onCancel={onCancel}
    />
  )
}

/** 取消工单: given up before the work, with the reason. */
export function CancelForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const form = useStepForm(noReason, { isOnVersion: true })
  const cancel = useMutation(
    api.tickets.cancel.mutationOptions({
      onSuccess: () => {
        form.forget()
        onDone()
      },
    }),
  )
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.cancel')}
      head={t('tickets.block.cancel')}
      label={t('tickets.field.reason')}
      submit={t('tickets.step.cancel')}
      isSending={cancel.isPending}
      error={cancel.error}
      onSubmit={() => cancel.mutate({ ticketId: ticket.id, version: form.version, reason: form.value.text })}
      onCancel={onCancel}
    />
  )
}

/** 停钟: the limits stand still, with the reason. */
export function PauseForm({ ticket, onDone, onCancel }: StepProps) {
  const { t } = useTranslation()
  const form = useStepForm<{ text: string; reason: (typeof pauseReasons)[number] | null; untilOn: string | null }>(
    () => ({
      text: '',
      reason: null,
      untilOn: null,
    }),
    { isOnVersion: true },
  )
  const { text, reason, untilOn } = form.value
  const nowAt = useNow()
  const { zone } = usePolicy()
  const [notDay, setNotDay] = useState<string | null>(null)
  const isPast = untilOn !== null && untilOn < dayText(nowAt, zone)
  const isTooFar = untilOn !== null && isTooFarToWait(untilOn, dayText(nowAt, zone))
  const tooFar = isTooFar ? t('tickets.failure.waitTooLong', { days: mostWaitDays }) : null
  const dayProblem = notDay ?? (isPast ? t('tickets.form.notAhead') : tooFar)
  const pause = useMutation(
    api.tickets.pause.mutationOptions({
      onSuccess: () => {
        form.forget()
        onDone()
      },
    }),
  )
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.pause')}
      head={t('tickets.block.pause')}
      label={t('tickets.field.note')}
      submit={t('tickets.step.pause')}
      isOptional={reason !== 'other'}
      missing={(reason === null ? 1 : 0) + (dayProblem === null ? 0 : 1)}
      isSending={pause.isPending}
      error={pause.error}
      onSubmit={() =>
        reason && pause.mutate({ ticketId: ticket.id, version: form.version, reason, untilOn, note: text })
      }
      onCancel={onCancel}
    >
      <LedgerRow>
        <LedgerCell label={t('tickets.field.reason')} isRequired isGap={reason === null}>
          <ChoiceChips
            choices={pauseReasons.map((value) => ({ value, text: t(`tickets.pause.${value}`) }))}
            value={reason}
            onChange={(next) => form.set({ reason: next })}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('tickets.field.until')} {...(dayProblem === null ? {} : { error: dayProblem })}>
          <LedgerDay
            value={untilOn}
            onChange={(next) => form.set({ untilOn: next })}
            onUnreadable={setNotDay}
            nowAt={nowAt}
            placeholder={t('tickets.form.optional')}
          />
        </LedgerCell>
      </LedgerRow>
    </ReasonForm>
  )
}
