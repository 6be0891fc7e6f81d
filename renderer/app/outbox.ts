import i18next from 'i18next'
import { mayWait, type WaitingCommand } from '../../shared/commands.ts'
import { client, type Inputs, isSentOther, type Outputs, problemOf, queries, typedBy } from './api.ts'
import { renewDraftBeside } from './drafts.ts'
import { fetchTextOf } from './i18n.ts'
import { openStore, type OutboxRow, seal, unseal } from './sealed-store.ts'
import { setShell } from './shell-state.ts'
import { sayNotice } from '../kit/notices.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'
import { stationNow } from '../kit/station-clock.ts'

type Of<Shapes, P> = P extends `${infer F extends keyof Shapes & string}.${infer C}`
  ? C extends keyof Shapes[F]
    ? Shapes[F][C]
    : never
  : never
type InputOf<P extends WaitingCommand> = Of<Inputs, P>
type OutputOf<P extends WaitingCommand> = Of<Outputs, P>

/** The seat's client as what it is: a proxy of paths. */
const paths = client as unknown as Readonly<
  Record<
    string,
    Readonly<
      Record<string, { mutate: (input: unknown, options: { context: Record<string, unknown> }) => Promise<unknown> }>
    >
  >
>

/** Sends one command in the name of whoever typed it, whoever the page stands for meanwhile. What an outbox of another release holds and this one does not know is refused, not dropped. */
async function send({ procedure, memberId: typist }: OutboxRow, input: unknown): Promise<unknown> {
  const [feature = '', command = ''] = procedure.split('.')
  const path = mayWait(procedure) ? paths[feature]?.[command] : undefined
  if (!path) throw unknownCommand
  return path.mutate(input, { context: { [typedBy]: typist } })
}

const unknownCommand = new Error('a command of another release')

/**
 * What became of a command: answered, or kept and sent as soon as the station is back. `answer` comes then, also when another
 * tab sent it; it never comes of a command that is refused, which stands among the waiting.
 */
export type Delivery<Output> = { state: 'sent'; output: Output } | { state: 'kept'; answer: Promise<Output> }

/** A waiting command as the page shows it. */
export interface Waiting {
  id: string
  procedure: string
  queuedAt: string
  refused: string | null
  /** The station failed at it time and again: nothing is wrong with it, it may be sent once more. */
  mayGoAgain: boolean
  /** No key of this computer opens it: it is neither sent nor forgotten, and goes as soon as its key is back. */
  isUnreadable: boolean
}

const tryAgainMs = [500, 1_000, 2_000, 4_000, 8_000]

/** Incidents after which a command no longer tries by itself: half a minute of pauses. `house` */
const mostIncidents = 8

const defectText = 'kit.error.defect.what'

let memberId = ''
/** Of this member alone: what another left on this computer is his, and the next one learns no more of it than how much it is. */
const waiting = pageValue<readonly Waiting[]>([])
let tries = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** What the station answered to a command, said to every tab of this computer: whoever sent it, its own tab wants the number. */
interface Answer {
  id: string
  output: unknown
}

const tabs = new BroadcastChannel('gendan-outbox')
const awaited = new Map<string, { answer: Promise<unknown>; resolve: (output: unknown) => void }>()
tabs.onmessage = ({ data }: MessageEvent<Answer>) => hear(data)

function hear({ id, output }: Answer): void {
  awaited.get(id)?.resolve(output)
  awaited.delete(id)
}

/** Who asks twice about one command hears the one answer twice. */
function answerTo(id: string): Promise<unknown> {
  const known = awaited.get(id)
  if (known) return known.answer
  let resolve: (output: unknown) => void = () => undefined
  const answer = new Promise((hearing) => (resolve = hearing))
  awaited.set(id, { answer, resolve })
  return answer
}

/**
 * Sends a command in its turn, after everything this member has waiting; when the station does not answer, it stays kept on
 * this computer. A refusal is thrown, nothing is kept of it.
 */
