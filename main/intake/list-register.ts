import type { z } from 'zod'
import type { ListGap } from '../../shared/kit/lists.ts'
import { numberOrder } from '../../shared/kit/number-order.ts'
import type { Page } from '../../shared/kit/paging.ts'
import { dayOf, endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import type {
  listRegisterSchema,
  registerFilterSchema,
  registerSorts,
  RegisterTotals,
} from '../../shared/intake/lists.ts'
import type { RegisterFilter, RegisterRow } from '../../shared/intake/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds, nameOrder } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { CustomerLeads } from '../house/customer-scope.ts'
import { fieldSorts, seenFields } from '../house/field-rows.ts'
import { refuseCutFile } from '../house/list-source.ts'
import { customersIn, meantByWords, type TextMeant } from '../house/meant-by-words.ts'
import { numbersMeant } from '../house/numbers-meant.ts'
import { allOf, anyOf, type Condition, rowsMet, scopeConditions } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { type Matches, type SortKey, sumMatches, walkSorted } from '../database/walk-sorted.ts'
import { findTicketIds, phoneAsSaid, type TicketBrief, ticketBriefsOf } from '../tickets/public.ts'
import type { Intake } from './entities.ts'

type NamedIntake = Intake & {
  clerkName: string | null
  notifiedName: string | null
}

/** A line, and the ticket it opened as far as scopes and names need it. */
export const registerFrom = '"intake_register" r LEFT JOIN "tickets_brief" t ON t."id" = r."ticketId"'
const select = `SELECT r.*, clerk."name" AS "clerkName", head."name" AS "notifiedName" FROM ${registerFrom}
  LEFT JOIN "house_member" clerk ON clerk."id" = r."memberId" LEFT JOIN "house_member" head ON head."id" = r."notifiedId"`

const nameOf = (id: string) => `(SELECT m."name" FROM "house_member" m WHERE m."id" = ${id})`

/** What each column of the register is sorted by; names as they are spelled, as in every list. */
const sortKeys: Readonly<Record<(typeof registerSorts)[number], Omit<SortKey, 'isDown'>>> = {
  ...fieldSorts(lineFields, 'r'),
  no: { sql: 'r."registerNo"', kind: 'text', order: numberOrder },
  at: { sql: 'r."receivedAt"', kind: 'text' },
  channel: { sql: 'r."channel"', kind: 'text' },
  outcome: { sql: 'r."outcome"', kind: 'text' },
  customer: {
    sql: `CASE WHEN r."customerName" = '' THEN r."contactName" ELSE r."customerName" END`,
    kind: 'text',
    order: nameOrder,
  },
  product: { sql: 'r."productName"', kind: 'text', order: nameOrder },
  bought: { sql: 'r."purchasedOn"', kind: 'text' },
  symptom: { sql: `CASE WHEN r."symptom" = '' THEN r."note" ELSE r."symptom" END`, kind: 'text' },
  clerk: { sql: nameOf('r."memberId"'), kind: 'text', order: nameOrder },
  notified: { sql: 'r."notifiedAt"', kind: 'text' },
  technician: { sql: nameOf('t."technicianId"'), kind: 'text', order: nameOrder },
}

/** The register, newest report first or as was chosen (F03, F12). `text`: a register number, a phone's end, a name, an address. */
export async function listRegister(
  services: Services,
  seat: Seat,
  wish: z.output<typeof listRegisterSchema>,
): Promise<Page<RegisterRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const { part, leftOut } = await matchesOf(services, reader, seat, wish)
    refuseCutFile(seat, leftOut)
    if (wish.sort) {
      const key = { ...sortKeys[wish.sort.by], isDown: wish.sort.isDown }
      const { ids, next } = await walkSorted(database, reader, [part], key, wish)
      const rows = ids.length === 0 ? [] : await linesWhere(services, reader, oneOf(database, 'r."id"', ids))
      const byId = new Map(rows.map((row) => [row.id, row]))
      return {
        rows: await registerRows(
          services,
          reader,
          seat,
          ids.flatMap((id) => byId.get(id) ?? []),
        ),
        next,
      }
    }
    const place = readCursor(wish.after)
    const beyond = place ? [{ where: '(r."receivedAt", r."id") < (?, ?)', values: [String(place[0]), place[1]] }] : []
    const order = `ORDER BY r."receivedAt" DESC, r."id" DESC LIMIT ${wish.limit + 1}`
    const rows = await linesWhere(services, reader, allOf([part, ...beyond]), order)
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    return {
      rows: await registerRows(services, reader, seat, shown),
      next: rows.length > wish.limit && last ? writeCursor([last.receivedAt, last.id]) : null,
    }
  })
}

