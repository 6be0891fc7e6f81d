import { IconArrowsDownUp, IconPhoneCall, IconPhoneIncoming, IconPhonePause, IconPencil } from '@tabler/icons-react'
import type { RefCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon.tsx'
import { PhoneText } from '../kit/PhoneText.tsx'
import { minutesUntil, spanText, talkingTime } from '../kit/spans.ts'
import { companyTime } from '../kit/station-clock.ts'
import { useNow } from '../kit/use-now.ts'
import { Verdict } from '../kit/Verdict.tsx'
import { exactTime, weekdayOf } from '../kit/when.ts'
import { currentLanguage } from './i18n.ts'
import { useShell, type LineState } from './shell-state.ts'
import look from './StatusStrip.module.css'

const lineSigns = { ringing: IconPhoneIncoming, open: IconPhoneCall, held: IconPhonePause, wrapUp: IconPencil }
const inkStates: readonly LineState['state'][] = ['ringing', 'open', 'held']

interface StatusStripProps {
  /** Take the elements that screens fill through `InStrip`. */
  contextRef: RefCallback<HTMLElement>
  actionsRef: RefCallback<HTMLElement>
}

/** Line, caller, lost calls, station, clock, member. It turns ink while a line is open, to be seen from the corner of the eye. */
export function StatusStrip({ contextRef, actionsRef }: StatusStripProps) {
  const { t } = useTranslation()
  const line = useShell((state) => state.line)
  const isOpen = inkStates.includes(line.state)
  return (
    <header className={isOpen ? `${look.strip} ${look.open}` : look.strip} aria-label={t('kit.strip.label')}>
      <LinePart line={line} />
      {line.caller ? (
        <div className={look.part}>
          <span className={look.caller}>
            <PhoneText number={line.caller.digits} />
          </span>
          {line.caller.note ? <span className={look.dim}>{line.caller.note}</span> : null}
        </div>
      ) : null}
      <div className={look.part} ref={contextRef} />
      <div className={look.push} />
      <div className={look.part} ref={actionsRef} />
      <LostPart />
      <StationPart />
      <ClockPart />
    </header>
  )
}

function LinePart({ line }: { line: LineState }) {
  const { t } = useTranslation()
  const nowAt = useNow('second')
  return (
    <div className={look.part}>
      {line.state === 'free' ? (
        <span className={look.free} aria-hidden />
      ) : (
        <Icon of={lineSigns[line.state]} size={18} />
      )}
      <span className={look.strong} role="status">
        {t(`kit.line.${line.state}`)}
      </span>
      {line.state === 'free' ? <span className={look.dim}>{t('kit.line.wait')}</span> : null}
      {line.sinceAt ? <span className={look.strong}>{talkingTime(line.sinceAt, nowAt)}</span> : null}
      {line.dialled ? <span className={look.dim}>{line.dialled}</span> : null}
    </div>
  )
}

function LostPart() {
  const { t } = useTranslation()
  const { count, oldestAt } = useShell((state) => state.lost)
  const nowAt = useNow()
  if (count === 0) return null
  const oldest = oldestAt ? spanText(minutesUntil(oldestAt, nowAt)) : null
  return (
    <div className={look.part}>
      <Verdict kind="warn">{t('kit.lost.count', { count })}</Verdict>
      {oldest ? <span className={look.dim}>{t('kit.lost.oldest', { span: t(oldest.key, oldest.facts) })}</span> : null}
    </div>
  )
}

function StationPart() {
  const { t } = useTranslation()
  const station = useShell((state) => state.station)
  const waiting = useShell((state) => state.waitingToSend)
  const unreadable = useShell((state) => state.unreadable)
  const others = useShell((state) => state.othersWaiting)
  return (
    <div className={look.part} role="status">
      {station === 'offline' ? (
        <Verdict kind="warn">{t('kit.station.offline')}</Verdict>
      ) : (
        <>
          <Icon of={IconArrowsDownUp} />
          <span>{t(`kit.station.${station}`)}</span>
        </>
      )}
      <span className={look.dim}>
        {waiting > 0
          ? t('kit.station.waiting', { count: waiting })
          : unreadable === 0
            ? t('kit.station.allSent')
            : null}
      </span>
      {unreadable > 0 ? <Verdict kind="late">{t('kit.station.unreadable', { count: unreadable })}</Verdict> : null}
      {others > 0 ? <span className={look.dim}>{t('kit.station.others', { count: others })}</span> : null}
    </div>
  )
}

function ClockPart() {
  const member = useShell((state) => state.member)
  const nowAt = useNow()
  const language = currentLanguage()
  return (
    <>
      <div className={look.part}>
        <time className={look.strong} dateTime={nowAt} title={exactTime(nowAt, language)}>
          {companyTime(nowAt)}
        </time>
        <span className={look.dim}>{weekdayOf(nowAt, language)}</span>
      </div>
      {member ? (
        <a className={`${look.part} ${look.me}`} href="#/settings/computer">
          {`${member.number} ${member.name}`.trim()}
        </a>
      ) : null}
    </>
  )
}