export async function deliver<P extends WaitingCommand>(
  procedure: P,
  input: InputOf<P> & { id: string },
): Promise<Delivery<OutputOf<P>>> {
  const { id } = input
  const answer = answerTo(id) as Promise<OutputOf<P>>
  // Written down before it is sent: a crash between the two sends it again instead of losing it.
  await keep(procedure, id, input)
  const turn = await inTurn(() => sendWaiting(id))
  if ('error' in turn) {
    awaited.delete(id)
    throw turn.error
  }
  return turn.fate === 'sent' ? { state: 'sent', output: await answer } : { state: 'kept', answer }
}

/** Starts sending what waits for this member; call when a member is in. Returns the way to stop. */
export function startOutbox(member: string): () => void {
  if (member !== memberId) waiting.set([])
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
  await inTurn(() => sendWaiting(null))
}

/** One tab of this computer sends at a time, or two would overtake each other. */
const inTurn = <Result>(send: () => Promise<Result>): Promise<Result> => navigator.locks.request('gendan-outbox', send)

/** What became of a command in its turn; `refused` for good, `later` when it is sound but nobody may, or can, take it now. */
type Turn = { fate: 'sent' | 'kept' } | { fate: 'refused' | 'later'; error: unknown }

/**
 * Sends what waits for this member in the order it was written, up to the command asked about or to the end. Of that one it
 * says what became of it: `sent` also when another tab was quicker, `kept` when the station fell silent before or at it.
 */
async function sendWaiting(upTo: string | null): Promise<Turn> {
  clearTimeout(timer)
  const rows = await (await openStore()).getAllFromIndex('outbox', 'queuedAt')
  for (const row of rows) {
    if (row.memberId !== memberId || row.refused) continue
    const turn = await sendOne(row)
    if (turn.fate === 'unreadable') {
      tried.delete(row.id)
      await refresh()
      if (row.id === upTo) return { fate: 'kept' }
      continue
    }
    if (row.id === upTo && 'error' in turn) {
      await forget(row.id) // its form still has it, and says why
      return turn
    }
    const isGivenUp = turn.fate === 'later' && !(await mayTryLater(row, turn.error))
    if ('error' in turn && (isGivenUp || turn.fate === 'refused')) await markRefused(row, turn.error)
    if (turn.fate === 'kept' || (turn.fate === 'later' && !isGivenUp)) {
      plan()
      return { fate: 'kept' }
    }
    if (row.id === upTo) return turn
  }
  tries = 0
  return upTo === null ? { fate: 'sent' } : fateOf(upTo)
}

/** What became of a command that somebody else's turn took along: sent when nothing of it is left, else refused, here or in another tab. */
async function fateOf(id: string): Promise<Turn> {
  if (!(await (await openStore()).get('outbox', id))) return { fate: 'sent' }
  const error = refusals.get(id)
  if (error === undefined) return { fate: 'kept' } // another tab heard why; it stands among the waiting
  refusals.delete(id)
  await forget(id)
  return { fate: 'refused', error }
}

/**
 * Takes back a command the station refused, for correcting: gives its input and forgets it. One that cannot be read stays, and
 * so does another member's.
 */
export async function takeBack(id: string): Promise<unknown> {
  const row = await (await openStore()).get('outbox', id)
  if (row?.memberId !== memberId) return null
  const input = await unseal(row.sealed)
  if (input !== null) await forget(id)
  return input
}

/** Lets a waiting command of this member go for good, also one that cannot be read; only where somebody says so. */
export async function letGo(id: string): Promise<void> {
  const row = await (await openStore()).get('outbox', id)
  if (row?.memberId === memberId) await forget(id)
}

/** Sends a command again that the station failed at before; only where somebody says so. */
export async function sendAgain(id: string): Promise<void> {
  const store = await openStore()
  const row = await store.get('outbox', id)
  if (row?.memberId !== memberId) return
  await store.put('outbox', { ...row, refused: null, incidents: 0 })
  await refresh()
  await drain()
}

/** What this member has waiting on this computer, oldest first. */
export const useOutbox = (): readonly Waiting[] => usePageValue(waiting)

/** Does a command wait to be sent, and was not refused? */
export const isOnItsWay = (id: string): boolean =>
  waiting.now().some((row) => row.id === id && row.refused === null && !row.isUnreadable)

