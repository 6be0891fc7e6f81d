import { marksOf } from '../../shared/clocks/fold.ts'
import type { ClockHours, Term } from '../../shared/clocks/schema.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { clocksOf, isWait, termOf } from '../../shared/tickets/rules.ts'
import type { Seat, Services } from '../api/context.ts'
import {
  enterTimes,
  foreseen,
  namePolicies,
  nextDueOf,
  runningOf,
  runningOfMany,
  type TimeLine,
} from '../clocks/public.ts'
import type { RunningRow } from '../clocks/entities.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import type { PolicyBook, PolicyPick } from '../house/policies/policy-book.ts'
import { calendarsOf, type Company, companyOf } from '../house/settings.ts'
import { alone, keepMoved, type MovedLine } from './keep-moved.ts'
import { togetherOrEach } from './together-or-each.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'
import { isBeforeResult, kindOf, noDue, subjectOf } from './ticket-clocks.ts'

type OpenCase = Pick<
  Ticket,
  | 'id'
  | 'number'
  | 'customerName'
  | 'receivedAt'
  | 'policyId'
  | 'policyKept'
  | 'presetId'
  | 'kind'
  | 'level'
  | 'handling'
  | 'round'
  | 'category'
  | 'productName'
>

/** A limit of an open case that other policies move. */
export interface MovedLimit {
  ticket: Pick<OpenCase, 'id' | 'number' | 'customerName'>
  clock: string
  clockText: Policy['name']
  beforeAt: string | null
  afterAt: string | null
}

async function openCasesOf(services: Services, reader: Reader, notUnder = ''): Promise<OpenCase[]> {
  return (await reader.query(
    services.database.sql(
      `SELECT "id", "number", "customerName", "receivedAt", "policyId", "policyKept", "presetId", "kind", "level", "handling", "round", "category",
         "productName"
       FROM "tickets_ticket" WHERE "state" IN ('unassigned', 'dispatched') AND ("policyId" IS NULL OR "policyId" <> ?) ORDER BY "id"`,
    ),
    [notUnder],
  )) as OpenCase[]
}

const factsOf = ({ category, productName }: OpenCase) => ({ category, productName })

/**
 * The limits of other policies for what runs in a case, those that stay as they are left out. A limit they do not have runs on, by their week.
 */
function otherTerms(ticket: OpenCase, running: readonly RunningRow[], before: Policy, after: Policy) {
  const kind = kindOf(ticket)
  const [was, is] = [clocksOf(before, kind), clocksOf(after, kind)]
  const isSameWeek = JSON.stringify(before.duty[0].week) === JSON.stringify(after.duty[0].week)
  return running.flatMap((row): { row: RunningRow; term: Term; text: Policy['name'] }[] => {
    const { clock, state } = row
    const { limitMinutes, hours, warnMinutes, rule } = state
    // A wait whose day somebody named ends with that day, whatever the house would let it.
    const stood = was.find((each) => each.clock === clock)
    const isOfPolicy = stood?.limitMinutes === limitMinutes && stood.hours === hours
    const isOfADay = isWait(clock) && hours === 'days' && !isOfPolicy
    const policy = isOfADay ? undefined : is.find((each) => each.clock === clock)
    const term = policy ? termOf(policy) : { limitMinutes, hours, warnMinutes, rule }
    const stays =
      term.limitMinutes === limitMinutes &&
      term.hours === hours &&
      (isSameWeek || !isByWork(hours)) &&
      !warnsOtherwise(row, term)
    const text = (policy ?? stood)?.text
    return stays ? [] : [{ row, term, text: text ?? { 'zh-CN': clock, 'zh-TW': clock, en: clock } }]
  })
}

/** Limits of a case that its policies have and others do not: they are neither met nor late, and run on when policies have them again. */
function limitsOnlyOf(ticket: OpenCase, has: Policy, hasNot: Policy): string[] {
  const of = (policy: Policy) => clocksOf(policy, kindOf(ticket))
  const others = new Set(of(hasNot).map(({ clock }) => clock))
  return of(has).flatMap(({ clock }) => (others.has(clock) || isWait(clock) ? [] : [clock]))
}

const isByWork = (hours: ClockHours): boolean => hours === 'working' || hours === 'workingDays'

/** The line of a limit that goes over: since other policies count, or since it runs where that is later. */
function lineOf(
  { state }: RunningRow,
  term: Term | null,
  { id, fromAt }: Pick<PolicyPick, 'id'> & { fromAt: string },
): TimeLine {
  const at = fromAt > state.startedAt ? fromAt : state.startedAt
  return { kind: 'policy', clock: state.clock, at, term, policyId: id }
}

