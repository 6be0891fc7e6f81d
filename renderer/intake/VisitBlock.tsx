import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { promiseGate } from '../../shared/tickets/rules-gates.ts'
import { api } from '../app/api.ts'
import type { Choice } from '../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { useIsWide } from '../kit/Zones.tsx'
import { DigitChips } from './DigitChips.tsx'
import { withVisit } from './draft.ts'
import { twoCells } from './EntryBlocks.tsx'
import { useEntry } from './entry-context.ts'
import { FieldCell, TextCell } from './FieldCell.tsx'
import { focusField, focusFirstGap } from './focus-field.ts'
import { OtherTimeRow } from './OtherTimeRow.tsx'
import { useDebounced } from '../kit/use-debounced.ts'
import { useTimes } from './use-trade.ts'

const otherTime = 'other'
const byPhone = 'guidance'

/** 上门: where, when, and what is promised (R044). */
export function VisitBlock() {
  const { t } = useTranslation()
  const { draft, trade, change, tab, errors } = useEntry()
  const { promise } = trade.preset
  const [isOther, setOther] = useState(false)
  const isVisit = draft.handling === 'dispatch'
  const gate = promiseGate(draft, promise)
  const isLate = isVisit && !gate.isWithin
  const lead = () => focusFirstGap(tab.id, trade, 'dispatch')
  return (
    <LedgerBlock head={t('intake.block.visit')}>
      <LedgerRow>
        <TextCell
          field="address"
          label={t('presets.field.address')}
          source={draft.sources.address ? t('intake.source.fileCheck') : null}
        />
      </LedgerRow>
      <LedgerRow>
        <FieldCell field="visitFromAt" label={t('presets.field.visit')} error={errors.visitToAt}>
          <VisitChips isOther={isOther} onOther={setOther} onDigit={lead} />
        </FieldCell>
      </LedgerRow>
      {isOther && isVisit ? <OtherTimeRow /> : null}
      {promise ? (
        <LedgerRow>
          <FieldCell
            field="within3h"
            label={t('presets.field.within3h')}
            source={isLate ? undefined : t('intake.within3h.hint')}
          >
            <DigitChips
              choices={[
                { value: 'yes' as const, text: t('intake.within3h.yes') },
                { value: 'no' as const, text: t('intake.within3h.no') },
              ]}
              value={draft.within3h}
              onChange={(within3h) => change((before) => ({ ...before, within3h }))}
              onDigit={lead}
            />
          </FieldCell>
        </LedgerRow>
      ) : null}
      {isLate && promise ? (
        <LedgerRow columns={twoCells}>
          <FieldCell field="rescheduleReason" label={t('intake.field.reason')}>
            <LedgerInput
              value={draft.rescheduleReason}
              placeholder={t('intake.reasonHint')}
              onChange={(rescheduleReason) => change((before) => ({ ...before, rescheduleReason }))}
            />
          </FieldCell>
          <FieldCell field="consent" label={t('intake.field.consent')}>
            <DigitChips
              choices={[
                { value: 'agreed' as const, text: t('intake.consent.agreed') },
                { value: 'refused' as const, text: t('intake.consent.refused') },
              ]}
              value={draft.consent}
              onChange={(consent) => change((before) => ({ ...before, consent }))}
              onDigit={lead}
            />
          </FieldCell>
        </LedgerRow>
      ) : null}
    </LedgerBlock>
  )
}

/** The next free windows of the technicians, another time, or guidance by telephone. */
function VisitChips(props: { isOther: boolean; onOther: (isOther: boolean) => void; onDigit: () => void }) {
  const { isOther, onOther, onDigit } = props
  const { t } = useTranslation()
  const { draft, trade, change } = useEntry()
  const times = useTimes(trade)
  const isWide = useIsWide()
  const address = useDebounced(draft.address.trim(), 600)
  const mayAsk = draft.outcome === 'repair'
  const offers = useQuery(
    api.tickets.visitOffers.queryOptions(mayAsk ? { address: address || null } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  )
  const promiseMinutes = trade.preset.promise?.withinMinutes ?? null
  const mostOffers = isWide ? 3 : 2
  const offered = (offers.data ?? []).slice(0, mostOffers)
  const idOf = (offer: { fromAt: string; technicianId: string }) => `${offer.fromAt}|${offer.technicianId}`
  const chosenId = draft.visitFromAt
    ? idOf({ fromAt: draft.visitFromAt, technicianId: draft.technicianId ?? '' })
    : null
  const isOffered = offered.some((offer) => idOf(offer) === chosenId)
  const hasGuidance = trade.preset.clocks.some(({ clock }) => clock === 'guide')
  const choices: Choice<string>[] = offered.map((offer) => ({
    value: idOf(offer),
    text: times.span(offer.fromAt, offer.toAt),
    note: isWide && offer.why.includes('sameRegion') ? `${offer.name} ${t('intake.why.sameRegion')}` : offer.name,
  }))
  const isOwnTime = chosenId !== null && !isOffered
  // A time that is no offer, or no longer one (the station is silent), stands beside 另约 and takes no digit.
  if (isOwnTime && !isOther) {
    const own = { value: chosenId, digit: undefined, text: times.span(draft.visitFromAt ?? '', draft.visitToAt) }
    choices.splice(mostOffers - 1, mostOffers, { ...own, note: draft.technicianName || undefined })
  }
  // Another time and the telephone keep their digits whether the offers have come or not: no key ever means another thing.
  choices.push({ value: otherTime, digit: mostOffers + 1, text: t('intake.otherTime') })
  if (hasGuidance) choices.push({ value: byPhone, digit: mostOffers + 2, text: t('intake.byPhone') })
  const value = draft.handling === 'guidance' ? byPhone : isOther && !isOffered ? otherTime : chosenId

  const choose = (wanted: string | null) => {
    if (wanted !== null && wanted === chosenId) return
    onOther(wanted === otherTime)
    if (wanted === byPhone) change((before) => ({ ...withVisit(before, null, null), handling: 'guidance' }))
    else if (wanted === otherTime) {
      change((before) => (isOwnTime ? before : withVisit(before, null, null)))
      setTimeout(() => focusField('visitTyped'))
    } else {
      const offer = offered.find((each) => idOf(each) === wanted) ?? null
      change((before) => withVisit(before, offer, promiseMinutes))
    }
  }
  return (
    <DigitChips
      choices={choices}
      value={value}
      onChange={choose}
      onDigit={(wanted) => (wanted === otherTime ? focusField('visitTyped') : onDigit())}
    />
  )
}
