import { useTranslation } from 'react-i18next'
import type { ListGap } from '../../shared/kit/lists.ts'
import { Verdict } from '../kit/Verdict.tsx'
import { ListFoot } from './ListFoot.tsx'

interface TotalsFootProps<Name extends string> {
  /** As the station summed them; undefined before its first answer. */
  totals:
    | { count: number; isMore: boolean; leftOut: readonly ListGap[]; sums: Readonly<Record<Name, number>> | null }
    | undefined
  /** How many rows there are, translated; `isMore`: these or more. */
  count: (count: number, isMore: boolean) => string
  /** A sum as a sentence, in the order they stand. */
  sums: Readonly<Record<Name, (sum: number) => string>>
}

/** The foot of a list: how many rows, and what they sum up to; a list too long for sums, or for all it was asked for, says so. */
export function TotalsFoot<Name extends string>({ totals, count, sums }: TotalsFootProps<Name>) {
  const { t } = useTranslation()
  if (!totals) return <ListFoot />
  const names = Object.keys(sums) as Name[]
  return (
    <ListFoot>
      <strong>{count(totals.count, totals.isMore)}</strong>
      {totals.sums ? (
        names.map((name) => <span key={name}>{sums[name](totals.sums![name])}</span>)
      ) : (
        <span>{t('lists.total.narrow')}</span>
      )}
      {totals.leftOut.map((gap) => (
        <Verdict key={gap} kind="warn">
          {t(`lists.gap.${gap}`)}
        </Verdict>
      ))}
    </ListFoot>
  )
}
