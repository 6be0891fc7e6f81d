import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { useCompany } from '../app/use-house.ts'
import { usePolicies } from '../app/use-policies.ts'
import { FactList } from '../kit/FactList.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { WhyToggle } from '../kit/WhyToggle.tsx'
import { whyFacts } from './warranty-text.ts'

/** Why a product is free or not, open at first. */
export function WarrantyWhy({ product }: { product: ProductRow }) {
  const { t, i18n } = useTranslation()
  const company = useCompany()
  const tradeName = usePolicies()?.policy.name
  const id = useId()
  const [isOpen, setOpen] = useState(true)
  if (!company) return null
  return (
    <PaneSection
      isPadded
      isStrong
      head={
        <PaneHead
          title={t(`products.why.${product.warranty.stage}`)}
          note={product.name}
          action={<WhyToggle isOpen={isOpen} onToggle={() => setOpen(!isOpen)} controls={id} />}
        />
      }
    >
      <div id={id} hidden={!isOpen}>
        <FactList facts={whyFacts(product, company, tradeName, i18n.language as Language, t)} />
      </div>
    </PaneSection>
  )
}