/** How many lines match, and what they were about. */
export async function totalRegister(
  services: Services,
  seat: Seat,
  wish: z.output<typeof registerFilterSchema>,
): Promise<RegisterTotals> {
  const { database } = services
  return database.read(async (reader) => {
    const { part, leftOut } = await matchesOf(services, reader, seat, wish)
    const counted = (outcome: string) => ({ sql: `CASE WHEN r."outcome" = '${outcome}' THEN 1 ELSE 0 END` })
    const figures = {
      repair: counted('repair'),
      consult: counted('consult'),
      complaint: counted('complaint'),
      followUpLate: {
        sql: 'CASE WHEN r."followedUpAt" IS NULL AND r."followUpDueAt" < ? THEN 1 ELSE 0 END',
        values: [services.now()],
      },
    }
    return sumMatches(database, reader, [part], figures, leftOut)
  })
}

/** What a wish matches of what the seat meets. */
async function matchesOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  { text, only, receivedFrom, receivedTo, outcome, channel, clerkId }: z.output<typeof registerFilterSchema>,
): Promise<{ part: Matches; leftOut: ListGap[] }> {
  const conditions = [...registerScope(seat), ...(await keptBy(services, reader, only))]
  const equals = { 'r."outcome"': outcome, 'r."channel"': channel, 'r."memberId"': clerkId }
  for (const [column, value] of Object.entries(equals))
    if (value) conditions.push({ where: `${column} = ?`, values: [value] })
  const { timeZone } = await companyOf(reader)
  if (receivedFrom) conditions.push({ where: 'r."receivedAt" >= ?', values: [startOfDay(receivedFrom, timeZone)] })
  if (receivedTo) conditions.push({ where: 'r."receivedAt" <= ?', values: [endOfDay(receivedTo, timeZone)] })
  const part = (more: readonly Condition[]): Matches => ({
    ...{ from: registerFrom, id: 'r."id"' },
    ...allOf([...conditions, ...more]),
  })
  if (text.trim() === '') return { part: part([]), leftOut: [] }
  const { meant, leftOut } = await meantByWords(text.trim(), async (asked, narrower) => {
    const left = narrower.length === 0 ? null : await customersIn(services, reader, [part(narrower)], 'r."customerId"')
    return meantBy(services, reader, seat, asked, left ?? undefined)
  })
  return { part: part([anyOf(meant)]), leftOut }
}

async function linesWhere(
  { database }: Services,
  reader: Reader,
  { where, values }: Condition,
  order = '',
): Promise<NamedIntake[]> {
  return (await reader.query(database.sql(`${select} WHERE ${where} ${order}`), values)) as NamedIntake[]
}

async function registerRows(
  services: Services,
  reader: Reader,
  seat: Seat,
  rows: readonly NamedIntake[],
): Promise<RegisterRow[]> {
  const tickets = await ticketBriefsOf(
    services,
    reader,
    rows.flatMap(({ ticketId }) => ticketId ?? []),
  )
  return rows.map((row) => registerRow(seat, row, tickets.get(row.ticketId ?? '')))
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
export const registerScope = (seat: Seat): Condition[] =>
  scopeConditions(seat, 'intake.view', { own: 'r."memberId"', assigned: 't."technicianId"', outlet: 't."region"' })

/** Those of some lines that a seat meets. Asks nothing where it meets all. */
export const linesMet = (
  services: Services,
  reader: Reader,
  seat: Seat,
  ids: readonly string[],
): Promise<ReadonlySet<string>> =>
  rowsMet(services, reader, { from: registerFrom, id: 'r."id"' }, registerScope(seat), ids)

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

/** What a text may mean: a register number, the number of the ticket a line opened, or whose line it is. */
async function meantBy(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
  among?: readonly string[],
): Promise<TextMeant> {
  const company = await companyOf(reader)
  const customers = await findCustomerIds(services, reader, seat, text, among)
  const tickets = await findTicketIds(services, reader, text)
  const meant = [
    numbersMeant(services, company, 'register', 'r."registerNo"', text),
    oneOf(services.database, 'r."ticketId"', tickets.ids),
    oneOf(services.database, 'r."customerId"', customers.ids),
  ]
  const isCut = customers.isCut || tickets.isCut
  return { meant: meant.filter((each) => each !== null), leftOut: isCut ? ['text'] : [] }
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
