import type { Page } from '../../shared/kit/paging.ts'
import { dayOf, startOfDay } from '../../shared/kit/calendar.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import type { RegisterFilter, RegisterRow } from '../../shared/intake/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { CustomerLeads } from '../house/customer-scope.ts'
import { seenFields } from '../house/field-rows.ts'
import { type Condition, scopeConditions } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import { phoneAsSaid, type TicketBrief, ticketBriefsOf } from '../tickets/public.ts'
import type { Intake } from './entities.ts'

type NamedIntake = Intake & {
  clerkName: string | null
  notifiedName: string | null
}

/** The register, newest report first (F03, F12). `text`: a register number, a phone's end, a name, an address. */
export async function listRegister(
  services: Services,
  seat: Seat,
  { after, limit, text, only }: { after?: string | null; limit: number; text: string; only: RegisterFilter },
): Promise<Page<RegisterRow>> {
  return services.database.read(async (reader) => {
    const place = readCursor(after)
    const match = await matching(services, reader, seat, text.trim())
    if (!match) return { rows: [], next: null }
    const scope = [...registerScope(seat), ...(await keptBy(services, reader, only))]
    const wheres = [
      ...match.wheres,
      ...scope.map(({ where: own }) => own),
      ...(place ? ['(r."receivedAt", r."id") < (?, ?)'] : []),
    ]
    const where = wheres.length === 0 ? '' : `WHERE ${wheres.join(' AND ')}`
    const rows = (await reader.query(
      services.database.sql(
        `SELECT r.*, clerk."name" AS "clerkName", head."name" AS "notifiedName"
         FROM "intake_register" r LEFT JOIN "house_member" clerk ON clerk."id" = r."memberId"
         LEFT JOIN "house_member" head ON head."id" = r."notifiedId"
         LEFT JOIN "tickets_brief" t ON t."id" = r."ticketId"
         ${where} ORDER BY r."receivedAt" DESC, r."id" DESC LIMIT ${limit + 1}`,
      ),
      [...match.values, ...scope.flatMap(({ values }) => values), ...(place ?? [])],
    )) as NamedIntake[]
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const tickets = await ticketBriefsOf(
      services,
      reader,
      shown.flatMap(({ ticketId }) => ticketId ?? []),
    )
    return {
      rows: shown.map((row) => registerRow(seat, row, tickets.get(row.ticketId ?? ''))),
      next: rows.length > limit && last ? writeCursor([last.receivedAt, last.id]) : null,
    }
  })
}

/** The same rows as the board counts (desk-figures.ts): today's complaints, and follow-ups past due that nobody made yet. */
async function keptBy(services: Services, reader: Reader, only: RegisterFilter): Promise<Condition[]> {
  if (only === 'followUpLate')
    return [{ where: 'r."followedUpAt" IS NULL AND r."followUpDueAt" < ?', values: [services.now()] }]
  if (only === 'all') return []
  const { timeZone } = await companyOf(reader)
  const today = startOfDay(dayOf(services.now(), timeZone), timeZone)
  return [{ where: `r."outcome" = 'complaint' AND r."receivedAt" >= ?`, values: [today] }]
}

/** A line is the clerk's who wrote it, and theirs who have its ticket. */
const registerScope = (seat: Seat): Condition[] =>
  scopeConditions(seat, 'intake.view', { own: 'r."memberId"', assigned: 't."technicianId"', outlet: 't."region"' })

/** Lines that opened no ticket lead who took them down to the customer, but open no number; of the others the tickets do. */
export const leadsToCustomers: CustomerLeads = (seat, right) => {
  const [scope] = right === 'customers.reveal' ? [] : scopeConditions(seat, right, { own: 'r."memberId"' })
  const { where, values } = scope ?? { where: '1 = 0', values: [] }
  return {
    from: '"intake_register" r',
    customerId: 'r."customerId"',
    where: `r."ticketId" IS NULL AND ${where}`,
    values,
  }
}

async function matching(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
): Promise<{ wheres: string[]; values: string[] } | null> {
  if (text === '') return { wheres: [], values: [] }
  if (/^[a-z]{1,6}[\d-]*$/i.test(text)) {
    const number = text.toUpperCase()
    return { wheres: ['r."registerNo" >= ? AND r."registerNo" < ?'], values: [number, afterPrefix(number)] }
  }
  const customers = await findCustomerIds(services, reader, seat, text)
  return customers.length === 0
    ? null
    : { wheres: [`r."customerId" IN (${customers.map(() => '?').join(', ')})`], values: customers }
}

function registerRow(seat: Seat, row: NamedIntake, ticket: TicketBrief | undefined): RegisterRow {
  const { id, registerNo, receivedAt, recordedAt, outcome, customerId, notifiedAt, ticketId, followUpDueAt } = row
  return {
    ...{ id, registerNo, receivedAt, recordedAt, outcome, customerId, notifiedAt, ticketId, followUpDueAt },
    ...seenFields(seat, lineFields, row),
    channel: row.channel as RegisterRow['channel'],
    handling: row.handling as RegisterRow['handling'],
    phoneShown: phoneAsSaid(seat, row.phone, false),
    clerkName: row.clerkName ?? '',
    notifiedName: row.notifiedName ?? '',
    ticketNumber: ticket?.number ?? '',
    technicianName: ticket?.technicianName ?? '',
  }
}
