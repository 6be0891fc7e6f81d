import { useTranslation } from 'react-i18next'
import { ChipSelect } from '../kit/ChipSelect.tsx'
import { DaysChip } from './DaysChip.tsx'
import type { ListState } from './use-list-state.ts'

/** One condition of a list, by the name a saved view keeps. */
export interface ListFilter {
  id: string
  /** Translated. */
  label: string
  /** Its choices are spans of days that end today; any other days can be set beside them. */
  isDays?: boolean
  choices: readonly { value: string; text: string }[]
}

/** The conditions of a list, a chip each. */
export function FilterChips({ filters, state }: { filters: readonly ListFilter[]; state: ListState }) {
  const { t } = useTranslation()
  return filters.map(({ id, label, choices, isDays }) => {
    const same = { label, choices, value: state.wish.filters[id] ?? null }
    const change = (value: string | null) => state.filter({ [id]: value })
    return isDays ? (
      <DaysChip key={id} {...same} onChange={change} />
    ) : (
      <ChipSelect key={id} {...same} all={t('lists.filter.all')} onChange={change} />
    )
  })
}
