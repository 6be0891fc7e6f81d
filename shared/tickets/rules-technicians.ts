import { houseVisits } from '../presets/house-visits.ts'
import type { TechnicianLoad } from './schema.ts'

/**
 * Why a technician stands where he stands: nothing else in that window, or a visit then; same region; fewest open
 * cases.
 */
export type RankReason = 'free' | 'busyThen' | 'sameRegion' | 'fewestOpen'

/** A technician with the reasons for the place in the list. */
export interface RankedTechnician {
  technician: TechnicianLoad
  isFree: boolean
  reasons: RankReason[]
}

/** The visit somebody is wanted for. Without a time everybody is free. */
export interface WantedVisit {
  region: string
  visitFromAt: string | null
  visitToAt: string | null
}

/**
 * Technicians in the order the desk should offer the visit (R041): free in that window, then same region, then fewest
 * open cases, then fewest visits today; equals keep their order. A visit that ends when the window begins leaves him
 * free. Whoever is disabled is not among them. A visit without an agreed end lasts `usualMinutes`, as the policies have it.
 */
export function rankTechnicians(
  all: readonly TechnicianLoad[],
  wanted: WantedVisit,
  usualMinutes: number = houseVisits.usualMinutes,
): RankedTechnician[] {
  const loads = all.filter(({ isDisabled }) => !isDisabled)
  const fewest = Math.min(...loads.map((load) => load.openTickets))
  return loads
    .map((technician) => {
      const isFree = !isBusy(technician, wanted, usualMinutes)
      const isNear = wanted.region !== '' && technician.region === wanted.region
      const reasons: RankReason[] = [isFree ? 'free' : 'busyThen']
      if (isNear) reasons.push('sameRegion')
      if (technician.openTickets === fewest) reasons.push('fewestOpen')
      return { technician, isFree, isNear, reasons }
    })
    .sort(
      (a, b) =>
        Number(b.isFree) - Number(a.isFree) ||
        Number(b.isNear) - Number(a.isNear) ||
        a.technician.openTickets - b.technician.openTickets ||
        a.technician.today.length - b.technician.today.length,
    )
    .map(({ technician, isFree, reasons }) => ({ technician, isFree, reasons }))
}

function isBusy({ today }: TechnicianLoad, { visitFromAt, visitToAt }: WantedVisit, usualMinutes: number): boolean {
  if (visitFromAt === null) return false
  const [from, to] = stretch(visitFromAt, visitToAt, usualMinutes)
  return today.some((visit) => {
    if (
      visit.state === 'resulted' ||
      visit.state === 'ledgered' ||
      visit.state === 'closed' ||
      visit.state === 'cancelled'
    )
      return false
    const [begin, end] = stretch(visit.fromAt, visit.toAt, usualMinutes)
    return begin < to && from < end
  })
}

function stretch(fromAt: string, toAt: string | null, usualMinutes: number): [number, number] {
  const from = Date.parse(fromAt)
  return [from, toAt === null ? from + usualMinutes * 60_000 : Date.parse(toAt)]
}
