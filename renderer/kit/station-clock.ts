import { dayOf, timeOf } from '../../shared/kit/calendar.ts'
import { pageValue } from './page-value.ts'

/** Nearer than this the two clocks count as the same; a network's delay is no difference of clocks. */
const sameWithinMs = 2_000
/** An answer that took longer says too little about the moment it was sent. */
const slowestMs = 2_000

const aheadMs = pageValue(0)
let isMeasured = false
let zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * The instant it is, by the station's clock. The only place in the pages that asks this computer: a seat whose clock is
 * wrong shows, counts and sends what the station's clock says.
 */
export const stationNow = (): string => new Date(Date.now() + aheadMs.now()).toISOString()

/** Learns the station's clock from the instant an answer carries and how long the answer took. */
export function noteStationClock(stationAt: string, tookMs: number): void {
  const stationMs = Date.parse(stationAt)
  if (Number.isNaN(stationMs) || (isMeasured && tookMs > slowestMs)) return
  isMeasured = true
  const measured = stationMs + tookMs / 2 - Date.now()
  const next = Math.abs(measured) < sameWithinMs ? 0 : measured
  if (next === 0 || Math.abs(next - aheadMs.now()) >= sameWithinMs) aheadMs.set(next)
}

/** Calls when the clock was set right; answers how to stop. */
export const onClockSet = aheadMs.follow

/** Shows every time and day in the company's zone (IANA name) from now on; this computer's zone counts only before. */
export function followCompanyZone(name: string): void {
  zone = name
}

/** The zone every time on screen, on paper and in files is told in. */
export const companyZone = (): string => zone

/** The day of an instant at the company: `2026-11-20`. */
export const companyDay = (at: string): string => dayOf(at, zone)

/** The time of an instant at the company: `14:00`. */
export const companyTime = (at: string): string => timeOf(at, zone)

/** Today at the company, for what must not wait for a tick of `useNow()`. */
export const companyToday = (): string => companyDay(stationNow())
