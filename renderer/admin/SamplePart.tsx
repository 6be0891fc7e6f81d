import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Verdict } from '../kit/Verdict.tsx'
import look from './settings.module.css'

/** Takes the sample company away: what goes is said first, and whoever is sure types the company's name. Nothing without a sample. */
export function SamplePart({ companyName }: { companyName: string }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const sample = useQuery(api.admin.sample.queryOptions())
  const [isAsking, setAsking] = useState(false)
  const [name, setName] = useState('')
  const remove = useMutation(api.admin.removeSample.mutationOptions())
  const left = sample.data
  if (!left) return null
  const problem = remove.error ? explain(remove.error) : null
  const entered = left.ticketsSince + left.registersSince
  const go = () =>
    remove.mutate(
      { name },
      {
        onSuccess: () => {
          sayNotice(t('admin.sample.gone', { customers: left.customers, tickets: left.tickets }))
          void queries.invalidateQueries()
        },
      },
    )
  return (
    <section className={look.sample} aria-label={t('admin.sample.title')}>
      <h2 className={look.about}>{t('admin.sample.title')}</h2>
      <p className={look.lead}>
        {t('admin.sample.lead', { ...left })} {t('admin.sample.stays')}
      </p>
      {entered > 0 ? (
        <Verdict kind="warn">
          {t('admin.sample.entered', { tickets: left.ticketsSince, registers: left.registersSince })}
        </Verdict>
      ) : null}
      {isAsking ? (
        <>
          <LedgerForm label={t('admin.sample.title')} onEnd={go}>
            <LedgerBlock head={t('admin.sample.sure')}>
              <LedgerRow>
                <LedgerCell
                  label={t('admin.company.name')}
                  isRequired
                  error={problem?.field === 'name' ? problem.what : undefined}
                  source={companyName}
                >
                  <LedgerInput autoFocus maxLength={80} value={name} onChange={setName} />
                </LedgerCell>
              </LedgerRow>
            </LedgerBlock>
          </LedgerForm>
          {problem && !problem.field ? <Verdict kind="late">{problem.what}</Verdict> : null}
          <div className={look.cellActions}>
            <KeyButton onClick={go}>{t('admin.sample.go')}</KeyButton>
            <KeyButton look="quiet" onClick={() => setAsking(false)}>
              {t('kit.button.cancel')}
            </KeyButton>
          </div>
        </>
      ) : (
        <div className={look.cellActions}>
          <KeyButton onClick={() => setAsking(true)}>{t('admin.sample.remove')}</KeyButton>
        </div>
      )}
    </section>
  )
}
