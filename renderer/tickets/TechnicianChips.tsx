import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankedTechnician } from '../../shared/tickets/rules-technicians.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './TechnicianChips.module.css'

interface TechnicianChipsProps {
  ranked: readonly RankedTechnician[]
  /** A time is chosen: whether he is free then means something. */
  hasTime: boolean
  value: string | null
  onChange: (id: string | null) => void
}

const shownFirst = 6

/** Technicians, the best first, each with why he stands there: free then, same region, fewest open cases (R041). */
export function TechnicianChips({ ranked, hasTime, value, onChange }: TechnicianChipsProps) {
  const { t } = useTranslation()
  const [isAll, setAll] = useState(false)
  const chosen = ranked.findIndex(({ technician }) => technician.id === value)
  const shown = isAll ? ranked : ranked.filter((_, index) => index < shownFirst || index === chosen)
  const why = ({ reasons, technician }: RankedTechnician) =>
    [
      ...reasons
        .filter((reason) => reason !== 'fewestOpen' && (hasTime || (reason !== 'free' && reason !== 'busyThen')))
        .map((reason) => t(`tickets.rank.${reason}`)),
      t('tickets.rank.open', { count: technician.openTickets }),
    ].join(t('tickets.comma'))
  return (
    <div className={look.place}>
      <ChoiceChips
        choices={shown.map((each) => ({ value: each.technician.id, text: each.technician.name, note: why(each) }))}
        value={value}
        onChange={onChange}
      />
      {shown.length < ranked.length ? (
        <KeyButton isSmall look="quiet" onClick={() => setAll(true)}>
          {t('tickets.rank.more', { count: ranked.length - shown.length })}
        </KeyButton>
      ) : null}
    </div>
  )
}
