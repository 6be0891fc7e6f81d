import type { TechnicianLoad, TicketRow } from '../../shared/tickets/schema.ts'
import { firstWindow, movedBy } from './time-grid.ts'

/** A ticket on its way to a technician's time, by mouse or by keys. */
export interface PlacingTarget {
  ticket: TicketRow
  technicianId: string
  fromAt: string
  toAt: string
  /** Let go, or confirmed with Enter: the form is open. */
  isDropped: boolean
}

type Technicians = readonly Pick<TechnicianLoad, 'id' | 'region'>[]

/** Begins a placing by keys: with the first technician of the ticket's region, at the next half hour; null when nobody is there. */
export function startPlacing(
  ticket: TicketRow,
  technicians: Technicians,
  nowAt: string,
  on: string,
  zone: string,
  usualMinutes?: number,
): PlacingTarget | null {
  const first = technicians.find(({ region }) => region !== '' && region === ticket.region) ?? technicians[0]
  return first
    ? { ticket, technicianId: first.id, ...firstWindow(nowAt, on, zone, usualMinutes), isDropped: false }
    : null
}

/** Moves it: half hours to the sides, technicians up and down. */
export function movePlacing(
  target: PlacingTarget,
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown',
  technicians: Technicians,
  on: string,
  zone: string,
  usualMinutes?: number,
): PlacingTarget {
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return { ...target, ...movedBy(target.fromAt, key === 'ArrowLeft' ? -1 : 1, on, zone, usualMinutes) }
  const at = technicians.findIndex(({ id }) => id === target.technicianId)
  const next = technicians[Math.max(0, Math.min(technicians.length - 1, at + (key === 'ArrowUp' ? -1 : 1)))]
  return next ? { ...target, technicianId: next.id } : target
}
