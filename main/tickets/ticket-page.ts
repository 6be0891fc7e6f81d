import type { ToldDeadline } from '../../shared/clocks/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { warrantyVerdict } from '../../shared/products/rules.ts'
import type { WarrantyVerdict } from '../../shared/products/schema.ts'
import { endsWith, isWait } from '../../shared/tickets/rules.ts'
import { closeGate } from '../../shared/tickets/rules-gates.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { type Company, companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { type Purchase, purchaseOf } from '../products/public.ts'
import { dispatchRowsOf } from './dispatch-rows.ts'
import type { Ticket } from './ticket-entity.ts'
import { findLedgerRow } from './list-ledger.ts'
import { mismatchRowsOf } from './record-mismatch.ts'
import { momentsAsked, momentsOf } from './record-moment.ts'
import { notesOf } from './record-note.ts'
import { finalOutcomes, type NamedResult, resultRow, resultsOf } from './result-rows.ts'
import { planOwedOf, plansOf } from './submit-plan.ts'
import { cameBackOf, sameFaultOf } from './same-fault.ts'
import { deadlinesOf, kindOf, promisedFrom } from './ticket-clocks.ts'
import { readTicket, ticketRow } from './ticket-rows.ts'
import { waitsSentOn, withdrawable, withdrawalsOf } from './withdrawals.ts'

/** A ticket with all that hangs on it. */
export async function readTicketPage(services: Services, seat: Seat, id: string): Promise<TicketPage> {
  return services.database.read(async (reader) => {
    const ticket = await readTicket(services, reader, seat, id)
    const company = await companyOf(reader)
    const results = await resultsOf(services, reader, id)
    const result = results[0] ?? null
    const moments = await momentsOf(services, reader, id)
    const dispatches = await dispatchRowsOf(services, reader, id)
    const ledger = await findLedgerRow(services, reader, seat, { ticketId: id })
    const isResulted = ticket.state === 'resulted' || ticket.state === 'ledgered' || ticket.state === 'closed'
    const gate = {
      hasResult: isResulted && result !== null,
      hasLedger: ledger !== null,
      hasArchive: Boolean(ledger?.archiveNo),
    }
    const deadlines = await deadlinesNow(services, reader, ticket, company)
    return {
      ticket: ticketRow(
        seat,
        ticket,
        promisedFrom(ticket, deadlines.findLast(({ clock, metAt }) => clock === 'visit' && metAt === null)?.startedAt),
        nextOf(ticket, deadlines)?.isProvisional,
      ),
      sheetNumber: ticket.sheetNumber,
      warranty: await warrantyOf(services, reader, ticket, company),
      deadlines,
      limitLayers: limitLayersOf(ticket, company, deadlines, services.now()),
      memberNames: await namesIn(services, reader, deadlines),
      plans: await plansOf(services, reader, id),
      planOwed: planOwedOf(ticket, company, deadlines),
      dispatches,
      chases: await chasesOf(services, reader, id),
      notes: await notesOf(services, reader, id),
      moments,
      withdrawals: await withdrawalsOf(services, reader, id),
      withdrawable: withdrawable(
        seat,
        ticket,
        { result, moments, sentOn: await waitsSentOn(services, reader, id, moments, dispatches) },
        { now: services.now(), timeZone: company.timeZone },
      ),
      arrivalAsked: isArrivalAsked(ticket, company, deadlines),
      momentsAsked: momentsAsked(ticket, company.policies.of(ticket)),
      mismatches: await mismatchRowsOf(services, reader, seat, id),
      cancelled: ticket.state === 'cancelled' ? { at: ticket.cancelledAt, reason: ticket.cancelReason ?? '' } : null,
      result: result && resultRow(seat, result),
      earlier: results.filter((each) => isOfEarlierRound(ticket, each)).map((each) => resultRow(seat, each)),
      ledger,
      missing: ticket.state === 'cancelled' ? [] : closeGate(gate),
      sameFault: await sameFaultOf(services, reader, seat, ticket),
      cameBack: await cameBackOf(services, reader, seat, ticket),
    }
  })
}

