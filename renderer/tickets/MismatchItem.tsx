import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MismatchRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { SlaClock } from '../kit/SlaClock.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import look from './TicketPageView.module.css'

/** A fact that differs from the register: what it was, what it is, and whether the file is corrected (R051). */
export function MismatchItem({ mismatch, nowAt }: { mismatch: MismatchRow; nowAt: string }) {
  const { t } = useTranslation()
  const mayFix = useShell((state) => state.member)?.may('customers.edit') ?? false
  const fix = useMutation(api.tickets.fixMismatch.mutationOptions())
  const { field, registered, correct, dueAt, fixedAt } = mismatch
  return (
    <div className={look.item}>
      <p>
        {t(`tickets.mismatch.of.${field}`)}　
        {fixedAt ? (
          <Verdict kind="ok">{t('tickets.mismatch.fixed')}</Verdict>
        ) : dueAt ? (
          <SlaClock dueAt={dueAt} nowAt={nowAt} />
        ) : null}
      </p>
      {registered ? (
        <p className={look.when}>
          <del>{registered}</del>
        </p>
      ) : null}
      <p>{correct}</p>
      {fixedAt === null && mayFix ? (
        <KeyButton isSmall onClick={() => fix.mutate({ id: mismatch.id })}>
          {t('tickets.mismatch.fix')}
        </KeyButton>
      ) : null}
      {fix.error ? <ProblemNote error={fix.error} /> : null}
    </div>
  )
}
