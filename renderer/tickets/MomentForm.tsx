import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { client } from '../app/api.ts'
import { deliver } from '../app/outbox.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerDay } from '../kit/LedgerDay.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { useProblemText } from '../app/problem-text.ts'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { FormFrame } from './FormFrame.tsx'
import { useFieldProblems } from './use-field-problems.ts'
import { usePolicy } from './use-policy.ts'
import { useStepForm } from './use-step-form.ts'
import { dayText, instantOn, timeText } from './work-times.ts'

interface MomentDraft {
  event: TicketPage['momentsAsked'][number]['event'] | null
  on: string | null
  time: string
  note: string
}

/** 记时间: what happened and when, of what the limits of the case count from or until; kept and sent later when the station is away. */
export function MomentForm({ page, onDone, onCancel }: { page: TicketPage; onDone: () => void; onCancel: () => void }) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const problemText = useProblemText()
  const [openedAt] = useState(nowAt)
  const form = useStepForm<MomentDraft>(() => ({
    ...{ event: null, on: dayText(openedAt, zone), time: timeText(openedAt, zone), note: '' },
  }))
  const { event, on, time, note } = form.value
  const [notDay, setNotDay] = useState<string | null>(null)
  const at = on === null ? null : instantOn(on, time, zone)
  const takeBack = (id: string) =>
    void client.tickets.withdrawMoment
      .mutate({ id, ticketId: page.ticket.id, reason: t('tickets.withdraw.slip') })
      .catch((error: unknown) => sayNotice(problemText(error).what, { kind: 'warn' }))
  const tell = useMutation({
    mutationFn: () =>
      deliver('tickets.moment', { id: form.id, ticketId: page.ticket.id, event: event!, at: at!, note }),
    onError: form.refused,
    onSuccess: (delivery) => {
      if (delivery.state === 'sent') {
        const { id } = form
        form.forget()
        const what = page.momentsAsked.find((asked) => asked.event === event)?.text[i18n.language as Language] ?? ''
        sayNotice(t('tickets.moment.done', { what }), { kind: 'ok', undo: () => takeBack(id) })
      } else {
        form.setAside()
        sayNotice(t('tickets.moment.kept'))
      }
      onDone()
    },
  })
  const problems = useFieldProblems(tell.error, ['event', 'at', 'note'])
  const dayGap = on === null || notDay !== null
  return (
    <FormFrame
      title={t('tickets.step.moment')}
      submit={t('tickets.step.moment')}
      missing={[event === null, dayGap, !at].filter(Boolean).length}
      onSubmit={() => tell.mutate()}
      onCancel={onCancel}
      isSending={tell.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={t('tickets.block.moment')}>
        <LedgerRow>
          <LedgerCell label={t('tickets.field.happened')} isRequired isGap={event === null} {...problems.of('event')}>
            <ChoiceChips
              choices={page.momentsAsked.map(({ event: value, text }) => ({
                value,
                text: text[i18n.language as Language],
              }))}
              value={event}
              onChange={(next) => form.set({ event: next })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell
            label={t('tickets.field.happenedOn')}
            isRequired
            isGap={on === null}
            {...(notDay === null ? {} : { error: notDay })}
          >
            <LedgerDay value={on} onChange={(next) => form.set({ on: next })} onUnreadable={setNotDay} nowAt={nowAt} />
          </LedgerCell>
          <LedgerCell
            label={t('tickets.field.happenedAt')}
            isRequired
            isGap={time.trim() === ''}
            {...(at === undefined ? { error: t('tickets.form.notTime') } : problems.of('at'))}
          >
            <LedgerInput
              value={time}
              placeholder={t('kit.example', { example: timeText(nowAt, zone) })}
              onChange={(next) => form.set({ time: next })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('tickets.field.note')} {...problems.of('note')}>
            <LedgerInput
              maxLength={200}
              value={note}
              placeholder={t('tickets.form.optional')}
              onChange={(next) => form.set({ note: next })}
            />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
