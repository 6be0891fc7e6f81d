import { useMemo } from 'react'
import { warrantyVerdict } from '../../shared/products/rules.ts'
import type { WarrantyVerdict } from '../../shared/products/schema.ts'
import { useEntry } from './entry-context.ts'
import { readPurchaseDay } from './purchase-day.ts'

/** The warranty of what stands in the form: of the chosen product, or of the day just typed; null while there is neither. */
export function useWarranty(): WarrantyVerdict | null {
  const { draft, product, trade } = useEntry()
  const { preset, today } = trade
  const { purchasedOn: text, acceptedOn: acceptance, productName } = draft
  return useMemo(() => {
    const purchasedOn = readPurchaseDay(text, today) ?? null
    const acceptedOn = readPurchaseDay(acceptance, today) ?? null
    if (
      product &&
      isAsFiled(product.purchasedOn, text, purchasedOn) &&
      isAsFiled(product.acceptedOn, acceptance, acceptedOn)
    )
      return product.warranty
    if (productName === '' && purchasedOn === null && acceptedOn === null) return null
    const typed = { purchasedOn, acceptedOn: product?.acceptedOn ?? acceptedOn, proof: 'told' as const }
    return warrantyVerdict(typed, preset, today)
  }, [product, text, acceptance, productName, preset, today])
}

const isAsFiled = (filed: string | null, typed: string, on: string | null) => typed === '' || on === filed
