import { useTranslation } from 'react-i18next'
import type { FieldEntry } from '../../shared/kit/field-entry.ts'
import type { ListColumn } from '../lists/public.ts'

/** Columns for the fields that say they stand in the list: there for who chooses them. */
export function useFieldColumns(fields: readonly FieldEntry[]): ListColumn<Readonly<Record<string, unknown>>>[] {
  const { t } = useTranslation()
  return fields
    .filter(({ isListed }) => isListed)
    .map(({ key, label, words }) => {
      const text = ({ [key]: value }: Readonly<Record<string, unknown>>) =>
        typeof value !== 'string' ? '' : words ? t(`${words}.${value}`) : value
      return { id: key, title: t(label), width: '10rem', cell: text, isExtra: true }
    })
}
