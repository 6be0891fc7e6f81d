import { z } from 'zod'
import { idSchema } from '../kit/fields.ts'
import { mostWalked } from '../kit/lists.ts'
import { ticketFilterSchema } from './lists.ts'
import type { Refusal } from './rules-contact.ts'
import { ticketStates } from './schema.ts'

/** What can be done to many chosen tickets in one go: each is the single step once a ticket. */
export const batchSteps = ['dispatch', 'note'] as const
export type BatchStep = (typeof batchSteps)[number]

/** Tickets a member chose in a list: as many as a list walks. */
export const chosenIdsSchema = z.array(idSchema).min(1).max(mostWalked)

/** Asks how the chosen ones stand now. */
export const chosenSchema = z.object({ ids: chosenIdsSchema })

/** Asks which of the chosen ones still are what a list shows. */
export const stillListedSchema = ticketFilterSchema.extend({ ids: chosenIdsSchema })

/** A chosen ticket as a step in one go needs it. */
export const chosenTicketSchema = z.object({
  id: z.string(),
  number: z.string(),
  customerName: z.string(),
  region: z.string(),
  state: z.enum(ticketStates),
  technicianName: z.string(),
  version: z.number(),
  /** Latest begin of a visit that keeps the trade's promise (R044); null where the trade promises nothing. */
  promisedUntilAt: z.string().nullable(),
})
export type ChosenTicket = z.output<typeof chosenTicketSchema>

/** Why nobody can be sent for it any more, by its state. */
const overIn = {
  dispatched: 'tickets.batch.no.dispatched',
  resulted: 'tickets.batch.no.resulted',
  ledgered: 'tickets.batch.no.resulted',
  closed: 'tickets.batch.no.closed',
  cancelled: 'tickets.batch.no.cancelled',
} as const

/**
 * Why a step cannot be taken on a chosen ticket, null when it can. In one go nobody is sent later than was promised: that asks each customer for
 * consent (R044). Who is out already stays out: going to another is a step of its own.
 */
export function batchRefusal(step: BatchStep, ticket: ChosenTicket, visitFromAt: string | null): Refusal | null {
  const { state, technicianName, promisedUntilAt } = ticket
  if (step === 'note') return null
  if (state !== 'unassigned') return { text: overIn[state], facts: { name: technicianName } }
  if (visitFromAt !== null && promisedUntilAt !== null && visitFromAt > promisedUntilAt)
    return { text: 'tickets.batch.no.promise', facts: {} }
  return null
}
