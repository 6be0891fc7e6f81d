import { visitingRoles } from '../../shared/admin/scopes.ts'
import { rolesSql } from '../house/roles-sql.ts'
import { addDays, dayOf, endOfDay, startOfDay, windowsOn } from '../../shared/kit/calendar.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import type { TechnicianLoad, VisitOffer } from '../../shared/tickets/schema.ts'
import { companyOf, calendarOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'
import type { Ticket } from './ticket-entity.ts'
import { areaOf, districtOf } from '../../shared/presets/areas.ts'
import type { Area } from '../../shared/presets/schema.ts'
import { readTicket, ticketsMet } from './ticket-rows.ts'

/** Windows that are read to the customer, and days they are looked for in: `house`. */
const mostOffers = 6
const daysAhead = 7

/**
 * Active technicians with their open cases and their visits of a day (R041), fewest open first; after them whoever was disabled and still has
 * a visit. A visit of a ticket the seat does not meet takes
 * up its time and says no more.
 */
export async function technicianLoads(services: Services, seat: Seat, day: string | null): Promise<TechnicianLoad[]> {
  return services.database.read(async (reader) => {
    const { timeZone } = await companyOf(reader)
    const loads = await loadsOf(services, reader, day ?? dayOf(services.now(), timeZone), timeZone)
    const met = await ticketsMet(
      services,
      reader,
      seat,
      loads.flatMap(({ today }) => today.map(visitId)),
    )
    return loads.map(({ today, ...load }) => ({
      ...load,
      today: today.map((visit) =>
        met.has(visit.ticketId) ? visit : { ...visit, ticketId: '', number: '', title: '' },
      ),
    }))
  })
}

const visitId = ({ ticketId }: TechnicianLoad['today'][number]) => ticketId

const visitors = rolesSql('"role"', visitingRoles)

async function loadsOf(services: Services, reader: Reader, day: string, timeZone: string): Promise<TechnicianLoad[]> {
  const { database } = services
  const now = services.now()
  const visits = (await reader.query(
    database.sql(
      `SELECT "id", "number", "technicianId", "visitFromAt", "visitToAt", "customerName", "productName", "state", "nextDueAt"
       FROM "tickets_ticket" WHERE "visitFromAt" >= ? AND "visitFromAt" <= ? AND coalesce("visitToAt", "visitFromAt") >= ? AND "state" <> 'cancelled' ORDER BY "visitFromAt", "id"`,
    ),
    // A visit over midnight takes time of both days.
    [startOfDay(addDays(day, -1), timeZone), endOfDay(day, timeZone), startOfDay(day, timeZone)],
  )) as Ticket[]
  const out = [...new Set(visits.flatMap(({ technicianId }) => technicianId ?? []))]
  const isOut = out.length === 0 ? '' : ` OR m."id" IN (${out.map(() => '?').join(', ')})`
  const active = `${visitors.isOne} AND m."status" = 'active'`
  const technicians = (await reader.query(
    database.sql(`SELECT m."id", m."name", m."region", CASE WHEN ${active} THEN 0 ELSE 1 END AS "isDisabled",
       (SELECT count(*) FROM "tickets_ticket" t WHERE t."technicianId" = m."id" AND t."state" = 'dispatched') AS "openTickets"
     FROM "house_member" m WHERE (${active})${isOut} ORDER BY m."createdAt", m."id"`),
    out,
  )) as { id: string; name: string; region: string; isDisabled: number; openTickets: number | string }[]
  const loads = technicians.map(({ id, name, region, isDisabled, openTickets }) => ({
    ...{ id, name, region },
    isDisabled: Number(isDisabled) === 1,
    openTickets: Number(openTickets),
    today: visits
      .filter((visit) => visit.technicianId === id)
      .map((visit) => ({
        ticketId: visit.id,
        number: visit.number,
        fromAt: visit.visitFromAt ?? now,
        toAt: visit.visitToAt,
        title: [visit.customerName, visit.productName].filter(Boolean).join(' · '),
        state: visit.state,
        late: visit.nextDueAt !== null && visit.nextDueAt < now,
      })),
  }))
  return loads.sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled) || a.openTickets - b.openTickets)
}

/** Next free windows to offer the customer, earliest first and at each the best technician first (R041, R044). */
export async function visitOffers(
  services: Services,
  seat: Seat,
  wish: { address?: string | null; ticketId?: string | null },
): Promise<VisitOffer[]> {
  return services.database.read(async (reader) => {
    const company = await companyOf(reader)
    const { timeZone } = company
    const preset = company.policies.at(services.now()).policy
    const { usualMinutes, leadMinutes } = preset.visits
    const region = await wantedRegion(services, reader, seat, wish, preset.areas)
    const today = dayOf(services.now(), timeZone)
    const offers: VisitOffer[] = []
    for (let ahead = 0; ahead < daysAhead && offers.length < mostOffers; ahead += 1) {
      const day = addDays(today, ahead)
      const loads = await loadsOf(services, reader, day, timeZone)
      for (const fromAt of slotsOf(
        day,
        windowsOn(day, calendarOf(preset, company)),
        timeZone,
        later(services.now(), leadMinutes * 60),
        usualMinutes,
      )) {
        const toAt = later(fromAt, usualMinutes * 60)
        const [best] = rankTechnicians(loads, { region, visitFromAt: fromAt, visitToAt: toAt }, usualMinutes)
        if (!best?.isFree || offers.length >= mostOffers) continue
        offers.push({ technicianId: best.technician.id, name: best.technician.name, fromAt, toAt, why: best.reasons })
      }
    }
    return offers
  })
}

/** The firm's area the address lies in, else the technicians' own word for its district. */
async function wantedRegion(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: { address?: string | null; ticketId?: string | null },
  areas: readonly Area[] | undefined,
): Promise<string> {
  const ticket = wish.ticketId ? await readTicket(services, reader, seat, wish.ticketId) : null
  const address = wish.address?.trim() || (ticket?.address ?? '')
  const area = areaOf(address, areas)
  if (area) return area.name
  const regions = (await reader.query(
    `SELECT DISTINCT "region" FROM "house_member" WHERE ${visitors.isOne} AND "region" <> ''`,
  )) as {
    region: string
  }[]
  return regions.find(({ region }) => address.includes(region))?.region ?? districtOf(address)
}

/** Stretches of `slotMinutes` of the working windows that begin after `notBefore`. */
function slotsOf(
  day: string,
  windows: readonly { from: string; to: string }[],
  timeZone: string,
  notBefore: string,
  slotMinutes: number,
): string[] {
  const midnight = Date.parse(startOfDay(day, timeZone))
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return windows.flatMap(({ from, to }) => {
    const count = Math.floor((minuteOf(to) - minuteOf(from)) / slotMinutes)
    return Array.from({ length: Math.max(0, count) }, (_, nth) =>
      new Date(midnight + (minuteOf(from) + nth * slotMinutes) * 60_000).toISOString(),
    ).filter((at) => at >= notBefore)
  })
}
