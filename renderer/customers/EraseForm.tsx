import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow, EraseEffect } from '../../shared/customers/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { api, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { Asked } from '../kit/Asked.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Verdict } from '../kit/Verdict.tsx'
import look from './EraseForm.module.css'

interface EraseFormProps {
  customer: CustomerRow
  onClose: () => void
}

/** Erasing a person (抹除): what goes, what stays, why; the number is typed by hand, because nothing takes it back. */
export function EraseForm({ customer, onClose }: EraseFormProps) {
  const query = useQuery(api.customers.eraseEffect.queryOptions({ customerId: customer.id }))
  useCommands([{ id: 'customers.giveUpErase', text: 'kit.button.cancel', keys: ['Escape'], run: onClose }])
  return (
    <Asked query={query} lines={8}>
      {(effect) => <Confirm customer={customer} effect={effect} onClose={onClose} />}
    </Asked>
  )
}

function Confirm({ customer, effect, onClose }: EraseFormProps & { effect: EraseEffect }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const form = useRef<HTMLDivElement>(null)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const erase = useMutation(api.customers.erase.mutationOptions())
  const problem = erase.error ? explain(erase.error) : null
  const isBlocked = effect.openCases > 0
  const isGap = { reason: saysNothing(reason), typed: typed.trim() !== customer.number }
  const submit = () => {
    if (isBlocked || erase.isPending) return
    if (form.current && focusFirstGap(form.current)) return
    erase.mutate(
      { customerId: customer.id, reason: reason.trim(), typed: typed.trim() },
      {
        onSuccess: () => {
          void queries.invalidateQueries()
          sayNotice(t('customers.erase.done', { number: customer.number }))
          onClose()
        },
      },
    )
  }
  useCommands([{ id: 'customers.erase', text: 'customers.erase.go', keys: ['F9'], run: submit }])
  const errorOf = (field: string) => (problem?.field === field ? { error: problem.what } : {})
  return (
    <div className={look.form}>
      <Verdict kind="warn">{t('customers.erase.forGood')}</Verdict>
      <section aria-label={t('customers.erase.goes')}>
        <h2 className={look.head}>{t('customers.erase.goes')}</h2>
        <ul className={look.list}>
          <li>{t('customers.erase.goes.archive', { ...effect })}</li>
          <li>{t('customers.erase.goes.cases', { ...effect })}</li>
          <li>{t('customers.erase.goes.calls', { ...effect })}</li>
          <li>{t('customers.erase.goes.history')}</li>
        </ul>
      </section>
      <section aria-label={t('customers.erase.stays')}>
        <h2 className={look.head}>{t('customers.erase.stays')}</h2>
        <ul className={look.list}>
          <li>{t('customers.erase.stays.cases', { ...effect })}</li>
          <li>{t('customers.erase.stays.written')}</li>
          <li>{t('customers.erase.stays.audit')}</li>
          <li>{t('customers.erase.stays.files')}</li>
        </ul>
      </section>
      {isBlocked ? (
        <div role="alert">
          <Verdict kind="late">{t('customers.erase.open', { count: effect.openCases })}</Verdict>
        </div>
      ) : (
        <LedgerForm label={t('customers.erase.ask')} onEnd={submit} ref={form}>
          <LedgerBlock head={t('customers.erase.block')}>
            <LedgerRow>
              <LedgerCell label={t('customers.erase.reason')} isRequired isGap={isGap.reason} {...errorOf('reason')}>
                <LedgerInput
                  maxLength={80}
                  value={reason}
                  placeholder={t('customers.erase.reasonHint')}
                  onChange={setReason}
                />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell
                label={t('customers.erase.typed', { number: customer.number })}
                isRequired
                isGap={isGap.typed}
                {...errorOf('typed')}
              >
                <LedgerInput maxLength={40} value={typed} onChange={setTyped} />
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
        </LedgerForm>
      )}
      {problem && !problem.field ? (
        <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} />
      ) : null}
      <div className={look.foot}>
        {isBlocked ? null : (
          <KeyButton keyCap="F9" aria-busy={erase.isPending} onClick={submit}>
            {t('customers.erase.go')}
          </KeyButton>
        )}
        <KeyButton look="quiet" keyCap="Esc" onClick={onClose}>
          {t('kit.button.cancel')}
        </KeyButton>
      </div>
    </div>
  )
}
