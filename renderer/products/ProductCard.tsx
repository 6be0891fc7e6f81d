import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProductRow } from '../../shared/products/schema.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import look from './Products.module.css'
import { termShare, warrantyKinds } from './warranty-text.ts'

interface ProductCardProps {
  product: ProductRow
  isChosen: boolean
  onChoose: () => void
  onEdit: (() => void) | undefined
}

/** One product: what it is, its warranty as a verdict and as a bar of the term. Choosing it shows why. */
export function ProductCard({ product, isChosen, onChoose, onEdit }: ProductCardProps) {
  const { t } = useTranslation()
  const { name, model, serialNo, purchasedOn, acceptedOn, dealer, warranty, openTickets } = product
  const { stage, freeUntilOn, daysLeft, months } = warranty
  const share = termShare(warranty)
  const bought = purchasedOn
    ? t('products.bought', { on: purchasedOn })
    : acceptedOn
      ? t('products.accepted', { on: acceptedOn })
      : ''
  const about = [serialNo, bought, dealer].filter(Boolean).join(' · ')
  const until =
    freeUntilOn === null || daysLeft === null
      ? t(`products.missing.${warranty.missing ?? 'startDate'}`)
      : daysLeft >= 0
        ? t('products.untilLeft', { on: freeUntilOn, count: daysLeft })
        : t('products.ended', { on: freeUntilOn, charge: t(`products.charge.${warranty.charge}`) })
  return (
    <div className={isChosen ? `${look.card} ${look.chosen}` : look.card}>
      <div className={look.top}>
        <button type="button" className={look.name} aria-pressed={isChosen} onClick={onChoose}>
          {[name, model].filter(Boolean).join(' ')}
        </button>
        <Verdict kind={warrantyKinds[stage]}>{t(`products.stage.${stage}`)}</Verdict>
        {onEdit ? <IconButton icon={IconPencil} label={t('products.edit', { name })} onClick={onEdit} /> : null}
      </div>
      {about ? <p className={look.about}>{about}</p> : null}
      {share === null ? null : (
        <div className={look.term} aria-hidden>
          <div style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <p className={look.line}>
        <span>{months === null ? '' : t('products.wholeMonths', { months })}</span>
        <span>{until}</span>
      </p>
      {openTickets > 0 ? (
        <p className={look.line}>
          <Verdict kind="clock">{t('products.openTickets', { count: openTickets })}</Verdict>
        </p>
      ) : null}
    </div>
  )
}
