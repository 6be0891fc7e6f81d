import { useMemo } from 'react'
import { warrantyVerdict } from '../../shared/products/rules.ts'
import type { WarrantyVerdict } from '../../shared/products/schema.ts'
import { useEntry } from './entry-context.ts'
import { readPurchaseDay } from './purchase-day.ts'

/** The warranty of what stands in the form: of the chosen product, or of the day just typed; null while there is neither. */
export function useWarranty(): WarrantyVerdict | null {
  const { draft, product, trade } = useEntry()
  const { preset, company, today } = trade
  const { purchasedOn: text, productName } = draft
  return useMemo(() => {
    const purchasedOn = readPurchaseDay(text, today) ?? null
    if (product && (purchasedOn === product.purchasedOn || text === '')) return product.warranty
    if (productName === '' && purchasedOn === null) return null
    const typed = { purchasedOn, acceptedOn: product?.acceptedOn ?? null, proof: 'told' as const }
    return warrantyVerdict(typed, preset, company.warrantyMonths, today)
  }, [product, text, productName, preset, company.warrantyMonths, today])
}
