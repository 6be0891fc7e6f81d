import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { sayNotice } from '../kit/notices.ts'
import { FormFrame } from './FormFrame.tsx'
import { useFieldProblems } from './use-field-problems.ts'
import { useStepForm } from './use-step-form.ts'

interface CloseStepProps {
  page: TicketPage
  onDone: () => void
  onCancel: () => void
}

/** 登台帐 F05: the line is made from ticket and result; only the warranty question is asked (R013). */
export function LedgerLineForm({ page, onDone, onCancel }: CloseStepProps) {
  const { t } = useTranslation()
  const { stage } = page.warranty ?? { stage: 'unknown' }
  const form = useStepForm<{ inWarranty: 'yes' | 'no' | null }>(() => ({
    inWarranty: stage === 'unknown' ? null : stage === 'free' ? 'yes' : 'no',
  }))
  const { inWarranty } = form.value
  const enter = useMutation(
    api.tickets.enterLedger.mutationOptions({
      onError: form.refused,
      onSuccess: ({ lineNo }) => {
        form.forget()
        sayNotice(t('tickets.ledger.entered', { lineNo }), { kind: 'ok' })
        onDone()
      },
    }),
  )
  const problems = useFieldProblems(enter.error, ['inWarranty'])
  const { ticket, result } = page
  return (
    <FormFrame
      title={t('tickets.step.ledger')}
      submit={t('tickets.step.ledger')}
      missing={inWarranty === null ? 1 : 0}
      onSubmit={() =>
        inWarranty && enter.mutate({ id: form.id, ticketId: ticket.id, inWarranty: inWarranty === 'yes' })
      }
      onCancel={onCancel}
      isSending={enter.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={t('tickets.block.ledger')}>
        <LedgerRow columns="1fr 1fr">
          <LedgerCell label={t('tickets.ledger.user')} isReadOnly>
            {ticket.customerName}
          </LedgerCell>
          <LedgerCell label={t('tickets.ledger.product')} isReadOnly>
            {[ticket.productName, ticket.model].filter(Boolean).join(' ')}
          </LedgerCell>
        </LedgerRow>
        <LedgerRow columns="1fr 1fr">
          <LedgerCell label={t('tickets.ledger.problem')} isReadOnly>
            {ticket.symptom}
          </LedgerCell>
          <LedgerCell label={t('tickets.ledger.result')} isReadOnly>
            {result?.result}
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell
            label={t('tickets.ledger.warranty')}
            isRequired
            isGap={inWarranty === null}
            source={
              page.warranty?.freeUntilOn ? t('tickets.ledger.until', { on: page.warranty.freeUntilOn }) : undefined
            }
            {...problems.of('inWarranty')}
          >
            <ChoiceChips
              choices={[
                { value: 'yes', text: t('tickets.ledger.inWarranty') },
                { value: 'no', text: t('tickets.ledger.outOfWarranty') },
              ]}
              value={inWarranty}
              onChange={(next) => form.set({ inWarranty: next })}
            />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}

/** 归档: gives the archive number and closes the case; nothing behind it can be changed. */
export function ArchiveForm({ page, onDone, onCancel }: CloseStepProps) {
  const { t } = useTranslation()
  const archive = useMutation(
    api.tickets.archive.mutationOptions({
      onSuccess: ({ archiveNo }) => {
        sayNotice(t('tickets.archive.done', { archiveNo }), { kind: 'ok' })
        onDone()
      },
    }),
  )
  const problems = useFieldProblems(archive.error, [])
  return (
    <FormFrame
      title={t('tickets.step.archive')}
      submit={t('tickets.step.archive')}
      missing={0}
      onSubmit={() => archive.mutate({ ticketId: page.ticket.id })}
      onCancel={onCancel}
      isSending={archive.isPending}
      problem={problems.rest}
    >
      <LedgerBlock head={t('tickets.block.archive')}>
        <LedgerRow>
          <LedgerCell label={t('tickets.ledger.lineNo')} isReadOnly>
            {page.ledger?.lineNo}
          </LedgerCell>
          <LedgerCell label={t('tickets.archive.effect')} isReadOnly>
            {t('tickets.archive.closes')}
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