/** Limits that policies have and those before did not: one that was dropped runs on, one that never ran begins when next happens what it counts from. */
function takenUp(ticket: OpenCase, clocks: readonly string[], { id, policy }: PolicyPick, at: string): TimeLine[] {
  return clocksOf(policy, kindOf(ticket))
    .filter(({ clock }) => clocks.includes(clock))
    .map((limit) => ({ kind: 'policy', clock: limit.clock, at, term: termOf(limit), policyId: id }))
}

const warnsOtherwise = ({ state }: RunningRow, { warnMinutes }: Term) =>
  warnMinutes !== undefined && warnMinutes !== state.warnMinutes

/** Cases asked about together: a question has room for so many ids on both engines. */
const asked = 500

/** What runs in each of many cases, with a question for many of them; `stuck`: those of which it cannot be read. */
async function runningOfAll(
  services: Services,
  reader: Reader,
  cases: readonly OpenCase[],
): Promise<{ rows: ReadonlyMap<string, RunningRow[]>; stuck: ReadonlySet<string> }> {
  const rows: RunningRow[] = []
  const stuck = new Set<string>()
  const read = async (ids: readonly string[]) => {
    rows.push(...(await runningOfMany(services, reader, subjectOf('').kind, ids)))
  }
  for (let from = 0; from < cases.length; from += asked) {
    const ids = cases.slice(from, from + asked).map(({ id }) => id)
    await togetherOrEach(ids, read, (id) => stuck.add(id))
  }
  return { rows: grouped(rows, ({ subjectId }) => subjectId), stuck }
}

/** What a book of policies would move at an instant, without moving it; `cases` and `limits` are all that run, `stuck` how many of the cases could not go over. */
export async function limitsMovedBy(
  services: Services,
  reader: Reader,
  company: Company,
  book: PolicyBook,
  at: string,
): Promise<{ cases: number; limits: number; moved: MovedLimit[]; stuck: number }> {
  const cases = await openCasesOf(services, reader)
  const moved: MovedLimit[] = []
  let limits = 0
  const { rows, stuck } = await runningOfAll(services, reader, cases)
  for (const ticket of cases) {
    if (stuck.has(ticket.id)) continue
    const running = rows.get(ticket.id) ?? []
    limits += running.length
    const next = book.successorOf(ticket, at, factsOf(ticket))
    if (!next) continue
    const [was, is] = [company.policies.of(ticket), next.policy]
    const calendars = calendarsOf(ticket, { policies: book, timeZone: company.timeZone })
    const dropped = limitsOnlyOf(ticket, was, is)
    for (const row of running.filter(({ clock, dueAt }) => dropped.includes(clock) && dueAt !== null)) {
      const text = was.clocks.find(({ clock }) => clock === row.clock)!.text
      moved.push({ ticket, clock: row.clock, clockText: text, beforeAt: row.dueAt, afterAt: null })
    }
    const stays = running.filter(({ clock }) => !dropped.includes(clock))
    for (const { row, term, text } of otherTerms(ticket, stays, was, is)) {
      const after = await foreseen(services, reader, subjectOf(ticket.id), row, lineOf(row, term, next), calendars)
      const afterAt = marksOf(after, calendars).dueAt
      if (afterAt !== row.dueAt) moved.push({ ticket, clock: row.clock, clockText: text, beforeAt: row.dueAt, afterAt })
    }
  }
  return { cases: cases.length, limits, moved, stuck: stuck.size }
}

/** Open cases that go over to the policies that count now, where those say so. Locks nothing: who moves them looks again. */
export async function casesToSwitch(services: Services, reader: Reader): Promise<string[]> {
  const { policies } = await companyOf(reader)
  const now = services.now()
  // Who stands on the company's alone may stand under a layer from now on.
  const cases = await openCasesOf(services, reader, policies.isPlain ? policies.at(now).id : '')
  return cases.filter((ticket) => goesOver(services, policies, ticket, now)).map(({ id }) => id)
}

/** A case whose policies cannot be read keeps them, and is logged: all others go over. */
function goesOver(services: Services, policies: PolicyBook, ticket: OpenCase, now: string): boolean {
  try {
    return policies.successorOf(ticket, now, factsOf(ticket)) !== null
  } catch (error) {
    notMoved(services, policies, ticket.id, error)
    return false
  }
}

/** By log: cases written down as not gone over, and the turn of the versions they were written down at. */
const writtenDown = new WeakMap<Services['log'], Map<string, string>>()

