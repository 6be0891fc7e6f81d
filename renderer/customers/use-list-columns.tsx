import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { PhoneText } from '../kit/PhoneText.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import type { ListColumn } from '../lists/public.ts'
import look from './CustomerList.module.css'

/** The columns of the archive's list; they fit 1366 px, the address takes what is left. */
export function useListColumns(): readonly ListColumn<CustomerListRow>[] {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { categoryText } = useKnownChoices()
  return useMemo(
    () => [
      {
        id: 'name',
        isSortable: true,
        title: t('customers.field.name'),
        width: 'minmax(12rem, 1.1fr)',
        cell: ({ name }) => <b className={look.strong}>{name}</b>,
      },
      {
        id: 'number',
        isSortable: true,
        title: t('customers.field.number'),
        width: '7rem',
        cell: ({ number }) => number,
      },
      {
        id: 'category',
        isSortable: true,
        title: t('customers.field.category'),
        width: '7rem',
        cell: ({ category }) => categoryText(category),
      },
      {
        id: 'phone',
        title: t('customers.field.phone'),
        width: '9.5rem',
        cell: ({ phoneShown }) => (phoneShown ? <PhoneText number={phoneShown} /> : null),
      },
      {
        id: 'address',
        title: t('customers.field.address'),
        width: 'minmax(14rem, 1.6fr)',
        cell: ({ address }) => address,
      },
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
      {
        id: 'leadSource',
        isSortable: true,
        isExtra: true,
        title: t('customers.field.leadSource'),
        width: '10rem',
        cell: ({ leadSource }) => leadSource,
      },
    ],
    [t, nowAt, categoryText],
  )
}

/** Nothing is dim, so that the figures stand out. */
const count = (figure: number) => (figure === 0 ? <span className={look.dim}>0</span> : figure)
