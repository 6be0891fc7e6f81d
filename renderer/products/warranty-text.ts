import type { TFunction } from 'i18next'
import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { Language } from '../../shared/kit/words.ts'
import type { Text } from '../../shared/kit/words.ts'
import type { ProductRow, WarrantyVerdict } from '../../shared/products/schema.ts'
import type { VerdictKind } from '../kit/Verdict.tsx'

/** Free is passed, paid is a plain fact, unknown needs a look. */
export const warrantyKinds: Readonly<Record<WarrantyVerdict['stage'], VerdictKind>> = {
  free: 'ok',
  paid: 'none',
  unknown: 'warn',
}

/** Share of the term that has run by a day, 0–1; null while the term is not known. */
export function termShare(warranty: Pick<WarrantyVerdict, 'startOn' | 'freeUntilOn' | 'daysLeft'>): number | null {
  const { startOn, freeUntilOn, daysLeft } = warranty
  if (startOn === null || freeUntilOn === null || daysLeft === null) return null
  const whole = (Date.parse(freeUntilOn) - Date.parse(startOn)) / 86_400_000 + 1
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (whole - 1 - daysLeft) / whole))
}

/** Why free or not, as label and sentence: 起算, 期限, 条款, 除外, 收费. */
export function whyFacts(
  product: Pick<ProductRow, 'warranty' | 'invoiceNo'>,
  company: Pick<CompanyRow, 'warrantyMonths'>,
  tradeName: Text | undefined,
  language: Language,
  t: TFunction,
): [string, string][] {
  const { warranty, invoiceNo } = product
  const { startOn, startedBy, proof, months, rules, exclusions, charge, presetId } = warranty
  const known =
    proof === 'invoice' && invoiceNo ? t('products.proof.invoiceNo', { no: invoiceNo }) : t(`products.proof.${proof}`)
  const start = startOn && startedBy ? t(`products.started.${startedBy}`, { on: startOn, proof: known }) : ''
  const term =
    months === null
      ? t('products.why.noTerm')
      : t(company.warrantyMonths === null ? 'products.why.presetTerm' : 'products.why.companyTerm', { months })
  const named = rules.map((rule) => (rule === 'house' ? t('products.why.house') : rule))
  return [
    [t('products.fact.start'), start || t('products.why.noStart')],
    [t('products.fact.term'), term],
    [t('products.fact.clause'), [tradeName?.[language] ?? presetId, ...named].join(' · ')],
    ...(exclusions.length === 0
      ? []
      : [
          [t('products.fact.excluded'), exclusions.map((text) => text[language]).join(t('products.comma'))] as [
            string,
            string,
          ],
        ]),
    [t('products.fact.charge'), t(`products.charge.${charge}`)],
  ]
}
