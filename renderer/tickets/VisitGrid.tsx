import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { timeOf } from '../../shared/kit/calendar.ts'
import { visitFileColumns } from '../../shared/tickets/file-columns.ts'
import type { TechnicianLoad } from '../../shared/tickets/schema.ts'
import { Asked } from '../kit/Asked.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { ExportAsk } from '../lists/public.ts'
import { Verdict } from '../kit/Verdict.tsx'
import { freePerHour, hourMarks, lanesOf, placeOf, shareOf, windowText } from './time-grid.ts'
import type { Placing } from './use-placing.ts'
import { VisitBlock } from './VisitBlock.tsx'
import look from './VisitGrid.module.css'

interface VisitGridProps {
  query: UseQueryResult<TechnicianLoad[], unknown>
  nowAt: string
  on: string
  zone: string
  placing: Placing
}

/** 今天的上门: technicians against the hours, now as the one strong line; dropping a ticket on a time dispatches it. */
export function VisitGrid({ query, nowAt, on, zone, placing }: VisitGridProps) {
  const { t } = useTranslation()
  const visits = (query.data ?? []).reduce((sum, { today }) => sum + today.length, 0)
  const { usualMinutes } = placing
  const now = shareOf(nowAt, on, zone)
  return (
    <>
      <PaneHead
        weight="strong"
        title={t('tickets.board.visits')}
        note={
          query.data
            ? t('tickets.board.visitsNote', {
                people: query.data.filter(({ isDisabled }) => !isDisabled).length,
                visits,
              })
            : ''
        }
        action={
          <ExportAsk
            isPlain
            list="tickets.visits"
            name={t('tickets.board.visits')}
            wish={{ day: on }}
            columns={visitFileColumns}
            shown={visitFileColumns.map(({ id }) => id)}
          />
        }
      />
      <Asked query={query} lines={8}>
        {(loads) =>
          loads.length === 0 ? (
            <EmptyState title={t('tickets.board.noTechnician')} todo={t('tickets.board.noTechnicianTodo')} />
          ) : (
            <div className={look.scroll} role="group" tabIndex={0} aria-label={t('tickets.board.visits')}>
              <div className={look.head} aria-hidden>
                <span>{t('tickets.board.technician')}</span>
                <div className={look.hours}>
                  {hourMarks.map((hour) => (
                    <span key={hour}>{hour}</span>
                  ))}
                  {now === null ? null : (
                    <span className={look.nowLabel} style={{ left: `${now * 100}%` }}>
                      {timeOf(nowAt, zone)}
                    </span>
                  )}
                </div>
              </div>
              <div className={look.rows}>
                {loads.map((load) => (
                  <TechnicianRow key={load.id} load={load} nowAt={nowAt} on={on} zone={zone} placing={placing} />
                ))}
                {now === null ? null : (
                  <div className={look.nowRoom} aria-hidden>
                    <div className={look.now} style={{ left: `${now * 100}%` }} />
                  </div>
                )}
              </div>
              <div className={look.free}>
                <span>{t('tickets.board.free')}</span>
                <div className={look.hours}>
                  {freePerHour(loads, nowAt, on, zone, usualMinutes).map((count, index) => (
                    <span key={hourMarks[index]}>{count ?? '–'}</span>
                  ))}
                </div>
              </div>
            </div>
          )
        }
      </Asked>
      <div className={look.legend}>
        <span>
          <i className={look.swatch} /> {t('tickets.board.later')}
        </span>
        <span>
          <i className={`${look.swatch} ${look.swatchNow}`} /> {t('tickets.board.onSite')}
        </span>
        <span className={look.dim}>{t('tickets.board.done')}</span>
        <span className={look.keys}>
          <Kbd>Enter</Kbd> {t('tickets.board.place')} <Kbd>↑↓←→</Kbd> {t('tickets.board.move')}
        </span>
      </div>
      <Ghost placing={placing} zone={zone} />
      <div className={look.spoken} role="status">
        <SpokenPlace placing={placing} loads={query.data ?? []} zone={zone} />
      </div>
    </>
  )
}

interface TechnicianRowProps {
  load: TechnicianLoad
  nowAt: string
  on: string
  zone: string
  placing: Placing
}

function TechnicianRow({ load, nowAt, on, zone, placing }: TechnicianRowProps) {
  const { t } = useTranslation()
  const { target, usualMinutes } = placing
  const visits = load.today.filter(({ fromAt, toAt }) => placeOf(fromAt, toAt, on, zone, usualMinutes) !== null)
  const lanes = lanesOf(visits, usualMinutes)
  const count = Math.max(1, ...lanes.map((lane) => lane + 1))
  const wanted = target?.technicianId === load.id ? placeOf(target.fromAt, target.toAt, on, zone) : null
  return (
    <section
      className={look.row}
      aria-label={load.name}
      style={count > 1 ? { height: `${count * 1.75}rem` } : undefined}
    >
      <div className={look.name}>
        <strong>{load.name}</strong>
        <span>
          {load.isDisabled ? <Verdict kind="warn">{t('tickets.board.disabled')}</Verdict> : null}
          {load.region} {t('tickets.board.open', { count: load.openTickets })}
        </span>
      </div>
      <div className={look.lane} {...(load.isDisabled ? {} : { 'data-technician': load.id })}>
        {visits.map((visit, index) => (
          <VisitBlock
            key={visit.ticketId || index}
            visit={visit}
            lane={lanes[index] ?? 0}
            lanes={count}
            nowAt={nowAt}
            on={on}
            zone={zone}
            usualMinutes={usualMinutes}
          />
        ))}
        {wanted && target ? (
          <div className={look.wanted} style={{ left: `${wanted.left * 100}%`, width: `${wanted.width * 100}%` }}>
            <strong>{timeOf(target.fromAt, zone)}</strong>
            <span>{t('tickets.board.here')}</span>
          </div>
        ) : null}
      </div>
    </section>
  )
}

/** Follows the pointer one to one while a ticket is dragged. */
function Ghost({ placing, zone }: { placing: Placing; zone: string }) {
  const { drag, target } = placing
  if (!drag) return null
  return (
    <div className={look.ghost} style={{ transform: `translate(${drag.x + 12}px, ${drag.y + 12}px)` }} aria-hidden>
      <strong>{drag.ticket.customerName}</strong> {drag.ticket.symptom}
      {target ? ` ${windowText(target.fromAt, target.toAt, zone)}` : ''}
    </div>
  )
}

/** What the keys did, for a screen reader. */
function SpokenPlace({ placing, loads, zone }: { placing: Placing; loads: readonly TechnicianLoad[]; zone: string }) {
  const { t } = useTranslation()
  const { target } = placing
  if (!target || target.isDropped) return null
  const name = loads.find(({ id }) => id === target.technicianId)?.name ?? ''
  return t('tickets.board.placedAt', { name, window: windowText(target.fromAt, target.toAt, zone) })
}
