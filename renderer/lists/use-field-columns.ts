import { useTranslation } from 'react-i18next'
import type { FieldEntry, ListedField } from '../../shared/kit/field-entry.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import type { ListColumn } from './list-column.ts'

const widths: Readonly<Record<ListedField['width'], string>> = {
  word: '7rem',
  words: '10rem',
  name: 'minmax(12rem, 1.1fr)',
  rest: 'minmax(14rem, 1.6fr)',
}

/** Columns for the fields that say they stand in the list, in their order. */
export function useFieldColumns(fields: readonly FieldEntry[]): ListColumn<Readonly<Record<string, unknown>>>[] {
  const { t } = useTranslation()
  const { categoryText } = useKnownChoices()
  return fields.flatMap(({ key, label, words, shape, listed }) => {
    if (!listed) return []
    const { width, isSortable, isExtra } = listed
    const text = ({ [key]: value }: Readonly<Record<string, unknown>>) => {
      if (typeof value !== 'string') return ''
      if (shape.list) return categoryText(value)
      return words ? t(`${words}.${value}`) : value
    }
    return {
      ...{ id: key, title: t(label), width: widths[width], cell: text },
      ...(isSortable ? { isSortable } : {}),
      ...(isExtra ? { isExtra } : {}),
    }
  })
}
