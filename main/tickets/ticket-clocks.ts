import { deadlinesFrom } from '../../shared/clocks/deadlines.ts'
import type { Subject, ToldDeadline } from '../../shared/clocks/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { type CaseEvent, eventFacts } from '../../shared/presets/events.ts'
import { toldEvents } from '../../shared/presets/told-events.ts'
import type { ClockPolicy, Policy } from '../../shared/presets/schema.ts'
import {
  clocksOf,
  endsWith,
  isTooFarToWait,
  isWait,
  mostWaitDays,
  termOf,
  type TicketKind,
  waitEvent,
  waitFor,
} from '../../shared/tickets/rules.ts'
import type { PauseReason } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import {
  entriesOf,
  enterTimes,
  keptOf,
  nextDueOf,
  type RunningRow,
  runningOf,
  type Starts,
  startsOf,
  type TimeLine,
} from '../clocks/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import type { Locked } from '../database/records.ts'
import { calendarsOf, type Company } from '../house/settings.ts'
import type { Ticket } from './ticket-entity.ts'

/** Next running deadline as it stands beside the ticket, so that lists sort and count by one index. */
export type NextDue = Pick<Ticket, 'nextDueAt' | 'nextClock'>

/** No clock runs. */
export const noDue: NextDue = { nextDueAt: null, nextClock: null }

/** The ticket as a subject of clocks, under the word of its change hints. */
export const subjectOf = (ticketId: string): Subject => ({ kind: 'tickets.ticket', id: ticketId })

/** When the present round began: nothing of it can have happened earlier. */
export const roundAtOf = ({ roundAt, receivedAt }: Pick<Ticket, 'roundAt' | 'receivedAt'>): string =>
  roundAt ?? receivedAt

/** Whether a case still waits for its result: its visit may be sent or changed, and it goes along with the policies. */
export const isBeforeResult = ({ state }: Pick<Ticket, 'state'>): boolean =>
  state === 'unassigned' || state === 'dispatched'

/**
 * Since when the promise of a visit counts (R044): a round that waited for its part begins with the part. Null while it still waits: the round
 * then begins when somebody is sent.
 */
export const promisedFrom = (
  ticket: Pick<Ticket, 'roundAt' | 'receivedAt' | 'pausedReason'>,
  visitStartedAt: string | undefined,
): string | null => visitStartedAt ?? (ticket.pausedReason === null ? roundAtOf(ticket) : null)

/** What decides which limits hold for a case. Guidance that did not help is followed by somebody who goes. */
export function kindOf({
  kind,
  level,
  handling,
  round,
}: Pick<Ticket, 'kind' | 'level' | 'handling' | 'round'>): TicketKind {
  return { kind, level, handling: round > 1 ? 'dispatch' : (handling as TicketKind['handling']) }
}

type Timed = Pick<
  Ticket,
  'id' | 'receivedAt' | 'round' | 'roundAt' | 'kind' | 'level' | 'handling' | 'presetId' | 'policyId' | 'pausedReason'
>

/** One write's hand on the clocks of one locked ticket: gathers what happened, enters it once. */
export class TicketClocks {
  private readonly lines: TimeLine[] = []
  private readonly startedAt: Map<string, string>
  private readonly countedAt: Map<string, string>
  private isNewRound = false

  private constructor(
    private readonly services: Services,
    private readonly tx: Tx,
    private readonly seat: Seat | null,
    private ticket: Timed,
    private readonly company: Company,
    private readonly preset: Policy,
    private readonly running: readonly RunningRow[],
    private readonly starts: Starts,
  ) {
    this.startedAt = new Map(running.map(({ clock, state }) => [clock, state.startedAt]))
    this.countedAt = new Map(running.map(({ clock, state }) => [clock, state.countedAt]))
  }

