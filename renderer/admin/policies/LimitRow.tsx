import { IconPencil } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitFiguresAnswer } from '../../../shared/admin/policy-schema.ts'
import { type ClockHours, clockHours } from '../../../shared/clocks/schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { caseEvents, isCaseEvent, isCounted } from '../../../shared/presets/events.ts'
import { endOf } from '../../../shared/presets/limit-ends.ts'
import { ownSource } from '../../../shared/presets/limits.ts'
import type { ClockPolicy, Policy } from '../../../shared/presets/schema.ts'
import { readLimit } from '../../../shared/presets/span.ts'
import { limitText } from '../../../shared/presets/sentences.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { useTrades } from '../use-trades.ts'
import { LimitDetail } from './LimitDetail.tsx'
import look from './policy.module.css'
import { useLimitName } from './use-limit-name.ts'

interface LimitRowProps {
  /** undefined while they are asked for, and for a limit that does not count yet. */
  figures: LimitFiguresAnswer['rows'][number] | undefined
  clock: ClockPolicy
  policy: Policy
  /** The same limit as it was published. */
  before: ClockPolicy | undefined
  /** Translated, by the field they are about. */
  problems: ReadonlyMap<string, string>
  isOpen: boolean
  /** In a layer: the company's own, for whom and that it counts stays. */
  isOfCompany: boolean
  onOpen: () => void
  onChange: (part: Partial<ClockPolicy>) => void
  onAdd: (limit: ClockPolicy) => void
  onRemove: () => void
}

/** A limit in the table; its further cells open under it. */
export function LimitRow(props: LimitRowProps) {
  const { clock, policy, before, figures, problems, isOpen, onChange } = props
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const detailId = useId()
  const trades = useTrades()
  const tradeName = (trade: string) => trades.find(({ id }) => id === trade)?.name[language] ?? trade
  const [typed, setTyped] = useState<string | null>(null)
  const name = useLimitName(policy)(clock)
  const whom = name.slice(clock.text[language].length).replace(/^ · /u, '')
  const isOdd = typed !== null && readLimit(typed, clock) === null
  const settle = () => {
    const limit = typed === null ? null : readLimit(typed, clock)
    if (!limit) return
    setTyped(null)
    if (limit.limitMinutes !== clock.limitMinutes || limit.hours !== clock.hours) onChange({ ...limit, ...ownSource })
  }
  const was = before && (before.limitMinutes !== clock.limitMinutes || before.hours !== clock.hours)
  const eventText = (code: string) => (isCaseEvent(code) ? caseEvents[code].text[language] : code)
  // What is wrong with a cell of the detail is said here while that is closed.
  const told = isOpen ? ['limitMinutes', 'warnMinutes'] : [...problems.keys()]
  const problemText = told.flatMap((field) => problems.get(field) ?? [])
  return (
    <>
      <tr>
        <th scope="row">
          {clock.text[language]}
          {whom === '' ? null : <span className={look.dim}>{whom}</span>}
        </th>
        <td>
          {eventText(clock.startsAt)}
          <span className={look.dim}>{t('admin.policy.until', { event: eventText(endOf(clock)) })}</span>
          {isCounted(clock) ? null : <span className={look.dim}>{t('admin.policy.notCounted')}</span>}
        </td>
        <td>
          <input
            size={9}
            aria-label={t('admin.policy.limitOf', { what: name })}
            data-unread={isOdd || undefined}
            aria-invalid={isOdd || problems.has('limitMinutes') || undefined}
            aria-describedby={isOdd || problemText.length > 0 ? `${detailId}-odd` : undefined}
            value={typed ?? limitText(clock)[language]}
            onChange={({ target: { value } }) => setTyped(value)}
            onBlur={settle}
            onKeyDown={(event) => event.key === 'Enter' && settle()}
          />
          <span id={`${detailId}-odd`} role={isOdd || problemText.length > 0 ? 'alert' : undefined}>
            {isOdd ? <span className={look.odd}>{t('admin.policy.limitOdd')}</span> : null}
            {problemText.map((text) => (
              <span key={text} className={look.odd}>
                {text}
              </span>
            ))}
          </span>
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
            aria-invalid={problems.has('warnMinutes') || undefined}
            value={clock.warnMinutes ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ warnMinutes: /^\d{1,6}$/u.test(value) ? Math.min(Number(value), 525_600) : undefined })
            }
          />
        </td>
        <td>{sourceText(clock)}</td>
        <td className={look.told}>
          {!figures || figures.cases === 0
            ? t('admin.policy.kept.none')
            : t('admin.policy.kept.of', { kept: figures.kept, cases: figures.cases })}
        </td>
        <td>
          <IconButton
            icon={IconPencil}
            label={t('admin.policy.limitEdit', { what: name })}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            onClick={props.onOpen}
          />
        </td>
      </tr>
      {isOpen ? (
        <tr id={detailId}>
          <td colSpan={8} className={look.detail}>
            <LimitDetail {...props} name={name} />
          </td>
        </tr>
      ) : null}
    </>
  )

  function sourceText({ source, rule }: ClockPolicy): string {
    if (source.from === 'paper') return t('admin.policy.source.paper', { rule })
    const figure = rule === 'house' ? t('admin.policy.source.own') : rule
    // First what its deadlines say on a case, then whose paper it was taken from.
    if (source.from === 'own') return figure
    return `${figure} · ${t('admin.policy.source.trade', { trade: tradeName(source.trade) })}`
  }
}

/** A limit that runs otherwise: by days it is whole days, at least one. */
function runningAs({ limitMinutes }: ClockPolicy, hours: ClockHours): Partial<ClockPolicy> {
  const own: Partial<ClockPolicy> = { hours, ...ownSource }
  if (hours === 'clock' || hours === 'working') return own
  return { ...own, limitMinutes: Math.ceil(limitMinutes / 1440) * 1440 }
}
