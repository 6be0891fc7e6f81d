import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VisitOffer } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { visitProblem } from '../kit/visit-problem.ts'
import { shortDay } from '../kit/when.ts'
import { windowText } from './time-grid.ts'
import chips from './TechnicianChips.module.css'
import type { FieldProblems } from './use-field-problems.ts'
import type { DispatchDraft, ReadDispatch } from './visit-form.ts'
import { dayText } from './work-times.ts'

interface VisitCellProps {
  ticketId: string
  draft: DispatchDraft
  read: ReadDispatch
  zone: string
  nowAt: string
  set: (part: Partial<DispatchDraft>) => void
  problems: FieldProblems
}

const keyOf = ({ technicianId, fromAt }: Pick<VisitOffer, 'technicianId' | 'fromAt'>) => `${technicianId} ${fromAt}`

/** 约定上门: free windows to offer (R041), or a time as people say it (14-15, 明天 9). */
export function VisitCell({ ticketId, draft, read, zone, nowAt, set, problems }: VisitCellProps) {
  const { t } = useTranslation()
  const offers = useQuery(api.tickets.visitOffers.queryOptions({ ticketId }))
  const day = (at: string) => shortDay(dayText(at, zone), nowAt, t)
  const isToday = (at: string) => dayText(at, zone) === dayText(nowAt, zone)
  const choices = (offers.data ?? []).slice(0, 4).map((offer) => ({
    value: keyOf(offer),
    text: [isToday(offer.fromAt) ? '' : day(offer.fromAt), windowText(offer.fromAt, offer.toAt, zone)]
      .filter(Boolean)
      .join(' '),
    note: offer.name,
  }))
  const chosen =
    draft.window && draft.technicianId ? keyOf({ technicianId: draft.technicianId, fromAt: draft.window.fromAt }) : null
  const error = problems.of('visitFromAt', 'visitToAt').error ?? visitProblem(draft.typed, read.problem, t)
  const pick = (key: string | null) => {
    const offer = offers.data?.find((each) => keyOf(each) === key)
    set(
      offer
        ? { window: { fromAt: offer.fromAt, toAt: offer.toAt }, technicianId: offer.technicianId, typed: '' }
        : { window: null, typed: '' },
    )
  }
  return (
    <>
      <LedgerRow>
        <LedgerCell
          label={t('tickets.field.visit')}
          isRequired
          isGap={read.window === null}
          source={
            read.window
              ? `${day(read.window.fromAt)} ${windowText(read.window.fromAt, read.window.toAt, zone)}`
              : t('tickets.dispatch.visitHint')
          }
          {...(error === undefined ? {} : { error })}
        >
          <LedgerInput
            value={draft.typed}
            placeholder={
              draft.window
                ? windowText(draft.window.fromAt, draft.window.toAt, zone)
                : t('kit.example', { example: '14-15' })
            }
            onChange={(typed) => set({ typed })}
          />
        </LedgerCell>
      </LedgerRow>
      {choices.length > 0 ? (
        <LedgerRow>
          <LedgerCell label={t('tickets.field.offers')}>
            <div className={chips.place}>
              <ChoiceChips choices={choices} value={draft.typed === '' ? chosen : null} onChange={pick} />
            </div>
          </LedgerCell>
        </LedgerRow>
      ) : null}
    </>
  )
}
