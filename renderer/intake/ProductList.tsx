import { useTranslation } from 'react-i18next'
import type { WarrantyVerdict } from '../../shared/products/schema.ts'
import { Kbd } from '../kit/Kbd.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { useEntry } from './entry-context.ts'
import look from './Who.module.css'

const kinds = { free: 'ok', paid: 'none', unknown: 'warn' } as const

/** 保内, 保外, 不明 as a badge. */
export function WarrantyBadge({ warranty }: { warranty: WarrantyVerdict }) {
  const { t } = useTranslation()
  return <Verdict kind={kinds[warranty.stage]}>{t(`intake.warranty.short.${warranty.stage}`)}</Verdict>
}

/** The customer's products, each with its warranty; Alt+P goes from one to the next, a new one last. */
export function ProductList() {
  const { t } = useTranslation()
  const { card, draft, pickProduct } = useEntry()
  if (!card) return null
  const { products } = card
  const isCustomers = draft.customerId === card.customer.id
  return (
    <div className={look.block}>
      <PaneHead
        title={t('intake.products')}
        note={t('intake.productCount', { count: products.length })}
        action={isCustomers ? <Kbd>Alt+P</Kbd> : undefined}
      />
      {products.map((product) => (
        <ListRow
          key={product.id}
          title={[product.name, product.model].filter(Boolean).join(' ')}
          isChosen={isCustomers && product.id === draft.productId}
          lines={[
            [
              product.serialNo,
              product.purchasedOn ? t('intake.bought', { month: product.purchasedOn.slice(0, 7) }) : '',
            ]
              .filter(Boolean)
              .join(' · ') || t('intake.noSerial'),
          ]}
          end={
            <>
              <WarrantyBadge warranty={product.warranty} />
              {isCustomers && product.id === draft.productId ? (
                <span>{t('intake.thisTime')}</span>
              ) : product.openTickets > 0 ? (
                <span className={look.plain}>{t('intake.hasOpen')}</span>
              ) : null}
            </>
          }
          onPick={isCustomers ? () => pickProduct(product) : undefined}
        />
      ))}
      {isCustomers && products.length > 0 ? (
        <button
          type="button"
          className={look.another}
          aria-pressed={draft.productId === null}
          onClick={() => pickProduct(null)}
        >
          <span>{t('intake.otherProduct')}</span>
        </button>
      ) : null}
    </div>
  )
}
