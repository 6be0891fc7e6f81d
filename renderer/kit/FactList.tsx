import type { ReactNode } from 'react'
import look from './FactList.module.css'

/** Label and value pairs in two columns: 起算, 期限, 条款. Labels are translated already. */
export function FactList({
  facts,
  labelRem = 3,
}: {
  facts: readonly (readonly [string, ReactNode])[]
  labelRem?: number
}) {
  return (
    <dl className={look.facts} style={{ ['--label' as string]: `${labelRem}rem` }}>
      {facts.map(([label, value]) => (
        <FactPair key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function FactPair({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
