import {
  believedState,
  callFromEvents,
  type DeskMember,
  type FoldedCall,
  lastHeard,
  seatsOfCall,
} from '../../shared/intake/rules.ts'
import type { CallHook } from '../../shared/intake/schema.ts'
import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import { regionOf, regionText } from '../customers/public.ts'
import type { Tx } from '../database/database.ts'
import { findRows, updateRow } from '../database/typed-rows.ts'
import { exchangeHome, numberOf } from './call-number.ts'
import { type Call, CallEntity, type CallEvent } from './entities.ts'
import { settleLost } from './settle-lost.ts'

/** A call's row, locked until the write settles. */
export async function lockCall(
  { database }: Services,
  tx: Tx,
  by: { id: string } | { externalId: string },
): Promise<Call | undefined> {
  const [call] = await findRows(database, tx, CallEntity, by, true)
  return call
}

/**
 * Folds all events of a call into its row again, and gives up a ring or a conversation nothing was heard of for too long. A call
 * begun by hand has no events: it is what its row says. `before` must be locked.
 */
export async function foldCall(services: Services, tx: Tx, before: Call): Promise<Call> {
  const { database } = services
  const now = services.now()
  const events = (await tx.query(database.sql('SELECT * FROM "intake_event" WHERE "callId" = ?'), [
    before.externalId,
  ])) as CallEvent[]
  await dropMiddle(services, tx, events)
  const company = await companyOf(tx)
  const limits = company.policies.at(now).policy.calls
  const told = events.length === 0 ? before : { ...before, ...(await columnsOf(tx, before, events)) }
  const heardAt = lastHeard(events) ?? before.answeredAt ?? before.startedAt
  const state = believedState(told.state, heardAt, now, limits)
  const isFound = before.state === 'lost' && state !== 'lost'
  const after = { ...told, state, ...(isFound ? { settledAt: null, settledBy: null } : {}) }
  const { id, externalId: _, ...changes } = after
  await updateRow(database, tx, CallEntity, id, changes)
  await settleLost(services, tx, after)
  return after
}

/** Events of one kind that are kept of a call. `house`: a large desk rings at all its seats several times over. */
const mostEvents = 100

/** An exchange that repeats itself without end fills nothing: of each kind the earliest stay, and the last that was heard. In whatever order they came, the same stay. */
async function dropMiddle({ database }: Services, tx: Tx, events: readonly CallEvent[]): Promise<void> {
  if (events.length <= mostEvents) return
  for (const kind of ['ring', 'answer', 'hangup'] as const) {
    const heard = events
      .filter(({ event }) => event === kind)
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    for (const { id } of heard.slice(mostEvents - 1, -1))
      await tx.query(database.sql('DELETE FROM "intake_event" WHERE "id" = ?'), [id])
  }
}

type Columns = Pick<
  Call,
  | 'state'
  | 'number'
  | 'raw'
  | 'toRaw'
  | 'line'
  | 'region'
  | 'startedAt'
  | 'ringAt'
  | 'answeredAt'
  | 'hungUpAt'
  | 'extension'
  | 'memberId'
>

async function columnsOf(tx: Tx, before: Call, rows: readonly CallEvent[]): Promise<Columns> {
  const events = rows.map(({ callId, event, at, from, to, line }) => ({ callId, event, at, from, to, line }))
  const folded = callFromEvents(events)
  const { answererId, memberIds, extensions } = await seatsOf(tx, folded, events)
  const company = await companyOf(tx)
  const number = numberOf(folded.from, exchangeHome(company, before.startedAt))
  const region = number === '' ? null : regionOf(number)
  const isClaimed = before.registeredAt !== null || before.outcome !== null
  const startedAt = [folded.ringAt, folded.answeredAt, folded.hungUpAt].find((at) => at !== null) ?? before.startedAt
  return {
    state: folded.state,
    number,
    raw: folded.from,
    toRaw: folded.to,
    line: folded.line,
    region: region ? regionText(region, company.language) : '',
    startedAt,
    ringAt: folded.ringAt,
    answeredAt: folded.answeredAt,
    hungUpAt: folded.hungUpAt,
    extension: extensions.join(','),
    memberId: answererId ?? (isClaimed ? before.memberId : null) ?? (memberIds.length === 1 ? memberIds[0]! : null),
  }
}

async function seatsOf(tx: Tx, folded: FoldedCall, events: readonly CallHook[]) {
  const members = (await tx.query(
    `SELECT "id", "extension", "workNumber" FROM "house_member"
     WHERE "status" = 'active' AND ("extension" <> '' OR "workNumber" <> '') ORDER BY "createdAt", "id"`,
  )) as DeskMember[]
  const rangAt = events.filter(({ event }) => event === 'ring').map(({ to }) => extensionOf(to))
  return seatsOfCall(folded.answeredBy === null ? null : extensionOf(folded.answeredBy), rangAt, members)
}

/** `SIP/801-0000002a`, `sip:801@pbx` and `801` are the same seat. */
function extensionOf(to: string): string {
  return to
    .replace(/^(?:pj)?sips?[:/]/i, '')
    .replace(/[@;].*$/, '')
    .replace(/-[0-9a-f]{8}$/i, '')
    .trim()
}
