import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { api } from '../app/api.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { FormFrame } from './FormFrame.tsx'
import { useFieldProblems } from './use-field-problems.ts'
import { usePolicy } from './use-policy.ts'
import { useStepForm } from './use-step-form.ts'
import { dayText, instantOn, timeText } from './work-times.ts'

const empty = () => ({ cause: '', plan: '', begun: '' })

/** 处理方案 (R057, R060): the cause, what will be done, and when it was answered or arrived at where nobody wrote that down. */
export function PlanForm({ page, onDone, onCancel }: { page: TicketPage; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const form = useStepForm<ReturnType<typeof empty>>(empty)
  const { cause, plan, begun } = form.value
  const asksBegin = page.planOwed === 'notBegun'
  const begunAt = instantOn(dayText(nowAt, zone), begun, zone)
  const submit = useMutation(
    api.tickets.submitPlan.mutationOptions({
      onError: form.refused,
      onSuccess: () => {
        form.forget()
        sayNotice(t('tickets.plan.done'), { kind: 'ok' })
        onDone()
      },
    }),
  )
  const problems = useFieldProblems(submit.error, ['cause', 'plan', 'begunAt'])
  const lacks = [saysNothing(cause), saysNothing(plan), asksBegin && saysNothing(begun)].filter(Boolean).length
  return (
    <FormFrame
      title={t('tickets.step.plan')}
      submit={t('tickets.plan.submit')}
      missing={lacks + (begunAt === undefined ? 1 : 0)}
      onSubmit={() => submit.mutate({ id: form.id, ticketId: page.ticket.id, cause, plan, begunAt: begunAt ?? null })}
      onCancel={onCancel}
      isSending={submit.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={t('tickets.block.plan')}>
        {asksBegin ? (
          <LedgerRow>
            <LedgerCell
              label={t('tickets.field.begun')}
              isRequired
              isGap={saysNothing(begun)}
              {...(begunAt === undefined ? { error: t('tickets.form.notTime') } : problems.of('begunAt'))}
            >
              <LedgerInput
                value={begun}
                placeholder={t('kit.example', { example: timeText(nowAt, zone) })}
                onChange={(next) => form.set({ begun: next })}
              />
            </LedgerCell>
          </LedgerRow>
        ) : null}
        <LedgerRow rows={2}>
          <LedgerCell
            label={t('tickets.field.foundCause')}
            isRequired
            isGap={saysNothing(cause)}
            {...problems.of('cause')}
          >
            <LedgerText rows={2} maxLength={500} value={cause} onChange={(next) => form.set({ cause: next })} />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow rows={2}>
          <LedgerCell label={t('tickets.field.plan')} isRequired isGap={saysNothing(plan)} {...problems.of('plan')}>
            <LedgerText rows={2} maxLength={2000} value={plan} onChange={(next) => form.set({ plan: next })} />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
