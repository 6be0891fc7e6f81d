import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayOf, startOfDay, windowsOn } from '../../shared/kit/calendar.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import type { TechnicianLoad } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { PaneHead } from '../kit/Pane.tsx'
import { withVisit } from './draft.ts'
import { useEntry } from './entry-context.ts'
import { type Day, hoursOf, placeOf } from './hours.ts'
import { useTimes } from './use-trade.ts'
import look from './WhoCanGo.module.css'

/** 谁能去: the technicians' day by the hour; an empty hour is an appointment at one press. */
export function WhoCanGo() {
  const { t } = useTranslation()
  const { draft, trade } = useEntry()
  const times = useTimes(trade)
  const { company, calendar, nowAt, preset } = trade
  const zone = company.timeZone
  const day = dayOf(draft.visitFromAt ?? nowAt, zone)
  const loads = useQuery(api.tickets.technicians.queryOptions({ day }))
  if (draft.outcome !== 'repair' || draft.handling !== 'dispatch' || !loads.data || loads.data.length === 0) return null
  const near = loads.data.find(({ region }) => region !== '' && draft.address.includes(region))?.region ?? ''
  const { visitFromAt, visitToAt } = draft
  const ranked = rankTechnicians(loads.data, { region: near, visitFromAt, visitToAt }, preset.visits.usualMinutes)
  const hours = hoursOf(windowsOn(day, calendar), startOfDay(day, zone))
  if (hours.hours.length === 0) return null
  return (
    <section className={look.part} aria-label={t('intake.whoCanGo')}>
      <PaneHead
        weight="strong"
        title={t('intake.whoCanGo')}
        note={t('intake.whoCanGoNote', { day: times.day(hours.fromAt) })}
        action={t('intake.nowIs', { time: times.clock(nowAt) })}
      />
      <div className={look.grid}>
        <div className={`${look.row} ${look.head}`}>
          <span className={look.name}>{t('intake.field.technician')}</span>
          <span className={look.track}>
            {hours.hours.map((hour) => (
              <span key={hour.fromAt} className={look.hour} style={{ left: `${hour.left}%` }}>
                {times.clock(hour.fromAt)}
              </span>
            ))}
          </span>
        </div>
        {ranked.slice(0, 6).map(({ technician }) => (
          <TechnicianHours
            key={technician.id}
            technician={technician}
            day={hours}
            promiseMinutes={preset.promise?.withinMinutes ?? null}
          />
        ))}
      </div>
    </section>
  )
}

function TechnicianHours(props: { technician: TechnicianLoad; day: Day; promiseMinutes: number | null }) {
  const { technician, day, promiseMinutes } = props
  const { t } = useTranslation()
  const { draft, trade, change } = useEntry()
  const times = useTimes(trade)
  const { name, region, openTickets, today, id: technicianId } = technician
  const busy = today.map((visit) => ({ ...visit, ...placeOf(visit.fromAt, visit.toAt, day) }))
  const isMine = draft.technicianId === technicianId && draft.visitFromAt !== null
  const mine = isMine && draft.visitFromAt ? placeOf(draft.visitFromAt, draft.visitToAt, day) : null
  const free = day.hours.filter(
    (hour) =>
      hour.fromAt > trade.nowAt &&
      !busy.some((visit) => visit.left < hour.left + hour.width && hour.left < visit.left + visit.width),
  )
  return (
    <div className={look.row}>
      <span className={look.name}>
        <strong>{name}</strong> {[region, t('intake.openCases', { count: openTickets })].filter(Boolean).join(' · ')}
      </span>
      <span className={look.track}>
        {day.hours.map((hour) => (
          <span key={hour.fromAt} className={look.line} style={{ left: `${hour.left}%` }} />
        ))}
        {free.map((hour) => (
          <button
            key={hour.fromAt}
            type="button"
            tabIndex={-1}
            className={look.free}
            style={{ left: `${hour.left}%`, width: `${hour.width}%` }}
            aria-label={t('intake.bookHour', { name, time: times.span(hour.fromAt, hour.toAt) })}
            onClick={() => change((before) => withVisit(before, { ...hour, technicianId, name }, promiseMinutes))}
          />
        ))}
        {busy.map((visit) => (
          <span
            key={visit.ticketId}
            className={look.busy}
            style={{ left: `${visit.left}%`, width: `${visit.width}%` }}
            title={visit.title}
          >
            {visit.title}
          </span>
        ))}
        {mine && draft.visitFromAt ? (
          <span className={look.mine} style={{ left: `${mine.left}%`, width: `${mine.width}%` }}>
            {t('intake.thisTime')}
          </span>
        ) : null}
      </span>
    </div>
  )
}
