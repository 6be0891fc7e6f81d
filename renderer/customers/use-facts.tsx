import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerRow } from '../../shared/customers/schema.ts'
import type { FieldEntry } from '../../shared/kit/field-entry.ts'
import look from './PeoplePane.module.css'

/** Filled fields that the page shows in one of its sections, by label. */
export function useFacts(customer: CustomerRow, section: string): [string, ReactNode][] {
  const { t } = useTranslation()
  return customerFields.flatMap(({ key, label, ...field }: (typeof customerFields)[number] & FieldEntry) => {
    const { page } = field
    if (page?.section !== section || customer[key] === '') return []
    const value = page.isDim ? <span className={look.dim}>{customer[key]}</span> : customer[key]
    return [[t(page.label ?? label), value]]
  })
}
