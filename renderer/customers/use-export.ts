import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { listedFields } from '../../shared/kit/field-entry.ts'
import { saveList } from '../app/save-list.ts'
import { sayNotice } from '../kit/notices.ts'
import { companyDay, companyTime } from '../kit/station-clock.ts'
import type { ListWish } from './list-state.ts'
import { allCustomers } from './use-customer-list.ts'

/** Exports the list as it is filtered now. `done` counts the rows while it runs, else null. */
export function useExport(wish: Pick<ListWish, 'text' | 'category'>) {
  const { t } = useTranslation()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const columns = [
    { title: t('customers.field.number'), text: (row: CustomerListRow) => row.number },
    ...listedFields(customerFields).flatMap(({ key, label, ...field }) => {
      const words = 'words' in field ? field.words : undefined
      const own = { title: t(label), text: (row: CustomerListRow) => (words ? t(`${words}.${row[key]}`) : row[key]) }
      const phone = { title: t('customers.field.phone'), text: (row: CustomerListRow) => row.phoneShown }
      return key === 'category' ? [own, phone] : [own]
    }),
    { title: t('customers.list.products'), text: (row: CustomerListRow) => String(row.products) },
    { title: t('customers.list.openTickets'), text: (row: CustomerListRow) => String(row.openTickets) },
    {
      title: t('customers.list.lastContact'),
      text: (row: CustomerListRow) => (row.lastContactAt ? sheetTime(row.lastContactAt) : ''),
    },
  ]

  const run = async () => {
    if (running.current) return
    const stop = new AbortController()
    running.current = stop
    setError(null)
    setDone(0)
    try {
      const rows = await allCustomers(wish, setDone, stop.signal)
      if (stop.signal.aborted) return
      const filter = [wish.category, wish.text].filter((part) => part && part !== 'all').join(' ')
      const about = { feature: 'customers', view: 'list', filter } as const
      const saved = await saveList(t('customers.list.title'), about, columns, rows)
      if (saved) sayNotice(t('customers.list.exported', { count: rows.length }))
    } catch (problem) {
      setError(problem)
    } finally {
      running.current = null
      setDone(null)
    }
  }
  return { done, error, start: () => void run(), stop: () => running.current?.abort() }
}

/** An instant as spreadsheets read it, on the company's clock: 2026-11-20 14:00. */
const sheetTime = (at: string) => `${companyDay(at)} ${companyTime(at)}`
