import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { TechnicianLoad, TicketRow } from '../../shared/tickets/schema.ts'
import { movePlacing, startPlacing, type PlacingTarget } from './placing.ts'
import { windowAt } from './time-grid.ts'

/** Moving a ticket into the grid, by pointer or by keyboard. */
export interface Placing {
  /** Of a visit without an agreed end, as the policies have it; undefined until they are known. */
  usualMinutes: number | undefined
  /** Where the ticket would go now, null while none is moved. */
  target: PlacingTarget | null
  /** Ticket under the pointer, and where the pointer is, for the ghost. */
  drag: { ticket: TicketRow; x: number; y: number } | null
  /** Give these to a row that can be placed. */
  rowProps: (ticket: TicketRow) => {
    onPointerDown: (event: PointerEvent) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** Starts placing by keys. */
  start: (ticket: TicketRow, nowAt: string) => void
  clear: () => void
}

/** Pixels the pointer must move before a press becomes a drag. */
const dragFromPx = 5
const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const

/** Where in the grid a point lies: rows carry `data-technician`, their width is the day. */
function laneAt(x: number, y: number): { technicianId: string; share: number } | null {
  const lane = document
    .elementsFromPoint(x, y)
    .find((element) => element instanceof HTMLElement && element.dataset['technician'])
  if (!(lane instanceof HTMLElement)) return null
  const room = lane.getBoundingClientRect()
  return { technicianId: lane.dataset['technician'] ?? '', share: (x - room.left) / room.width }
}

/** Dispatching by drag or by keys: Enter on a row starts, arrows move half hours and technicians, Enter opens the form, Esc gives up. */
export function usePlacing(
  technicians: readonly TechnicianLoad[],
  on: string,
  zone: string,
  usualMinutes: number | undefined,
): Placing {
  const [target, setTarget] = useState<PlacingTarget | null>(null)
  const [drag, setDrag] = useState<Placing['drag']>(null)
  const press = useRef<{ ticket: TicketRow; x: number; y: number } | null>(null)
  const isDragging = drag !== null
  const clear = useCallback(() => {
    press.current = null
    setDrag(null)
    setTarget(null)
  }, [])

  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => {
      const from = press.current
      if (!from) return
      if (!isDragging && Math.hypot(event.clientX - from.x, event.clientY - from.y) < dragFromPx) return
      setDrag({ ticket: from.ticket, x: event.clientX, y: event.clientY })
      const lane = laneAt(event.clientX, event.clientY)
      setTarget(
        lane
          ? {
              ticket: from.ticket,
              technicianId: lane.technicianId,
              ...windowAt(lane.share, on, zone, usualMinutes),
              isDropped: false,
            }
          : null,
      )
    }
    const onUp = () => {
      if (!press.current) return
      press.current = null
      setDrag(null)
      setTarget((old) => (old && isDragging ? { ...old, isDropped: true } : old))
    }
    const onEscape = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && press.current && clear()
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', clear)
    window.addEventListener('keydown', onEscape)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', clear)
      window.removeEventListener('keydown', onEscape)
    }
  }, [isDragging, on, zone, usualMinutes, clear])

  const start = (ticket: TicketRow, nowAt: string) =>
    setTarget(startPlacing(ticket, technicians, nowAt, on, zone, usualMinutes))
  const rowProps: Placing['rowProps'] = (ticket) => ({
    onPointerDown: (event) => {
      if (event.button === 0) press.current = { ticket, x: event.clientX, y: event.clientY }
    },
    onKeyDown: (event) => {
      const arrow = arrows.find((key) => key === event.key)
      if (target?.ticket.id !== ticket.id || target.isDropped) return
      if (arrow) setTarget(movePlacing(target, arrow, technicians, on, zone, usualMinutes))
      else if (event.key === 'Enter') setTarget({ ...target, isDropped: true })
      else if (event.key === 'Escape') clear()
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  })
  return { usualMinutes, target, drag, rowProps, start, clear }
}
