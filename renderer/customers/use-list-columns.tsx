import { useTranslation } from 'react-i18next'
import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { PhoneText } from '../kit/PhoneText.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { type ListColumn, useFieldColumns } from '../lists/public.ts'
import look from './CustomerList.module.css'

/** The columns of the archive's list; they fit 1366 px, the address takes what is left. */
export function useListColumns(): readonly ListColumn<CustomerListRow>[] {
  const { t } = useTranslation()
  const nowAt = useNow()
  const own = useFieldColumns(customerFields)
  const number: ListColumn<CustomerListRow> = {
    id: 'number',
    isSortable: true,
    title: t('customers.field.number'),
    width: '7rem',
    cell: (row) => row.number,
  }
  const phone: ListColumn<CustomerListRow> = {
    id: 'phone',
    title: t('customers.field.phone'),
    width: '9.5rem',
    cell: ({ phoneShown }) => (phoneShown ? <PhoneText number={phoneShown} /> : null),
  }
  /** The customer's own fields, with what stands behind some of them. */
  const placed = own.flatMap((column): ListColumn<CustomerListRow>[] => {
    if (column.isExtra) return []
    if (column.id === 'name') return [{ ...column, cell: ({ name }) => <b className={look.strong}>{name}</b> }, number]
    return column.id === 'category' ? [column, phone] : [column]
  })
  return [
    ...placed,
    {
      id: 'products',
      title: t('customers.list.products'),
      width: '4.5rem',
      isRight: true,
      cell: ({ products }) => count(products),
    },
    {
      id: 'openTickets',
      title: t('customers.list.openTickets'),
      width: '4.5rem',
      isRight: true,
      cell: ({ openTickets }) => count(openTickets),
    },
    {
      id: 'lastContactAt',
      isSortable: true,
      title: t('customers.list.lastContact'),
      width: '8rem',
      isRight: true,
      cell: ({ lastContactAt }) =>
        lastContactAt ? <WhenText at={lastContactAt} nowAt={nowAt} /> : <span className={look.dim}>–</span>,
    },
    {
      id: 'createdAt',
      isSortable: true,
      isExtra: true,
      title: t('customers.list.created'),
      width: '8rem',
      isRight: true,
      cell: ({ createdAt }) => <WhenText at={createdAt} nowAt={nowAt} />,
    },
    ...own.filter(({ isExtra }) => isExtra),
  ]
}

/** Nothing is dim, so that the figures stand out. */
const count = (figure: number) => (figure === 0 ? <span className={look.dim}>0</span> : figure)