  /** Of a ticket that nobody else can change meanwhile: clocks read before the lock may be stale. */
  static async of(
    services: Services,
    tx: Tx,
    seat: Seat | null,
    ticket: Locked<Timed>,
    company: Company,
  ): Promise<TicketClocks> {
    const preset = company.policies.of(ticket)
    const subject = subjectOf(ticket.id)
    const running = await runningOf(services, tx, subject)
    const starts = await startsOf(services, tx, subject)
    return new TicketClocks(services, tx, seat, ticket, company, preset, running, starts)
  }

  /** Of a ticket made in this very write: nothing runs yet and nothing has to be asked. */
  static ofNew(services: Services, tx: Tx, seat: Seat | null, ticket: Timed, company: Company): TicketClocks {
    const preset = company.policies.of(ticket)
    return new TicketClocks(services, tx, seat, ticket, company, preset, [], new Map())
  }

  /**
   * Stops what this meets and starts what counts from it: once a round, or each time for what happens again and again. Nothing the house notes
   * by itself happened before its round began; what a person tells keeps its time.
   */
  happened(event: CaseEvent, at: string): this {
    for (const [clock, startedAt] of [...this.startedAt])
      if (!isWait(clock) && this.endOf(clock) === event) this.stop(clock, at > startedAt ? at : startedAt)
    const beganAt = roundAtOf(this.ticket)
    const isTold = toldEvents.some((told) => told === event)
    for (const { clock, startsAt } of clocksOf(this.preset, this.kind())) {
      if (startsAt !== event || isWait(clock) || this.startedAt.has(clock)) continue
      const last = this.starts.get(clock)?.at
      const isDone = last != null && last >= beganAt && !this.isNewRound
      if (isDone && !eventFacts(event)?.isRepeated) continue
      this.start(clock, isTold || at > beganAt ? at : beganAt)
    }
    return this
  }

  /** The work is done: what counts from it begins; all that was not meant for afterwards ends. */
  finished(at: string): this {
    for (const [clock, startedAt] of [...this.startedAt])
      if (isWait(clock) || !eventFacts(this.endOf(clock))?.isAfterwards)
        this.stop(clock, at > startedAt ? at : startedAt)
    return this.happened('finished', at)
  }

  /** A report, or the round that begins with it. What counts from guidance counts from there: it is given while the customer reports (R043). */
  received(at: string): this {
    this.happened('received', at)
    return this.kind().handling === 'guidance' ? this.happened('guided', at) : this
  }

  /** The desk has to send somebody once more: the limit of sending runs anew. */
  sendAgain(at: string): this {
    if (clocksOf(this.preset, this.kind()).some(({ clock }) => clock === 'assign') && !this.startedAt.has('assign'))
      this.start('assign', at)
    return this
  }

  /** Another visit is needed: what this round met begins anew from here, a limit still running (a total) runs on. */
  nextRound(at: string): this {
    this.ticket = { ...this.ticket, round: this.ticket.round + 1, roundAt: at, pausedReason: null }
    this.isNewRound = true
    return this
  }

  /** Everything stands still but the wait itself, which has a limit of its own. Throws `invalid` for a day further off than `mostWaitDays`. */
  wait(reason: PauseReason, untilOn: string | null, note: string, at: string): this {
    this.ticket = { ...this.ticket, pausedReason: reason }
    for (const clock of this.startedAt.keys())
      if (!isWait(clock)) this.lines.push({ kind: 'pause', clock, at: this.notBehind(clock, at), reason: note })
    const today = dayOf(at, this.company.timeZone)
    if (untilOn !== null && isTooFarToWait(untilOn, today))
      throw new Failure('invalid', 'tickets.failure.waitTooLong', { days: mostWaitDays }, 'untilOn')
    const { clock, term } = waitFor(clocksOf(this.preset, this.kind()), reason, untilOn, today)
    this.begins(clock, at)
    this.lines.push({ kind: 'start', clock, at, term, reason: note })
    return this.happened(waitEvent(reason), at)
  }

  /** What stood still runs on, and the wait is over; a round that began with it begins now. */
  goOn(at: string): this {
    for (const [clock] of [...this.startedAt])
      if (isWait(clock)) this.stop(clock, this.notBehind(clock, at))
      else this.lines.push({ kind: 'resume', clock, at: this.notBehind(clock, at) })
    this.ticket = { ...this.ticket, pausedReason: null }
    return this.happened('waitOver', at).received(at)
  }