async function sendOne(row: OutboxRow): Promise<Turn | { fate: 'unreadable' }> {
  try {
    const input = await unseal(row.sealed)
    if (input === null) return { fate: 'unreadable' }
    const output = await send(row, input)
    const answer: Answer = { id: row.id, output }
    tabs.postMessage(answer)
    hear(answer)
    await forget(row.id)
    void queries.invalidateQueries()
    return { fate: 'sent' }
  } catch (error) {
    if (error === unknownCommand) return { fate: 'refused', error }
    const { failure, incident } = problemOf(error)
    if (!failure && !incident) return { fate: 'kept' }
    const mayComeRight = incident !== null || failure?.kind === 'signedOut' || failure?.kind === 'busy'
    return { fate: mayComeRight ? 'later' : 'refused', error }
  }
}

/** An incident may be the station's passing trouble: counted, and tried again so many times. */
async function mayTryLater(row: OutboxRow, error: unknown): Promise<boolean> {
  if (problemOf(error).incident === null) return true
  const incidents = (row.incidents ?? 0) + 1
  if (incidents >= mostIncidents) return false
  await (await openStore()).put('outbox', { ...row, incidents })
  return true
}

/** Why this tab was refused a command it sent in another's turn. */
const refusals = new Map<string, unknown>()

async function markRefused(row: OutboxRow, error: unknown): Promise<void> {
  refusals.set(row.id, error)
  const refused = problemOf(error).failure?.text ?? defectText
  if (isSentOther(error)) await renewDraftBeside(row.id)
  await (await openStore()).put('outbox', { ...row, refused })
  await refresh()
}

async function keep(procedure: string, id: string, input: unknown): Promise<void> {
  const sealed = await seal(input)
  const store = await openStore()
  const before = (await store.getAllFromIndex('outbox', 'queuedAt')).at(-1)?.queuedAt ?? ''
  const now = stationNow()
  // The station's clock may be set back meanwhile; what was written later still goes later.
  const queuedAt = now > before ? now : new Date(Date.parse(before) + 1).toISOString()
  await store.put('outbox', { id, procedure, queuedAt, memberId, sealed, refused: null })
  await refresh()
}

async function forget(id: string): Promise<void> {
  await (await openStore()).delete('outbox', id)
  unreadable.delete(id)
  await refresh()
}

function plan(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void drain(), tryAgainMs[Math.min(tries, tryAgainMs.length - 1)])
  tries += 1
}

async function refresh(): Promise<void> {
  const whose = memberId
  const kept = await (await openStore()).getAllFromIndex('outbox', 'queuedAt')
  const rows = kept.filter((row) => row.memberId === whose)
  await Promise.allSettled(rows.map(async ({ refused }) => (refused ? fetchTextOf(refused) : undefined)))
  await tryToRead(rows)
  if (whose !== memberId) return // somebody else came in meanwhile, and looked for himself
  const seen = rows.map(({ id, procedure, queuedAt, refused }) => {
    return { id, procedure, queuedAt, refused, mayGoAgain: refused === defectText, isUnreadable: unreadable.has(id) }
  })
  const unreadableCount = seen.filter((row) => row.isUnreadable).length
  setShell({
    waitingToSend: seen.length - unreadableCount,
    unreadable: unreadableCount,
    othersWaiting: kept.length - rows.length,
  })
  waiting.set(seen)
}

const tried = new Set<string>()
const unreadable = new Set<string>()
/** Those a notice spoke of. */
const told = new Set<string>()

/** Says once of every command whether it can be read: with those that cannot, it says how many and what to do. */
async function tryToRead(rows: readonly OutboxRow[]): Promise<void> {
  for (const { id, sealed } of rows) {
    if (tried.has(id)) continue
    const input = await unseal(sealed).catch(() => undefined) // the keys cannot be had: it is tried when its turn comes
    if (input === undefined) continue
    tried.add(id)
    if (input === null) unreadable.add(id)
  }
  const here = rows.filter(({ id }) => unreadable.has(id))
  const isMore = here.some(({ id }) => !told.has(id))
  for (const { id } of here) told.add(id)
  if (isMore) sayNotice(i18next.t('kit.outbox.unreadable', { count: here.length }), { kind: 'late' })
}
