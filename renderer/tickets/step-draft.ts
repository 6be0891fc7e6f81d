import type { TicketPage, TicketRow } from '../../shared/tickets/schema.ts'
import { type Step, steps } from './steps.ts'

/** A step's form as it was typed, kept on this computer until it is saved or thrown away. */
export interface KeptStep<Value = unknown> {
  /** Id of the record the form makes: a save whose answer was lost, sent again, is stored once. */
  id: string
  /** Version of the ticket it was typed on. */
  version: number
  value: Value
}

/** Where the drafts of one member on one ticket lie. */
export const stepDraftPrefix = (memberId: string, ticketId: string) => `tickets.${memberId}.${ticketId}.`

/** What the store gave back, or null when it is no draft of a step. */
export function readKeptStep(stored: unknown): KeptStep | null {
  const kept = stored as Partial<KeptStep> | null
  const isKept = typeof kept?.id === 'string' && typeof kept.version === 'number' && typeof kept.value === 'object'
  return isKept && kept.value !== null ? (kept as KeptStep) : null
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value)

/** Has it every field of the form as the form has it today? A draft of an older program is left alone. */
export function fitsForm<Value extends object>(value: unknown, empty: Value): value is Value {
  if (kindOf(value) !== 'object' || value === null) return false
  const typed = value as Record<string, unknown>
  return Object.entries(empty).every(
    ([field, usual]) =>
      field in typed && (usual === null || typed[field] === null || kindOf(typed[field]) === kindOf(usual)),
  )
}

/** Nothing differs from the form as it opens: there is nothing to keep. */
export const isUntyped = <Value extends object>(value: Value, empty: Value) =>
  JSON.stringify(value) === JSON.stringify(empty)

/** The record this form makes is on the ticket already: its save arrived, only the answer was lost or came late. */
export function isStored(
  { dispatches, mismatches, chases, notes, moments, result, ledger }: TicketPage,
  id: string,
): boolean {
  const records = [
    ...dispatches,
    ...dispatches.flatMap(({ attempts }) => attempts),
    ...mismatches,
    ...chases,
    ...notes,
    ...moments,
  ]
  return [...records, result, ledger].some((record) => record?.id === id)
}

/** Steps whose form is kept, by step; `key` says where the form that is open is kept, another window may have the usual place. */
export type KeptSteps = Readonly<Partial<Record<Step, { kept: KeptStep | null; savedAt: string | null; key?: string }>>>

/** A place beside the step's own: of a form whose step is open in another window, by this window; of one that waits to be sent, by its record. */
export const besidePlace = (key: string, id: string) => `${key.replace(/~.*$/u, '')}~${id}`

/** The step whose form lies there, or undefined. */
export const stepAt = (place: string): Step | undefined => steps.find((step) => step === place.replace(/~.*$/u, ''))

/** What a form that was opened on another version has to be told of its ticket; `sentBy` is empty where nobody says. */
export interface TicketNow extends Pick<TicketRow, 'version' | 'state' | 'technicianId' | 'technicianName'> {
  sentBy: string
}

/** The ticket under the form of a step, where the form is kept (null: nowhere), and what was kept of it. */
export interface StepDraftPlace {
  now: TicketNow
  key: string | null
  kept: KeptStep | null
  savedAt: string | null
}

/** Where a step's draft lies, and what lies there. `orders`: newest first. */
export function stepDraftPlace(
  memberId: string | null,
  { id, version, state, technicianId, technicianName }: Pick<TicketRow, 'id' | (keyof TicketNow & keyof TicketRow)>,
  step: Step,
  drafts: KeptSteps,
  orders: TicketPage['dispatches'] = [],
): StepDraftPlace {
  const sentBy = orders.find((order) => order.state === 'active')?.dispatcherName ?? ''
  const now = { version, state, technicianId, technicianName, sentBy }
  if (memberId === null) return { now, key: null, kept: null, savedAt: null }
  const usual = `${stepDraftPrefix(memberId, id)}${step}`
  const { kept = null, savedAt = null, key = usual } = drafts[step] ?? {}
  return { now, key, kept, savedAt }
}
