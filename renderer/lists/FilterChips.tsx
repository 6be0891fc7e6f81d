import { useTranslation } from 'react-i18next'
import { ChipSelect } from '../kit/ChipSelect.tsx'
import type { ListState } from './use-list-state.ts'

/** One condition of a list, by the name a saved view keeps. */
export interface ListFilter {
  id: string
  /** Translated. */
  label: string
  choices: readonly { value: string; text: string }[]
}

/** The conditions of a list, a chip each. */
export function FilterChips({ filters, state }: { filters: readonly ListFilter[]; state: ListState }) {
  const { t } = useTranslation()
  return filters.map(({ id, label, choices }) => (
    <ChipSelect
      key={id}
      label={label}
      all={t('lists.filter.all')}
      choices={choices}
      value={state.wish.filters[id] ?? null}
      onChange={(value) => state.filter({ [id]: value })}
    />
  ))
}
