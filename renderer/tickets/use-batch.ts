import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { batchRefusal, type BatchStep, type ChosenTicket } from '../../shared/tickets/batch.ts'
import type { Refusal } from '../../shared/tickets/rules-contact.ts'
import { api, client, queries } from '../app/api.ts'
import { newId } from '../app/new-id.ts'
import type { VisitWindow } from '../../shared/kit/visit-time.ts'
import { isUnanswered, type Outcome, type Run, useRun } from './run-batch.ts'

/** What a step left behind that can be taken back: the order it made, or the edit it was. */
export type Trace = { orderId: string; number: string } | { step: string | null }

/** What is filled in once for all. */
export interface BatchWish {
  technicianId: string | null
  window: VisitWindow | null
  note: string
}

/** A chosen ticket for which the step cannot be taken, and why. */
export interface LeftOut {
  ticket: ChosenTicket
  refusal: Refusal
}

/** A step on chosen tickets: what would happen before, what happened after. */
export interface Batch {
  /** Undefined until the station told how they stand. */
  tickets: readonly ChosenTicket[] | undefined
  error: unknown
  askAgain: () => void
  /** Chosen, but gone or not the seat's to see. */
  goneCount: number
  can: readonly ChosenTicket[]
  cannot: readonly LeftOut[]
  run: Run<Trace>
  /** Taken back again, or the attempt to. */
  back: Run<unknown>
  /** Those it was begun with; null before. */
  begun: readonly ChosenTicket[] | null
  /** Those it could not be begun with, as they stood then. */
  leftOut: readonly LeftOut[]
  begin: () => Promise<void>
  /** Sends again what was not answered or not tried, with the ids it had. */
  again: () => Promise<void>
  takeBack: (ids: readonly string[], reason: string) => Promise<void>
}

/** Takes a step on many tickets, each as the single step with the version that was seen. `onDone` hears for which it went through. */
export function useBatch(
  step: BatchStep,
  ids: readonly string[],
  wish: BatchWish,
  onDone: (ids: readonly string[]) => void,
): Batch {
  const [begun, setBegun] = useState<readonly ChosenTicket[] | null>(null)
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([])
  const told = useQuery(
    api.tickets.chosen.queryOptions(
      { ids: [...ids] },
      { enabled: begun === null && ids.length > 0, placeholderData: keepPreviousData, staleTime: 0 },
    ),
  )
  const run = useRun<Trace>()
  const back = useRun<unknown>()
  const made = useRef(new Map<string, string>())
  const idFor = (ticketId: string) => {
    const id = made.current.get(ticketId) ?? newId()
    made.current.set(ticketId, id)
    return id
  }
  const tickets = (told.data ?? []).filter(({ id }) => ids.includes(id))
  const judged = tickets.map((ticket) => ({
    ticket,
    refusal: batchRefusal(step, ticket, wish.window?.fromAt ?? null),
  }))
  const cannot = judged.flatMap(({ ticket, refusal }) => (refusal ? [{ ticket, refusal }] : []))
  const can = judged.filter(({ refusal }) => refusal === null).map(({ ticket }) => ticket)
  const send = async (of: readonly ChosenTicket[], ticketIds: readonly string[]) => {
    const byId = new Map(of.map((ticket) => [ticket.id, ticket]))
    const outcomes = await run.start(ticketIds, (id) => takeStep(step, byId.get(id)!, idFor(id), wish))
    onDone(ticketIds.filter((id) => outcomes.get(id)?.state === 'done'))
    await queries.invalidateQueries({ queryKey: [['tickets']] })
  }
  return {
    tickets: told.data,
    error: told.error,
    askAgain: () => void told.refetch(),
    goneCount: told.data && !told.isPlaceholderData ? ids.length - told.data.length : 0,
    ...{ can, cannot, run, back, begun, leftOut },
    begin: async () => {
      setLeftOut(cannot)
      setBegun(can)
      await send(
        can,
        can.map(({ id }) => id),
      )
    },
    again: async () => {
      const open = [...run.outcomes].filter(([, outcome]) => isOpen(outcome)).map(([id]) => id)
      await send(begun ?? [], open)
    },
    takeBack: async (ticketIds, reason) => {
      await back.start(ticketIds, async (id) => {
        const outcome = run.outcomes.get(id)
        if (outcome?.state !== 'done') return
        const { answer } = outcome
        if ('orderId' in answer) await client.tickets.handBack.mutate({ dispatchId: answer.orderId, reason })
        else if (answer.step !== null) await client.history.undo.mutate({ step: answer.step })
      })
      await queries.invalidateQueries({ queryKey: [['tickets']] })
    },
  }
}

/** Not answered or not tried: may be sent again. */
export const isOpen = (outcome: Outcome<unknown>): boolean => outcome.state === 'stopped' || isUnanswered(outcome)

async function takeStep(
  step: BatchStep,
  { id: ticketId, version }: ChosenTicket,
  id: string,
  { technicianId, window, note }: BatchWish,
): Promise<Trace> {
  if (step === 'note') return client.tickets.note.mutate({ id, ticketId, note })
  if (!technicianId || !window) throw new Error('nobody, or no time')
  const { fromAt, toAt } = window
  const visit = { visitFromAt: fromAt, visitToAt: toAt, within3h: 'yes' as const }
  const order = await client.tickets.assign.mutate({ id, ticketId, technicianId, version, ...visit })
  return { orderId: order.id, number: order.number }
}