  /** The visit agreed with the customer takes the place of the promise where it is later (R044); null takes it back. */
  agree(pinnedAt: string | null, at: string): this {
    const visit = this.running.find(({ clock }) => clock === 'visit')
    if (this.startedAt.has('visit') && (pinnedAt !== null || visit?.state.pinnedAt != null))
      this.lines.push({ kind: 'pin', clock: 'visit', at: this.notBehind('visit', at), pinnedAt })
    return this
  }

  /** What an event would meet. */
  endingWith(event: CaseEvent): { startedAt: string; policy: ClockPolicy | undefined }[] {
    const limits = clocksOf(this.preset, this.kind())
    return [...this.startedAt]
      .filter(([clock]) => !isWait(clock) && this.endOf(clock) === event)
      .map(([clock, startedAt]) => ({ startedAt, policy: limits.find((limit) => limit.clock === clock) }))
  }

  /** Nothing runs any longer. */
  end(at: string, reason = ''): this {
    for (const [clock, startedAt] of [...this.startedAt]) this.stop(clock, at > startedAt ? at : startedAt, reason)
    return this
  }

  /** See `promisedFrom`. */
  get promisedFromAt(): string | null {
    return promisedFrom(this.ticket, this.startedAt.get('visit'))
  }

  has(clock: string): boolean {
    return this.startedAt.has(clock)
  }

  /** Enters what was gathered; answers what falls due next. */
  async enter(): Promise<NextDue> {
    const { services, tx, seat, ticket, company, running, starts, lines } = this
    const calendars = calendarsOf(ticket, company)
    const after = await enterTimes(services, tx, seat, subjectOf(ticket.id), calendars, lines, { running, starts })
    const next = nextDueOf(after)
    return next === null ? noDue : { nextDueAt: next.dueAt, nextClock: next.clock }
  }

  private kind(): TicketKind {
    return kindOf(this.ticket)
  }

  private endOf(clock: string): string {
    return endsWith(this.preset, this.kind(), clock)
  }

  private start(clock: string, at: string): void {
    const policy = clocksOf(this.preset, this.kind()).find((each) => each.clock === clock)
    if (!policy) return
    this.begins(clock, at)
    this.lines.push({ kind: 'start', clock, at, term: termOf(policy), policyId: this.ticket.policyId })
    // A case that stands still does so for what begins meanwhile too, but for what counts the wait itself.
    const { pausedReason } = this.ticket
    const isOfWait = pausedReason !== null && policy.startsAt === waitEvent(pausedReason as PauseReason)
    if (pausedReason !== null && !isOfWait)
      this.lines.push({ kind: 'pause', clock, at: this.notBehind(clock, this.services.now()) })
  }

  private begins(clock: string, at: string): void {
    this.startedAt.set(clock, at)
    this.countedAt.set(clock, at)
  }

  /** What holds from now on holds from the last entry of its clock on, where the station's clock was put back behind it: laid before it, it would change nothing. */
  private notBehind(clock: string, at: string): string {
    const countedAt = this.countedAt.get(clock)
    return countedAt !== undefined && at < countedAt ? countedAt : at
  }

  private stop(clock: string, at: string, reason = ''): void {
    this.startedAt.delete(clock)
    this.lines.push({ kind: 'stop', clock, at, reason })
  }
}

/** Every deadline of a ticket from its ledger, each with its why (principle 7). */
export async function deadlinesOf(
  services: Services,
  reader: Reader,
  ticket: Pick<Ticket, 'id' | 'policyId' | 'presetId'>,
  company: Company,
  now: string,
): Promise<ToldDeadline[]> {
  const subject = subjectOf(ticket.id)
  const entries = await entriesOf(services, reader, subject)
  return deadlinesFrom(entries, calendarsOf(ticket, company), now, await keptOf(services, reader, subject))
}
