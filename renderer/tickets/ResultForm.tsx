import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scopeOf, visitingRoles } from '../../shared/admin/scopes.ts'
import { outcomeOptions, receiptOptions, satisfactionOptions } from '../../shared/forms/choices.ts'
import type { ResultInput, TicketPage } from '../../shared/tickets/schema.ts'
import { api, client } from '../app/api.ts'
import { deliver } from '../app/outbox.ts'
import { useMe } from '../app/use-house.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerDay } from '../kit/LedgerDay.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { FormFrame } from './FormFrame.tsx'
import { yuanText } from './money-field.ts'
import { chipsOf } from './option-text.ts'
import { PartsTable } from './PartsTable.tsx'
import { draftOf, resultGaps, resultInput, usualCharge, waitsForSomething, type ResultDraft } from './result-form.ts'
import { useFieldProblems } from './use-field-problems.ts'
import { usePolicy } from './use-policy.ts'
import { useStepForm } from './use-step-form.ts'
import { timeText } from './work-times.ts'

const fields = [
  'servicePersonId',
  'serviceOn',
  'arrivedAt',
  'finishedAt',
  'result',
  'outcome',
  'untilOn',
  'parts',
  'chargeCents',
]

/** 处理结果 F04: what was done, with what, what it cost, and what the customer says. */
export function ResultForm({ page, onDone, onCancel }: { page: TicketPage; onDone: () => void; onCancel: () => void }) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const me = useMe()
  const { zone } = usePolicy()
  const form = useStepForm<ResultDraft>(() => draftOf(page, nowAt, zone), {
    isOnVersion: page.ticket.state === 'resulted',
  })
  const { value: draft, set } = form
  const [notServiceDay, setNotServiceDay] = useState<string | null>(null)
  const [notUntilDay, setNotUntilDay] = useState<string | null>(null)
  const colleagues = useQuery(api.admin.colleagues.queryOptions())
  const record = useMutation({
    // A correction is made against what stands there now: it is not kept to be sent later.
    mutationFn: async (input: ResultInput) =>
      input.version === undefined
        ? (await deliver('tickets.recordResult', input)).state
        : client.tickets.recordResult.mutate(input).then(() => 'sent' as const),
    onError: form.refused,
    onSuccess: (state) => {
      if (state === 'kept') {
        form.setAside()
        sayNotice(t('tickets.form.kept'), { kind: 'warn' })
      } else {
        form.forget()
        sayNotice(t('tickets.result.done'), { kind: 'ok' })
      }
      onDone()
    },
  })
  const problems = useFieldProblems(record.error, fields)
  const { missing, unreadable } = resultGaps(draft, zone, page.arrivalAsked)
  const isOwnWorkOnly = me !== null && scopeOf(me.role, 'tickets.view', me.rowScope) === 'assigned'
  const people = (colleagues.data ?? []).filter(
    ({ id: each, role }) =>
      (visitingRoles.includes(role) || each === draft.servicePersonId) && (!isOwnWorkOnly || each === me.id),
  )
  const notTime = (field: 'arrived' | 'finished') =>
    unreadable.includes(field) ? { error: t('tickets.form.notTime') } : {}
  // A day that is not asked for any more keeps nothing from being saved.
  const notUntil = waitsForSomething(draft.outcome) ? notUntilDay : null
  const notDays = [notServiceDay, notUntil].filter((problem) => problem !== null).length
  const submit = () => {
    const input = notDays > 0 ? null : resultInput(draft, page, form.id, zone)
    if (input) record.mutate(input)
  }
  const untilProblem = () => {
    if (notUntil !== null) return { error: notUntil }
    return unreadable.includes('untilOn') ? { error: t('tickets.form.notAhead') } : problems.of('untilOn')
  }
  const usual = usualCharge(page, draft.parts)

  return (
    <FormFrame
      title={t(page.ticket.state === 'resulted' ? 'tickets.step.correctResult' : 'tickets.step.result')}
      submit={t('tickets.result.submit')}
      missing={missing.length + unreadable.length + notDays}
      onSubmit={submit}
      onCancel={onCancel}
      isSending={record.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={t('tickets.block.visit')}>
        <LedgerRow>
          <LedgerCell
            label={t('tickets.field.servicePerson')}
            isRequired
            isGap={missing.includes('servicePersonId')}
            {...problems.of('servicePersonId')}
          >
            <ChoiceChips
              choices={people.map((person) => ({ value: person.id, text: person.name }))}
              value={draft.servicePersonId}
              onChange={(servicePersonId) => set({ servicePersonId })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow columns="minmax(0, 1fr) minmax(0, 1.6fr)">
          <LedgerCell
            label={t('tickets.field.serviceOn')}
            isRequired
            isGap={missing.includes('serviceOn')}
            {...(notServiceDay === null ? problems.of('serviceOn') : { error: notServiceDay })}
          >
            <LedgerDay
              value={draft.serviceOn}
              onChange={(serviceOn) => set({ serviceOn })}
              onUnreadable={setNotServiceDay}
              nowAt={nowAt}
            />
          </LedgerCell>
          <LedgerCell
            label={t('tickets.field.arrived')}
            {...(page.arrivalAsked ? { isRequired: true, source: t('tickets.result.judgedByArrival') } : {})}
            isGap={missing.includes('arrived')}
            {...notTime('arrived')}
            {...problems.of('arrivedAt')}
          >
            <LedgerInput
              value={draft.arrived}
              placeholder={t('kit.example', { example: '12:41' })}
              onChange={(arrived) => set({ arrived })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('tickets.field.finished')} {...notTime('finished')} {...problems.of('finishedAt')}>
            <LedgerInput
              value={draft.finished}
              placeholder={t('kit.example', { example: timeText(nowAt, zone) })}
              onChange={(finished) => set({ finished })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow rows={2}>
          <LedgerCell
            label={t('tickets.field.result')}
            isRequired
            isGap={missing.includes('result')}
            {...problems.of('result')}
          >
            <LedgerText rows={2} maxLength={2000} value={draft.result} onChange={(result) => set({ result })} />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell
            label={t('tickets.field.outcome')}
            isRequired
            isGap={missing.includes('outcome')}
            {...problems.of('outcome')}
          >
            <ChoiceChips
              choices={chipsOf<NonNullable<ResultDraft['outcome']>>(outcomeOptions, i18n.language)}
              value={draft.outcome}
              onChange={(outcome) => set({ outcome })}
            />
          </LedgerCell>
        </LedgerRow>
        {waitsForSomething(draft.outcome) ? (
          <LedgerRow>
            <LedgerCell label={t('tickets.field.until')} {...untilProblem()}>
              <LedgerDay
                value={draft.untilOn ?? null}
                onChange={(untilOn) => set({ untilOn })}
                onUnreadable={setNotUntilDay}
                nowAt={nowAt}
                placeholder={t('tickets.form.optional')}
              />
            </LedgerCell>
          </LedgerRow>
        ) : null}
        <PartsTable lines={draft.parts} onChange={(parts) => set({ parts })} {...problems.of('parts')} />
        <LedgerRow columns="1fr 1fr">
          <LedgerCell
            label={t('tickets.field.charge')}
            source={page.warranty?.stage === 'free' ? t('tickets.result.free') : t('tickets.result.fromParts')}
            {...(unreadable.includes('charge') ? { error: t('tickets.form.notMoney') } : problems.of('chargeCents'))}
          >
            <LedgerInput
              inputMode="decimal"
              value={draft.charge}
              placeholder={yuanText(usual)}
              onChange={(charge) => set({ charge })}
            />
          </LedgerCell>
          <LedgerCell label={t('tickets.field.receipt')}>
            <ChoiceChips
              choices={chipsOf<ResultDraft['receipt']>(receiptOptions, i18n.language)}
              value={draft.receipt}
              onChange={(receipt) => set({ receipt: receipt ?? 'none' })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('tickets.field.satisfaction')}>
            <ChoiceChips
              choices={chipsOf<NonNullable<ResultDraft['satisfaction']>>(satisfactionOptions, i18n.language)}
              value={draft.satisfaction}
              onChange={(satisfaction) => set({ satisfaction })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('tickets.field.opinion')}>
            <LedgerInput maxLength={500} value={draft.opinion} onChange={(opinion) => set({ opinion })} />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