/** Whether a running limit ends by the arrival of who was sent: it is judged by what the result says of it, not by when that was typed. */
function isArrivalAsked(ticket: Ticket, { policies }: Company, deadlines: readonly ToldDeadline[]): boolean {
  const kind = kindOf(ticket)
  if (ticket.state !== 'dispatched') return false
  const policy = policies.of(ticket)
  return deadlines.some(
    ({ clock, metAt }) =>
      metAt === null && !isWait(clock) && ['arrived', 'responded'].includes(endsWith(policy, kind, clock)),
  )
}

/** A result that opened the present round, or one before that. */
const isOfEarlierRound = ({ round }: Ticket, { outcome }: NamedResult): boolean =>
  round > 1 && !finalOutcomes.some((final) => final === outcome)

const nextOf = ({ nextClock, nextDueAt }: Ticket, deadlines: readonly ToldDeadline[]) =>
  deadlines.find(({ clock, dueAt, metAt }) => metAt === null && clock === nextClock && dueAt === nextDueAt)

/** Verdict on the day the fault was reported, from the product, or from what the customer said of it. */
async function warrantyOf(
  services: Services,
  reader: Reader,
  ticket: Ticket,
  company: Company,
): Promise<WarrantyVerdict | null> {
  const known = ticket.productId === null ? null : await purchaseOf(services, reader, ticket.productId)
  const said: Purchase = {
    purchasedOn: ticket.purchasedOn,
    acceptedOn: null,
    proof: ticket.purchasedOn ? 'told' : 'none',
  }
  if (ticket.productName === '' && known === null) return null
  const preset = company.policies.of(ticket)
  return warrantyVerdict(judgedBy(known, said), preset, dayOf(ticket.receivedAt, company.timeZone))
}

/** An invoice on file decides; without one, the day the customer gave for this case. */
function judgedBy(known: Purchase | null, said: Purchase): Purchase {
  if (!known) return said
  if (known.proof === 'invoice' || !said.purchasedOn) return known
  return { ...known, purchasedOn: said.purchasedOn, proof: 'told' }
}

async function deadlinesNow(
  services: Services,
  reader: Reader,
  ticket: Ticket,
  company: Company,
): Promise<ToldDeadline[]> {
  if (ticket.state === 'cancelled') return []
  return deadlinesOf(services, reader, ticket, company, services.now())
}

/** Who paused, agreed and stopped. */
async function namesIn(
  { database }: Services,
  reader: Reader,
  deadlines: readonly ToldDeadline[],
): Promise<Record<string, string>> {
  const ids = [...new Set(deadlines.flatMap(({ steps }) => steps.flatMap(({ memberId }) => memberId ?? [])))]
  if (ids.length === 0) return {}
  const rows = (await reader.query(
    database.sql(`SELECT "id", "name" FROM "house_member" WHERE "id" IN (${ids.map(() => '?').join(', ')})`),
    ids,
  )) as { id: string; name: string }[]
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

async function chasesOf(services: Services, reader: Reader, ticketId: string): Promise<TicketPage['chases']> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT c."id", c."at", c."note", m."name" AS "byName" FROM "tickets_chase" c LEFT JOIN "house_member" m ON m."id" = c."memberId"
       WHERE c."ticketId" = ? ORDER BY c."at" DESC, c."id" DESC`,
    ),
    [ticketId],
  )) as { id: string; at: string; note: string; byName: string | null }[]
  return rows.map((row) => ({ ...row, byName: row.byName ?? '' }))
}

/** Which of the limits a layer sets, by clock (see `PolicyBook.layerOfLimit`). */
function limitLayersOf(
  ticket: Ticket,
  { policies }: Company,
  deadlines: readonly ToldDeadline[],
  now: string,
): TicketPage['limitLayers'] {
  const { policy } = policies.at(now)
  const layers: TicketPage['limitLayers'] = {}
  for (const { clock } of deadlines) {
    const found = policies.layerOfLimit(ticket.policyId, { clock, level: ticket.level, kind: ticket.kind })
    if (!found || found.layer === 'company') continue
    const { layer, key, version } = found
    const choices = layer === 'category' ? policies.known(now).categories : policy.productTypes
    const name = choices.find(({ code }) => code === key)?.text ?? { 'zh-CN': key, 'zh-TW': key, en: key }
    layers[clock] = { layer, name, version }
  }
  return layers
}
