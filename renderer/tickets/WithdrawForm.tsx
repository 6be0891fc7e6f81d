import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { client } from '../app/api.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { shortWhen } from '../kit/when.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { useStepForm } from './use-step-form.ts'

/** 撤回: a result, or a time told, that was entered by mistake; with the reason. */
export function WithdrawForm({
  page,
  onDone,
  onCancel,
}: {
  page: TicketPage
  onDone: () => void
  onCancel: () => void
}) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const { ticket, withdrawable } = page
  const only = withdrawable.length === 1 ? withdrawable[0]! : null
  const form = useStepForm<{ text: string; of: string | null }>(() => ({ text: '', of: only?.id ?? null }))
  // Somebody else may take back what is chosen here: the reason was not written for what is left.
  const chosen = withdrawable.find(({ id }) => id === form.value.of)
  const withdraw = useMutation({
    mutationFn: ({ id, kind }: TicketPage['withdrawable'][number]) => {
      const input = { id, ticketId: ticket.id, reason: form.value.text }
      return kind === 'result'
        ? client.tickets.withdrawResult.mutate(input)
        : client.tickets.withdrawMoment.mutate(input)
    },
    onSuccess: () => {
      form.forget()
      sayNotice(t('tickets.withdraw.done'), { kind: 'ok' })
      onDone()
    },
  })
  return (
    <ReasonForm
      form={form}
      title={t('tickets.step.withdraw')}
      head={t('tickets.block.withdraw')}
      label={t('tickets.field.reason')}
      submit={t('tickets.step.withdraw')}
      missing={chosen ? 0 : 1}
      isSending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => chosen && withdraw.mutate(chosen)}
      onCancel={onCancel}
    >
      <LedgerRow>
        <LedgerCell label={t('tickets.field.withdrawn')} isRequired isGap={!chosen}>
          <ChoiceChips
            choices={withdrawable.map(({ id, kind, text, at }) => ({
              value: id,
              text: [
                kind === 'result' ? t('tickets.field.outcome') : '',
                text[i18n.language as Language],
                at ? shortWhen(at, nowAt, i18n.language, t, true) : '',
              ]
                .filter(Boolean)
                .join(' '),
            }))}
            value={chosen?.id ?? null}
            onChange={(of) => form.set({ of })}
          />
        </LedgerCell>
      </LedgerRow>
    </ReasonForm>
  )
}