/** Writes down that a case did not go over to the policies that count, and why: once a version, however often it is tried again. */
export function notMoved(services: Services, policies: PolicyBook, ticketId: string, error: unknown): void {
  const { log } = services
  const turn = policies.turnedAt(services.now())
  const written = writtenDown.get(log) ?? new Map<string, string>()
  writtenDown.set(log, written)
  if (written.get(ticketId) === turn) return
  written.set(ticketId, turn)
  log.error('policies.caseNotMoved', {
    ...{ ticketId, error: String(error), stack: error instanceof Error ? error.stack : '' },
  })
}

/** Under which version's name a case stands in the lists: the one that brings it over, or `<id>/back` of the one that was taken back. */
function causeOf({ policies }: Company, before: string | null, next: PolicyPick): string {
  const was = (before ?? '').split('+')
  const gone = policies.versions.findLast(({ id, withdrawnAt }) => was.includes(id) && withdrawnAt !== null)
  if (gone) return `${gone.id}/back`
  const fresh = policies.versions.filter(({ id }) => next.id.split('+').includes(id) && !was.includes(id))
  return (fresh.findLast(({ runningCases }) => runningCases === 'switch') ?? fresh.at(-1))?.id ?? next.id
}

/** The limits that moved, as they are listed; the case alone where none did. */
function listed(ticket: Pick<Ticket, 'id' | 'round'>, before: readonly RunningRow[], after: readonly RunningRow[]) {
  const lines = before.flatMap((row): MovedLine[] => {
    const now = after.find(({ clock, round }) => clock === row.clock && round === row.round)
    const afterAt = now?.dueAt ?? null
    if (afterAt === row.dueAt) return []
    return [{ ticketId: ticket.id, clock: row.clock, round: row.round, beforeAt: row.dueAt, afterAt }]
  })
  const again = after.filter((row) => !before.some(({ clock, round }) => clock === row.clock && round === row.round))
  for (const { clock, round, dueAt } of again)
    lines.push({ ticketId: ticket.id, clock, round, beforeAt: null, afterAt: dueAt })
  return lines.length > 0 ? lines : [alone(ticket)]
}

/**
 * Takes cases over to the policies that count now and keeps the list of them by version; answers the ids of those that went. Each is locked before anything of it is read: what was
 * dispatched, closed or kept meanwhile counts as it is then. Run twice, it moves nothing more.
 */
export async function switchPolicies(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  ticketIds: readonly string[],
): Promise<string[]> {
  const company = await companyOf(tx)
  const now = services.now()
  const moved: string[] = []
  const records = recordsOf(services, tx, seat, 'tickets.switchPolicy')
  for (const id of ticketIds) {
    const ticket = await records.lock(TicketEntity, id)
    if (!ticket || !isBeforeResult(ticket)) continue
    const next = company.policies.successorOf(ticket, now, factsOf(ticket))
    if (!next) continue
    const subject = subjectOf(id)
    const running = await runningOf(services, tx, subject)
    const was = running.map((row) => ({ ...row }))
    const before = company.policies.idOf(ticket)
    if (before !== null) await namePolicies(services, tx, subject, before)
    const stood = company.policies.of(ticket)
    const dropped = limitsOnlyOf(ticket, stood, next.policy)
    const stays = running.filter(({ clock }) => !dropped.includes(clock))
    const lines = [
      ...running.filter((row) => !stays.includes(row)).map((row) => lineOf(row, null, next)),
      ...otherTerms(ticket, stays, stood, next.policy).map(({ row, term }) => lineOf(row, term, next)),
      ...takenUp(ticket, limitsOnlyOf(ticket, next.policy, stood), next, now),
    ]
    const after = await enterTimes(services, tx, seat, subject, calendarsOf(ticket, company), lines, { running })
    const due = nextDueOf(after)
    await keepMoved(services, tx, causeOf(company, before, next), listed(ticket, was, after))
    const marks = due === null ? noDue : { nextDueAt: due.dueAt, nextClock: due.clock }
    await records.change(TicketEntity, ticket, { policyId: next.id, ...marks }, { isQuiet: true })
    moved.push(id)
  }
  return moved
}

/**
 * `switchPolicies`, where one case that cannot go over holds up nothing: it stays on what it stands on, is logged, and is listed under the version as
 * one that could not go.
 */
export async function switchWhatGoes(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  ticketIds: readonly string[],
  versionId: string,
): Promise<void> {
  const within = (ids: readonly string[]) =>
    services.database.write((inner) => switchPolicies(services, inner, seat, ids))
  const { policies } = await companyOf(tx)
  const stuck: MovedLine[] = []
  await togetherOrEach(ticketIds, within, (id, error) => {
    notMoved(services, policies, id, error)
    stuck.push(alone({ id, round: 1 }))
  })
  await keepMoved(services, tx, `${versionId}/stuck`, stuck)
}
