import { mayUse, rights, type Right, type Role } from '../../shared/admin/rights.ts'
import { nextContact } from '../../shared/tickets/rules-contact.ts'
import type { ContactPolicy } from '../../shared/presets/schema.ts'
import type { DispatchRow, GateStep, TicketPage } from '../../shared/tickets/schema.ts'

/** What a member can do with a ticket: each is a form that opens in place. */
export const steps = [
  'dispatch',
  'contact',
  'mismatch',
  'handBack',
  'plan',
  'result',
  'ledger',
  'archive',
  'chase',
  'note',
  'moment',
  'correct',
  'withdraw',
  'pause',
  'resume',
  'cancel',
] as const
export type Step = (typeof steps)[number]

/** Keys of the steps beside F11; the letter is the same in every language. */
export const stepKeys: Readonly<Record<Step, string>> = {
  dispatch: 'Alt+D',
  contact: 'Alt+T',
  mismatch: 'Alt+M',
  handBack: 'Alt+B',
  plan: 'Alt+G',
  result: 'Alt+R',
  ledger: 'Alt+L',
  archive: 'Alt+A',
  chase: 'Alt+C',
  note: 'Alt+N',
  moment: 'Alt+H',
  correct: 'Alt+E',
  withdraw: 'Alt+Z',
  pause: 'Alt+P',
  resume: 'Alt+P',
  cancel: 'Alt+X',
}

/** Taken now and then: they stand in a menu, so that the bar of a case that was sent keeps to one line. */
export const rareSteps: readonly Step[] = ['mismatch', 'handBack', 'moment', 'correct', 'withdraw', 'pause', 'cancel']

/** F11 leads from step to step, but never into the one that cannot be taken back: closing has a key of its own. */
export const nextKey = (step: Step): string => (step === 'archive' ? stepKeys.archive : 'F11')

type May = (right: Right) => boolean

/** The order a technician is out with, null when nobody is. */
export const activeDispatch = (page: TicketPage): DispatchRow | null =>
  page.dispatches.find(({ state }) => state === 'active') ?? null

/** Steps the ticket's state and the member's rights allow, in the order of the work. */
export function stepsOf(page: TicketPage, may: May): Step[] {
  const { ticket } = page
  const isOut = ticket.state === 'dispatched'
  const isOpen = ticket.state === 'unassigned' || isOut
  const isGuided = ticket.state === 'unassigned' && ticket.handling === 'guidance'
  const isAlive = ticket.state !== 'closed' && ticket.state !== 'cancelled'
  const order = activeDispatch(page)
  const isReached = order?.attempts.some(({ result }) => result === 'reached') ?? false
  const allowed: Record<Step, boolean> = {
    dispatch: isOpen && may('tickets.dispatch'),
    contact: isOut && order !== null && !isReached && may('tickets.contact'),
    mismatch: isOut && order !== null && may('tickets.contact'),
    handBack: isOut && order !== null && may('tickets.contact'),
    plan: page.planOwed !== 'no' && may('tickets.contact'),
    result: (isOut || isGuided || ticket.state === 'resulted') && may('tickets.finish'),
    ledger: ticket.state === 'resulted' && may('tickets.close'),
    archive: ticket.state === 'ledgered' && may('tickets.close'),
    chase: isAlive && may('tickets.chase'),
    note: may('tickets.note'),
    moment: page.momentsAsked.length > 0 && may('tickets.note'),
    correct: isAlive && may('intake.take'),
    // Which of them, and for whom, the station says.
    withdraw: page.withdrawable.length > 0,
    pause: isOpen && ticket.pausedReason === null && may('tickets.dispatch'),
    resume: isOpen && ticket.pausedReason !== null && may('tickets.dispatch'),
    cancel: isOpen && may('tickets.dispatch'),
  }
  return steps.filter((step) => allowed[step])
}

/** The one thing to do next (F11), null when nothing is left or it is another's turn. */
export function nextStep(page: TicketPage, may: May): Step | null {
  const open = stepsOf(page, may)
  const { state, handling, pausedReason } = page.ticket
  // What is waited for comes first: by it the work goes on.
  const awaited: readonly Step[] = pausedReason === null ? [] : ['resume']
  const work: readonly Step[] =
    state === 'unassigned'
      ? handling === 'guidance'
        ? ['result', 'dispatch']
        : ['dispatch']
      : state === 'dispatched'
        ? ['contact', 'result']
        : state === 'resulted'
          ? ['ledger']
          : ['archive']
  return [...awaited, ...work].find((step) => open.includes(step)) ?? null
}

