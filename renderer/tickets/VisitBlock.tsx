import { useTranslation } from 'react-i18next'
import type { TechnicianLoad } from '../../shared/tickets/schema.ts'
import { placeOf, toneOf, windowText } from './time-grid.ts'
import look from './VisitGrid.module.css'

interface VisitBlockProps {
  visit: TechnicianLoad['today'][number]
  /** Row among visits that overlap, of how many. */
  lane: number
  lanes: number
  nowAt: string
  on: string
  zone: string
  /** Of a visit without an agreed end. */
  usualMinutes: number | undefined
}

/** One visit on the grid: its customer and its time; done is dim, running is bold, late is a verdict with its word. */
export function VisitBlock({ visit, lane, lanes, nowAt, on, zone, usualMinutes }: VisitBlockProps) {
  const { t } = useTranslation()
  const place = placeOf(visit.fromAt, visit.toAt, on, zone, usualMinutes)
  if (!place) return null
  const tone = toneOf(visit, nowAt)
  const time = windowText(visit.fromAt, visit.toAt, zone)
  // A visit of a case one does not meet only takes up its time.
  const isMet = visit.ticketId !== ''
  return (
    <a
      className={`${look.visit} ${look[tone] ?? ''}`}
      {...(isMet ? { href: `#/tickets/${visit.ticketId}` } : {})}
      title={[visit.title, time, visit.number].filter(Boolean).join(' ')}
      style={{
        left: `${place.left * 100}%`,
        width: `${place.width * 100}%`,
        top: `${(lane / lanes) * 100}%`,
        height: `${100 / lanes}%`,
      }}
    >
      <span className={lanes > 1 ? `${look.inside} ${look.flat}` : look.inside}>
        <span className={look.title}>{visit.title}</span>
        <span className={look.time}>
          {tone === 'done' ? t('tickets.board.finished') : tone === 'late' ? t('tickets.board.late') : time.slice(0, 5)}
        </span>
      </span>
    </a>
  )
}
