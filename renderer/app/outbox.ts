import { useSyncExternalStore } from 'react'
import { client, type Inputs, problemOf, queries } from './api.ts'
import { fetchTextOf } from './i18n.ts'
import { openStore, type OutboxRow, seal, unseal } from './sealed-store.ts'
import { setShell } from './shell-state.ts'
import { stationNow } from '../kit/station-clock.ts'

/** Commands that may wait for the station: each is a create with an id of the seat, so sending it twice stores it once. */
const senders = {
  'intake.record': (input: Inputs['intake']['record']) => client.intake.record.mutate(input),
  'tickets.chase': (input: Inputs['tickets']['chase']) => client.tickets.chase.mutate(input),
  'tickets.contact': (input: Inputs['tickets']['contact']) => client.tickets.contact.mutate(input),
  'tickets.mismatch': (input: Inputs['tickets']['mismatch']) => client.tickets.mismatch.mutate(input),
  'tickets.recordResult': (input: Inputs['tickets']['recordResult']) => client.tickets.recordResult.mutate(input),
}

type Procedure = keyof typeof senders
type InputOf<P extends Procedure> = Parameters<(typeof senders)[P]>[0]
type OutputOf<P extends Procedure> = Awaited<ReturnType<(typeof senders)[P]>>

/** What became of a command: answered, or kept and sent as soon as the station is back. */
export type Delivery<Output> = { state: 'sent'; output: Output } | { state: 'kept' }

/** A waiting command as the page shows it. */
export interface Waiting {
  id: string
  procedure: string
  queuedAt: string
  refused: string | null
}

const tryAgainMs = [500, 1_000, 2_000, 4_000, 8_000]

let memberId = ''
let waiting: readonly Waiting[] = []
let tries = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Sends a command; when the station does not answer, keeps it on this computer. A refusal is thrown, nothing is kept of it. */
export async function deliver<P extends Procedure>(
  procedure: P,
  input: InputOf<P> & { id: string },
): Promise<Delivery<OutputOf<P>>> {
  // Written down before it is sent: a crash between the two sends it again instead of losing it.
  await keep(procedure, input.id, input)
  try {
    const output = await (senders[procedure] as unknown as (value: unknown) => Promise<never>)(input)
    await forget(input.id)
    return { state: 'sent', output }
  } catch (error) {
    if (problemOf(error).failure) {
      await forget(input.id)
      throw error
    }
    plan()
    return { state: 'kept' }
  }
}

/** Starts sending what waits for this member; call when a member is in. Returns the way to stop. */
export function startOutbox(member: string): () => void {
  memberId = member
  tries = 0
  void refresh().then(drain)
  const online = () => void drain()
  window.addEventListener('online', online)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('online', online)
  }
}

/** Sends everything that waits, oldest first, one window at a time; stops at the first silence. */
export async function drain(): Promise<void> {
  clearTimeout(timer)
  await navigator.locks.request('gendan-outbox', { ifAvailable: true }, async (lock) => {
    if (!lock) return plan()
    const rows = await (await openStore()).getAllFromIndex('outbox', 'queuedAt')
    for (const row of rows) {
      if (row.memberId !== memberId || row.refused) continue
      if (!(await sendOne(row))) return plan()
    }
    tries = 0
  })
}

/** Takes back a command the station refused, for correcting: gives its input and forgets it. */
export async function takeBack(id: string): Promise<unknown> {
  const row = await (await openStore()).get('outbox', id)
  if (!row) return null
  const input = await unseal(row.sealed)
  await forget(id)
  return input
}

/** What waits to be sent on this computer, oldest first. */
export function useOutbox(): readonly Waiting[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
}

/** False when the station stayed silent. */
async function sendOne(row: OutboxRow): Promise<boolean> {
  const input = await unseal(row.sealed)
  try {
    if (input !== null)
      await (senders[row.procedure as Procedure] as unknown as (value: unknown) => Promise<unknown>)(input)
    await forget(row.id)
    void queries.invalidateQueries()
    return true
  } catch (error) {
    const { failure, incident } = problemOf(error)
    if (!failure && !incident) return false
    if (failure?.kind === 'signedOut' || failure?.kind === 'busy') return false
    await (await openStore()).put('outbox', { ...row, refused: failure?.text ?? 'kit.error.defect.what' })
    await refresh()
    return true
  }
}

async function keep(procedure: string, id: string, input: unknown): Promise<void> {
  const sealed = await seal(input)
  const row: OutboxRow = { id, procedure, queuedAt: stationNow(), memberId, sealed, refused: null }
  await (await openStore()).put('outbox', row)
  await refresh()
}

async function forget(id: string): Promise<void> {
  await (await openStore()).delete('outbox', id)
  await refresh()
}

function plan(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void drain(), tryAgainMs[Math.min(tries, tryAgainMs.length - 1)])
  tries += 1
}

async function refresh(): Promise<void> {
  const rows = await (await openStore()).getAllFromIndex('outbox', 'queuedAt')
  await Promise.allSettled(rows.map(async ({ refused }) => (refused ? fetchTextOf(refused) : undefined)))
  waiting = rows.map(({ id, procedure, queuedAt, refused }) => ({ id, procedure, queuedAt, refused }))
  setShell({ waitingToSend: waiting.length })
  for (const listener of listeners) listener()
}