/** One station of a ticket's way, as the left zone draws it. */
export interface Stage {
  id: 'received' | 'dispatch' | 'contact' | 'result' | 'ledger' | 'archive'
  state: 'done' | 'now' | 'later'
  at: string | null
  byName: string
  /** Since when it waits; null unless it is the present one. */
  waitsSinceAt: string | null
}

const rightOf = {
  received: 'intake.take',
  dispatch: 'tickets.dispatch',
  contact: 'tickets.contact',
  result: 'tickets.finish',
  ledger: 'tickets.close',
  archive: 'tickets.close',
} as const satisfies Record<Stage['id'], Right>

/** Whose turn a stage is, where it is not the reader's own: the roles that may do it, without who may everything. */
export function awaitedRoles(stage: Stage, may: May): readonly Role[] {
  const right = rightOf[stage.id]
  return stage.state !== 'now' || may(right) ? [] : rights[right].filter((role) => !mayUse(role, 'admin.members'))
}

/** The way of a ticket in the order of the paper; guided by telephone nobody is sent. */
export function stagesOf(page: TicketPage): Stage[] {
  const { ticket, result, ledger } = page
  const last = page.dispatches[0] ?? null
  const isGuided = ticket.handling === 'guidance' && page.dispatches.length === 0
  const isOut = ticket.state === 'dispatched'
  const hasResult = ['resulted', 'ledgered', 'closed'].includes(ticket.state)
  // An order that went back, or of an earlier visit, ticks nothing of this one.
  const order = isOut ? activeDispatch(page) : hasResult ? last : null
  const reached = order?.attempts.find(({ result: how }) => how === 'reached') ?? null
  const stages: Omit<Stage, 'waitsSinceAt'>[] = [
    { id: 'received', state: 'done', at: ticket.receivedAt, byName: ticket.operatorName },
    {
      id: 'dispatch',
      state: isOut || hasResult ? 'done' : 'later',
      at: order?.dispatchedAt ?? null,
      byName: order?.technicianName ?? '',
    },
    {
      id: 'contact',
      state: reached || hasResult ? 'done' : 'later',
      at: reached?.at ?? null,
      byName: '',
    },
    {
      id: 'result',
      state: hasResult ? 'done' : 'later',
      at: hasResult ? (result?.finishedAt ?? null) : null,
      byName: hasResult ? (result?.servicePersonName ?? '') : '',
    },
    { id: 'ledger', state: ledger ? 'done' : 'later', at: ledger?.recordedAt ?? null, byName: '' },
    { id: 'archive', state: ledger?.archiveNo ? 'done' : 'later', at: ticket.closedAt, byName: '' },
  ]
  const since = {
    received: null,
    dispatch: last?.fedBackAt ?? ticket.roundAt,
    contact: order?.dispatchedAt ?? null,
    result: isGuided ? ticket.roundAt : (reached?.at ?? null),
    ledger: result?.recordedAt ?? null,
    archive: ledger?.recordedAt ?? null,
  }
  const shown = isGuided ? stages.filter(({ id }) => id !== 'dispatch' && id !== 'contact') : stages
  const waiting = shown.map((stage) => ({ ...stage, waitsSinceAt: null }))
  if (ticket.state === 'cancelled') return waiting
  const at = shown.findIndex(({ state }) => state === 'later')
  return waiting.map((stage, index) =>
    index === at ? { ...stage, state: 'now', waitsSinceAt: since[stage.id] } : stage,
  )
}

/** When the technician may, or must, call next (R048, R049). */
export const contactNow = (order: DispatchRow, policy: Pick<ContactPolicy, 'attempts' | 'gapMinutes'>, nowAt: string) =>
  nextContact(order.attempts, policy, nowAt)

/** The form that fills a gap of the close gate. */
export const stepOfGap: Readonly<Record<GateStep, Step>> = { result: 'result', ledger: 'ledger', archive: 'archive' }
