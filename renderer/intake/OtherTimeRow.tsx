import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../shared/kit/calendar.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import { api } from '../app/api.ts'
import { LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { visitProblem } from '../kit/visit-problem.ts'
import { withVisit } from './draft.ts'
import { twoCells } from './EntryBlocks.tsx'
import { useEntry } from './entry-context.ts'
import { FieldCell } from './FieldCell.tsx'
import { useTimes } from './use-trade.ts'
import { readVisit, understandVisit } from '../../shared/kit/visit-time.ts'

/** 另约: a time typed as it is said, and who goes then. */
export function OtherTimeRow() {
  const { t } = useTranslation()
  const { draft, trade, change } = useEntry()
  const times = useTimes(trade)
  const zone = trade.company.timeZone
  const [text, setText] = useState('')
  const { usualMinutes } = trade.preset.visits
  const promiseMinutes = trade.preset.promise?.withinMinutes ?? null
  const day = dayOf(draft.visitFromAt ?? trade.nowAt, zone)
  const loads = useQuery(api.tickets.technicians.queryOptions({ day }))
  const { visitFromAt, visitToAt } = draft
  const near = loads.data?.find(({ region }) => region !== '' && draft.address.includes(region))?.region ?? ''
  const ranked = rankTechnicians(loads.data ?? [], { region: near, visitFromAt, visitToAt }, usualMinutes)
  const describe = ({ technician, isFree }: (typeof ranked)[number]) => ({
    value: technician.id,
    text: [
      technician.name,
      technician.region,
      isFree ? t('intake.openCases', { count: technician.openTickets }) : t('intake.busyThen'),
    ]
      .filter(Boolean)
      .join(' · '),
  })
  const read = (typedText: string) => {
    setText(typedText)
    const visit = readVisit(typedText, trade.nowAt, zone, usualMinutes)
    const { technicianId, technicianName: name } = draft
    change((before) => withVisit(before, visit ? { ...visit, technicianId, name } : null, promiseMinutes))
  }
  return (
    <LedgerRow columns={twoCells}>
      <FieldCell
        field="visitTyped"
        label={t('intake.field.otherTime')}
        source={visitFromAt ? times.span(visitFromAt, visitToAt) : undefined}
        error={visitProblem(text, understandVisit(text, trade.nowAt, zone, usualMinutes).problem, t)}
      >
        <LedgerInput value={text} placeholder={t('kit.example', { example: t('intake.visitHint') })} onChange={read} />
      </FieldCell>
      <FieldCell field="technicianId" label={t('intake.field.technician')}>
        <LedgerSelect
          value={draft.technicianId ?? ''}
          choices={[{ value: '', text: t('intake.chooseTechnician') }, ...ranked.map(describe)]}
          onChange={(id) => {
            const technician = loads.data?.find((each) => each.id === id)
            change((before) => ({
              ...before,
              technicianId: technician?.id ?? null,
              technicianName: technician?.name ?? '',
            }))
          }}
        />
      </FieldCell>
    </LedgerRow>
  )
}
