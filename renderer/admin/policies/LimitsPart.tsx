import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitFiguresAnswer } from '../../../shared/admin/policy-schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { type ClockHours, clockHours } from '../../../shared/clocks/schema.ts'
import { clockKey, type ClockPolicy, type Policy } from '../../../shared/presets/schema.ts'
import { readLimit } from '../../../shared/presets/span.ts'
import { limitText } from '../../../shared/presets/summary.ts'
import { api } from '../../app/api.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { PaneHead } from '../../kit/Pane.tsx'
import { spanText } from '../../kit/spans.ts'
import look from './policy.module.css'

interface LimitsPartProps {
  policy: Policy
  base: Policy
  onChange: (part: Partial<Policy>) => void
}

/** 时限: what must happen, from when it counts, how long, how it runs, when it warns, and where the number comes from. */
export function LimitsPart({ policy, base, onChange }: LimitsPartProps) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<ClockPolicy>) =>
    onChange({ clocks: policy.clocks.map((clock, nth) => (nth === at ? { ...clock, ...part } : clock)) })
  const { data } = useQuery(api.admin.limitFigures.queryOptions())
  const figuresOf = (key: string) => data?.rows.find((row) => row.key === key)
  return (
    <>
      <table className={look.table}>
        <thead>
          <tr>
            {(['what', 'startsAt', 'limit', 'hours', 'warn', 'source', 'kept'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`admin.policy.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policy.clocks.map((clock, at) => (
            <LimitRow
              key={clockKey(clock)}
              clock={clock}
              policy={policy}
              before={base.clocks.find((each) => clockKey(each) === clockKey(clock))}
              figures={figuresOf(clockKey(clock))}
              onChange={(part) => change(at, part)}
            />
          ))}
        </tbody>
      </table>
      <PaneHead
        title={t('admin.policy.paperNote')}
        weight="quiet"
        action={
          <KeyButton
            isSmall
            onClick={() => onChange({ clocks: [...policy.clocks, ownLimit(policy, t('admin.policy.newLine'))] })}
          >
            {t('admin.policy.add')}
          </KeyButton>
        }
      />
    </>
  )
}

/** A limit of the company's own, met by the result. */
function ownLimit({ clocks }: Policy, name: string): ClockPolicy {
  const nth = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((each) => !clocks.some(({ clock }) => clock === `own${each}`)) ?? 10
  return {
    ...{ clock: `own${nth}`, text: { 'zh-CN': name, 'zh-TW': name, en: name }, startsAt: 'received', hours: 'clock' },
    ...{ limitMinutes: 60, rule: 'house', source: { from: 'own' } },
  }
}

interface LimitRowProps {
  /** undefined while they are asked for, and for a limit that does not count yet. */
  figures: LimitFiguresAnswer['rows'][number] | undefined
  clock: ClockPolicy
  policy: Policy
  before: ClockPolicy | undefined
  onChange: (part: Partial<ClockPolicy>) => void
}

function LimitRow({ clock, policy, before, figures, onChange }: LimitRowProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [typed, setTyped] = useState<string | null>(null)
  const level = policy.levels.find(({ code }) => code === clock.level)?.text[language]
  const name = [clock.text[language], level].filter(Boolean).join(' · ')
  const isOwn = clock.clock.startsWith('own')
  const isOdd = typed !== null && readLimit(typed, clock) === null
  const settle = () => {
    const limit = typed === null ? null : readLimit(typed, clock)
    if (!limit) return
    setTyped(null)
    if (limit.limitMinutes !== clock.limitMinutes || limit.hours !== clock.hours)
      onChange({ ...limit, rule: 'house', source: { from: 'own' } })
  }
  const was = before && (before.limitMinutes !== clock.limitMinutes || before.hours !== clock.hours)
  return (
    <tr>
      <th scope="row">
        {isOwn ? (
          <input
            aria-label={t('admin.policy.name')}
            value={clock.text[language]}
            onChange={({ target: { value } }) => onChange({ text: { 'zh-CN': value, 'zh-TW': value, en: value } })}
          />
        ) : (
          name
        )}
      </th>
      <td className={look.short}>{t(`admin.policy.event.${clock.startsAt}`, { defaultValue: clock.startsAt })}</td>
      <td>
        <input
          size={9}
          aria-label={t('admin.policy.limitOf', { what: name })}
          aria-invalid={isOdd || undefined}
          title={isOdd ? t('admin.policy.limitOdd') : undefined}
          value={typed ?? limitText(clock)[language]}
          onChange={({ target: { value } }) => setTyped(value)}
          onBlur={settle}
          onKeyDown={(event) => event.key === 'Enter' && settle()}
        />
        {isOdd ? <span className={look.dim}>{t('admin.policy.limitOdd')}</span> : null}
        {was ? (
          <span className={look.dim}>{t('admin.policy.was', { before: limitText(before)[language] })}</span>
        ) : null}
      </td>
      <td>
        <select
          aria-label={`${name} ${t('admin.policy.hours')}`}
          value={clock.hours}
          onChange={({ target: { value } }) => onChange(runningAs(clock, value as ClockHours))}
        >
          {clockHours.map((hours) => (
            <option key={hours} value={hours}>
              {t(`admin.policy.hours.${hours}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          inputMode="numeric"
          size={4}
          aria-label={`${name} ${t('admin.policy.warn')}`}
          value={clock.warnMinutes ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ warnMinutes: /^\d{1,5}$/u.test(value) ? Number(value) : undefined })
          }
        />
      </td>
      <td>{sourceText(clock)}</td>
      <td className={look.told}>{figures ? <KeptText figures={figures} /> : t('admin.policy.kept.none')}</td>
    </tr>
  )

  function sourceText({ source, rule }: ClockPolicy): string {
    if (source.from === 'paper') return t('admin.policy.source.paper', { rule })
    if (source.from === 'trade') return t('admin.policy.source.trade', { trade: source.trade })
    return t('admin.policy.source.own')
  }
}

/** 做得到吗: how many of the cases of the last days kept it, what they took, and how late the others were. */
function KeptText({ figures }: { figures: LimitFiguresAnswer['rows'][number] }) {
  const { t } = useTranslation()
  const { cases, kept, lateP50Minutes, lateP90Minutes, ranP50Minutes, ranP90Minutes } = figures
  const span = (minutes: number | null) => {
    const { key, facts } = spanText(minutes ?? 0)
    return t(key, facts)
  }
  if (cases === 0) return t('admin.policy.kept.none')
  return (
    <>
      {t('admin.policy.kept.of', { kept, cases })}
      {ranP50Minutes === null ? null : (
        <span className={look.dim}>
          {t('admin.policy.kept.ran', { half: span(ranP50Minutes), most: span(ranP90Minutes) })}
        </span>
      )}
      {lateP50Minutes === null ? null : (
        <span className={look.dim}>
          {t('admin.policy.kept.late', { half: span(lateP50Minutes), most: span(lateP90Minutes) })}
        </span>
      )}
    </>
  )
}

/** A limit that runs otherwise: by days it is whole days, at least one. */
function runningAs({ limitMinutes }: ClockPolicy, hours: ClockHours): Partial<ClockPolicy> {
  const own: Partial<ClockPolicy> = { hours, rule: 'house', source: { from: 'own' } }
  if (hours === 'clock' || hours === 'working') return own
  return { ...own, limitMinutes: Math.ceil(limitMinutes / 1440) * 1440 }
}
