import { use } from 'react'
import { useTranslation } from 'react-i18next'
import look from './SlaClock.module.css'
import { SoonContext } from './soon.ts'
import { deadlineKind, minutesUntil, spanText } from './spans.ts'
import { Verdict } from './Verdict.tsx'
import { exactTime, shortWhen } from './when.ts'

interface SlaClockProps {
  /** Instant of the limit. */
  dueAt: string
  /** From `useNow()`. */
  nowAt: string
  /** Instant the clock was stopped at, while it stands: drawn as a fact, never as an alarm. */
  pausedAt?: string
  /** Length of the stage; its last day warns too, when it is longer than two days. */
  stageDays?: number
  /** `badge` in rows, `lead` where the deadline is the section's word. */
  size?: 'badge' | 'lead'
  /** 暂定: the holidays of its year are not published yet; said beside it. */
  isProvisional?: boolean
  /** The exact time beside it (10:46 前). On hover it stands always. */
  hasBy?: boolean
}

/** A deadline as people say it: late once over, warn where it is due soon or on a stage's last day, plain text before. */
export function SlaClock(props: SlaClockProps) {
  const { dueAt, nowAt, pausedAt, stageDays, size = 'badge', isProvisional = false, hasBy = false } = props
  const { t, i18n } = useTranslation()
  const soonMinutes = use(SoonContext)
  const kind = deadlineKind(dueAt, nowAt, { isPaused: pausedAt !== undefined, stageDays, soonMinutes })
  const minutes = minutesUntil(dueAt, pausedAt ?? nowAt)
  const { key, facts } = spanText(kind === 'late' ? Math.min(minutes, -1) : minutes)
  const span = t(key, facts)
  const exact = exactTime(dueAt, i18n.language)
  const text = pausedAt
    ? t('kit.clock.paused', { span })
    : kind !== 'late' && minutes < 1
      ? span
      : t(kind === 'late' ? 'kit.clock.over' : 'kit.clock.left', { span })
  return (
    <span className={look.clock} title={exact}>
      {kind === 'plain' ? (
        <span className={`${look.plain} ${look[size]}`}>{text}</span>
      ) : (
        <Verdict kind={kind} size={size}>
          {text}
        </Verdict>
      )}
      {isProvisional ? <span className={look.by}>{t('kit.clock.provisional')}</span> : null}
      {hasBy ? (
        <time className={look.by} dateTime={dueAt}>
          {t('kit.clock.until', { time: shortWhen(dueAt, nowAt, i18n.language, t) })}
        </time>
      ) : null}
    </span>
  )
}
