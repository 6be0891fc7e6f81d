import { useQuery } from '@tanstack/react-query'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { limitProblems, ownLimit } from '../../../shared/presets/limits.ts'
import { clockKey, type ClockPolicy, type Policy, policyProblems } from '../../../shared/presets/schema.ts'
import { unworkable } from '../../../shared/presets/workable.ts'
import { api } from '../../app/api.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { PaneHead } from '../../kit/Pane.tsx'
import { LimitRow } from './LimitRow.tsx'
import { useLimitName } from './use-limit-name.ts'
import look from './policy.module.css'
import { sameText } from './TextCell.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

interface LimitsPartProps {
  draft: Pick<PolicyDraft, 'policy' | 'base' | 'runningCases'>
  /** What a layer lies over: these limits can be changed there and not taken away; null for the company itself. */
  below: Policy | null
  /** Translated: why the limit in a place may not be published as it is called. */
  problemOf: (place: string) => string | undefined
  onChange: (part: Partial<Policy>) => void
}

const columns = ['what', 'fromUntil', 'limit', 'hours', 'warn', 'source', 'kept'] as const

/** 时限: what must happen, from when it counts until when, how long, how it runs, when it warns, and where the number comes from. */
export function LimitsPart({ draft, below, problemOf, onChange }: LimitsPartProps) {
  const { policy, base, runningCases } = draft
  const { t } = useTranslation()
  const nameOf = useLimitName(policy)
  const [open, setOpen] = useState<number | null>(null)
  const { data } = useQuery(api.admin.limitFigures.queryOptions())
  const put = (clocks: readonly ClockPolicy[]) => onChange({ clocks })
  const problems = [...policyProblems(policy), ...limitProblems(policy, base), ...unworkable(policy)]
  const problemsOf = (at: number) => {
    const unnamed = problemOf(String(at))
    return new Map([
      ...(unnamed ? [['text', unnamed] as const] : []),
      ...problems.flatMap(({ path, reason }): [string, string][] => {
        const [list, nth, field = 'level'] = path.split('.')
        if (list !== 'clocks' || Number(nth) !== at) return []
        return [[field, t(`admin.failure.policy.${reason}`, { nth: at + 1, place: nameOf(policy.clocks[at]!) })]]
      }),
    ])
  }
  const has = (clocks: readonly ClockPolicy[], limit: ClockPolicy) =>
    clocks.some((each) => clockKey(each) === clockKey(limit))
  const table = useRef<HTMLTableElement>(null)
  const add = (limit: ClockPolicy) => {
    flushSync(() => {
      put([...policy.clocks, limit])
      setOpen(policy.clocks.length)
    })
    // What is typed next names the new limit.
    const name = table.current?.querySelector<HTMLInputElement>('tbody [data-ledger-field]')
    name?.focus()
    name?.select()
  }
  // A limit that may not be published as it is called lies open, so that its name can be typed.
  const unnamed = policy.clocks.findIndex((_, at) => problemOf(String(at)) !== undefined)
  const [led, setLed] = useState(-1)
  if (unnamed !== led) {
    setLed(unnamed)
    if (unnamed !== -1) setOpen(unnamed)
  }
  const gone = base.clocks.filter((limit) => !has(policy.clocks, limit))
  return (
    <>
      <table className={look.table} ref={table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`admin.policy.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {policy.clocks.map((clock, at) => (
            <LimitRow
              // A level or kind may change while it is edited: the place stays.
              key={`${at} ${clock.clock}`}
              clock={clock}
              policy={policy}
              before={base.clocks.find((each) => clockKey(each) === clockKey(clock))}
              figures={data?.rows.find((row) => row.key === clockKey(clock))}
              problems={problemsOf(at)}
              isOpen={open === at}
              isOfCompany={below !== null && has(below.clocks, clock)}
              onOpen={() => setOpen(open === at ? null : at)}
              onChange={(part) => put(policy.clocks.map((each, nth) => (nth === at ? { ...each, ...part } : each)))}
              onAdd={add}
              onRemove={() => {
                setOpen(null)
                put(policy.clocks.filter((_, nth) => nth !== at))
              }}
            />
          ))}
        </tbody>
      </table>
      {gone.length > 0 ? (
        <ul className={`${look.plainList} ${look.layer}`} aria-label={t('admin.policy.limitGone')}>
          {gone.map((limit) => (
            <li key={clockKey(limit)} className={look.moved}>
              <span>
                {t('admin.policy.limitGone')} <del>{nameOf(limit)}</del>
              </span>
              <IconButton
                icon={IconArrowBackUp}
                label={t('admin.policy.limitBack', { what: nameOf(limit) })}
                onClick={() => put([...policy.clocks, limit])}
              />
              <span className={look.dim}>{t(`admin.policy.limitGone.${runningCases}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <PaneHead
        title={t('admin.policy.paperNote')}
        weight="quiet"
        action={
          <KeyButton isSmall onClick={() => add(ownLimit(policy, sameText(t('admin.policy.newLine'))))}>
            {t('admin.policy.add')}
          </KeyButton>
        }
      />
    </>
  )
}
