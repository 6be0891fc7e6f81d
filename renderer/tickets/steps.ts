import type { Right } from '../../shared/admin/rights.ts'
import { nextContact } from '../../shared/tickets/rules-contact.ts'
import type { ContactPolicy } from '../../shared/presets/grammar.ts'
import type { DispatchRow, GateStep, TicketPage } from '../../shared/tickets/schema.ts'

/** What a member can do with a ticket: each is a form that opens in place. */
export const steps = [
  'dispatch',
  'contact',
  'mismatch',
  'handBack',
  'result',
  'ledger',
  'archive',
  'chase',
  'pause',
  'resume',
  'cancel',
] as const
export type Step = (typeof steps)[number]

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
    result: (isOut || isGuided || ticket.state === 'resulted') && may('tickets.finish'),
    ledger: ticket.state === 'resulted' && may('tickets.close'),
    archive: ticket.state === 'ledgered' && may('tickets.close'),
    chase: isAlive && may('tickets.chase'),
    pause: isOpen && ticket.pausedReason === null && may('tickets.dispatch'),
    resume: isOpen && ticket.pausedReason !== null && may('tickets.dispatch'),
    cancel: isOpen && may('tickets.dispatch'),
  }
  return steps.filter((step) => allowed[step])
}

/** The one thing to do next (F11), null when nothing is left or it is another's turn. */
export function nextStep(page: TicketPage, may: May): Step | null {
  const open = stepsOf(page, may)
  const { state, handling } = page.ticket
  const wanted: readonly Step[] =
    state === 'unassigned'
      ? handling === 'guidance'
        ? ['result', 'dispatch']
        : ['dispatch']
      : state === 'dispatched'
        ? ['contact', 'result']
        : state === 'resulted'
          ? ['ledger']
          : ['archive']
  return wanted.find((step) => open.includes(step)) ?? null
}

/** One station of a ticket's way, as the left zone draws it. */
export interface Stage {
  id: 'received' | 'dispatch' | 'contact' | 'result' | 'ledger' | 'archive'
  state: 'done' | 'now' | 'later'
  at: string | null
  byName: string
}

/** The way of a ticket in the order of the paper; guided by telephone nobody is sent. */
export function stagesOf(page: TicketPage): Stage[] {
  const { ticket, result, ledger } = page
  const order = page.dispatches[0] ?? null
  const isGuided = ticket.handling === 'guidance' && page.dispatches.length === 0
  const isOut = ticket.state === 'dispatched'
  const hasResult = ['resulted', 'ledgered', 'closed'].includes(ticket.state)
  const reached = order?.attempts.find(({ result: how }) => how === 'reached') ?? null
  const stages: Stage[] = [
    { id: 'received', state: 'done', at: ticket.receivedAt, byName: ticket.operatorName },
    {
      id: 'dispatch',
      state: isOut || hasResult ? 'done' : 'later',
      at: isOut || hasResult ? (order?.dispatchedAt ?? null) : null,
      byName: isOut || hasResult ? (order?.technicianName ?? '') : '',
    },
    {
      id: 'contact',
      state: reached || hasResult ? 'done' : 'later',
      at: isOut || hasResult ? (reached?.at ?? null) : null,
      byName: '',
    },
    {
      id: 'result',
      state: hasResult ? 'done' : 'later',
      at: hasResult ? (result?.finishedAt ?? null) : null,
      byName: hasResult ? (result?.servicePersonName ?? '') : '',
    },
    { id: 'ledger', state: ledger ? 'done' : 'later', at: null, byName: '' },
    { id: 'archive', state: ledger?.archiveNo ? 'done' : 'later', at: ticket.closedAt, byName: '' },
  ]
  const shown = isGuided ? stages.filter(({ id }) => id !== 'dispatch' && id !== 'contact') : stages
  if (ticket.state === 'cancelled') return shown
  const at = shown.findIndex(({ state }) => state === 'later')
  return shown.map((stage, index) => (index === at ? { ...stage, state: 'now' } : stage))
}

/** When the technician may, or must, call next (R048, R049). */
export const contactNow = (order: DispatchRow, policy: ContactPolicy, nowAt: string) =>
  nextContact(order.attempts, policy, nowAt)

/** The form that fills a gap of the close gate. */
export const stepOfGap: Readonly<Record<GateStep, Step>> = { result: 'result', ledger: 'ledger', archive: 'archive' }
