import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { host } from '../app/host.ts'
import { sayNotice } from '../kit/notices.ts'
import { companyDay, companyTime } from '../kit/station-clock.ts'
import { listCsv } from './list-csv.ts'
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
    { head: t('customers.field.number'), cell: (row: CustomerListRow) => row.number },
    { head: t('customers.field.name'), cell: (row: CustomerListRow) => row.name },
    { head: t('customers.field.category'), cell: (row: CustomerListRow) => t(`customers.category.${row.category}`) },
    { head: t('customers.field.phone'), cell: (row: CustomerListRow) => row.phoneShown },
    { head: t('customers.field.address'), cell: (row: CustomerListRow) => row.address },
    { head: t('customers.list.products'), cell: (row: CustomerListRow) => String(row.products) },
    { head: t('customers.list.openTickets'), cell: (row: CustomerListRow) => String(row.openTickets) },
    {
      head: t('customers.list.lastContact'),
      cell: (row: CustomerListRow) => (row.lastContactAt ? sheetTime(row.lastContactAt) : ''),
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
      const bytes = new TextEncoder().encode(listCsv(columns, rows))
      const saved = await host.saveFile({ fileName: `${t('customers.list.title')}.csv`, bytes })
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
