import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../shared/customers/schema.ts'
import { api } from '../app/api.ts'
import { FactList } from '../kit/FactList.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { useFacts } from './use-facts.tsx'
import { useReveal } from './use-reveal.tsx'

/** Where a customer is and where the invoice goes; covered, they open whole for a minute, for a reason. Nothing where there is no address. */
export function AddressLines({ customer }: { customer: CustomerRow }) {
  const { t } = useTranslation()
  const reveal = useMutation(api.customers.revealAddress.mutationOptions())
  const { button, ask } = useReveal({
    see: t('customers.reveal.seeAddress'),
    masked: customer.addressMasked,
    until: reveal.data?.until ?? null,
    error: reveal.error,
    onReason: (reason) => reveal.mutate({ customerId: customer.id, reason }),
    onCover: reveal.reset,
  })
  const facts = useFacts({ ...customer, ...reveal.data }, 'addresses')
  if (facts.length === 0) return null
  return (
    <PaneSection isPadded head={<PaneHead title={t('customers.people.addresses')} action={button} />}>
      <FactList labelRem={3.5} facts={facts} />
      {ask}
    </PaneSection>
  )
}
