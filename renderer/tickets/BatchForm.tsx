import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BatchStep } from '../../shared/tickets/batch.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import { api } from '../app/api.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { useNow } from '../kit/use-now.ts'
import { Verdict } from '../kit/Verdict.tsx'
import type { VisitWindow } from '../../shared/kit/visit-time.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { shortDay } from '../kit/when.ts'
import look from './Batch.module.css'
import { FormFrame } from './FormFrame.tsx'
import { TechnicianChips } from './TechnicianChips.tsx'
import { windowText } from './time-grid.ts'
import type { Batch } from './use-batch.ts'
import { usePolicy } from './use-policy.ts'
import { dayText } from './work-times.ts'

interface Typed {
  visit: string
  technicianId: string | null
  note: string
}

interface BatchFormProps {
  step: BatchStep
  batch: Batch
  typed: Typed
  window: VisitWindow | null
  /** Why what is typed is no time to agree, translated. */
  problem: string | undefined
  onType: (part: Partial<Typed>) => void
  onBegin: () => void
  onClose: () => void
}

/** What is filled in once for all, and what will become of how many: those that cannot, each with why. */
export function BatchForm({ step, batch, typed, window, problem, onType, onBegin, onClose }: BatchFormProps) {
  const { t } = useTranslation()
  const { zone } = usePolicy()
  const { can, cannot, goneCount } = batch
  const gaps = step === 'note' ? [saysNothing(typed.note)] : [window === null, typed.technicianId === null]
  const missing = can.length === 0 ? 0 : gaps.filter(Boolean).length
  const begin = () => {
    if (can.length === 0) return
    onBegin()
    void batch.begin()
  }
  return (
    <FormFrame
      title={t(`tickets.batch.title.${step}`)}
      submit={t(`tickets.batch.submit.${step}`, { count: can.length })}
      missing={missing}
      onSubmit={begin}
      onCancel={onClose}
      isSending={false}
      problem={can.length === 0 ? t('tickets.batch.none') : null}
    >
      <LedgerBlock head={t(`tickets.block.${step}`)}>
        {step === 'dispatch' ? (
          <VisitRows typed={typed} window={window} problem={problem} onType={onType} />
        ) : (
          <LedgerRow>
            <LedgerCell label={t('tickets.field.note')} isRequired isGap={saysNothing(typed.note)}>
              <LedgerInput maxLength={200} value={typed.note} onChange={(note) => onType({ note })} />
            </LedgerCell>
          </LedgerRow>
        )}
        <LedgerRow>
          <LedgerCell label={t('tickets.batch.will')} isReadOnly>
            <div className={look.will}>
              <p role="status">
                <strong>{t(`tickets.batch.can.${step}`, { count: can.length })}</strong>
                {cannot.length > 0 ? ` ${t('tickets.batch.cannot', { count: cannot.length })}` : ''}
                {step === 'dispatch' && window && can.length > 1 ? (
                  <Verdict kind="warn">
                    {t('tickets.batch.sameWindow', {
                      count: can.length,
                      window: windowText(window.fromAt, window.toAt, zone),
                    })}
                  </Verdict>
                ) : null}
                {goneCount > 0 ? ` ${t('tickets.batch.gone', { count: goneCount })}` : ''}
              </p>
              {cannot.length > 0 ? (
                <ul
                  className={look.cannot}
                  tabIndex={0}
                  aria-label={t('tickets.batch.cannot', { count: cannot.length })}
                >
                  {cannot.map(({ ticket, refusal }) => (
                    <li key={ticket.id}>
                      {ticket.number} {ticket.customerName}
                      <Verdict kind="warn">{t(refusal.text, { ...refusal.facts })}</Verdict>
                    </li>
                  ))}
                </ul>
              ) : null}
            </div>
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}

/** When and who, for all of them. */
function VisitRows({
  typed,
  window,
  problem,
  onType,
}: Pick<BatchFormProps, 'typed' | 'window' | 'problem' | 'onType'>) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { zone, preset } = usePolicy()
  const day = dayText(window?.fromAt ?? nowAt, zone)
  const loads = useQuery(api.tickets.technicians.queryOptions({ day }))
  const ranked = rankTechnicians(
    loads.data ?? [],
    { region: '', visitFromAt: window?.fromAt ?? null, visitToAt: window?.toAt ?? null },
    preset?.visits.usualMinutes,
  )
  return (
    <>
      <LedgerRow>
        <LedgerCell
          label={t('tickets.field.visit')}
          isRequired
          isGap={window === null}
          source={
            window
              ? `${shortDay(dayText(window.fromAt, zone), nowAt, t)} ${windowText(window.fromAt, window.toAt, zone)}`
              : t('tickets.dispatch.visitHint')
          }
          {...(problem === undefined ? {} : { error: problem })}
        >
          <LedgerInput
            value={typed.visit}
            placeholder={t('kit.example', { example: '14-15' })}
            onChange={(visit) => onType({ visit })}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('tickets.field.technician')} isRequired isGap={typed.technicianId === null}>
          <TechnicianChips
            ranked={ranked}
            hasTime={window !== null}
            value={typed.technicianId}
            onChange={(technicianId) => onType({ technicianId })}
          />
        </LedgerCell>
      </LedgerRow>
    </>
  )
}
