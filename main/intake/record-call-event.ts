import { type FoldedCall, callFromEvents } from '../../shared/intake/rules.ts'
import type { CallHook } from '../../shared/intake/schema.ts'
import { companyOf } from '../admin/public.ts'
import type { Services } from '../api/context.ts'
import { regionOf, regionText } from '../customers/public.ts'
import type { Tx } from '../database/database.ts'
import { changeRows } from '../database/write-rows.ts'
import { numberOf } from './call-number.ts'
import type { Call, CallEvent } from './entities.ts'
import { settleLost } from './settle-lost.ts'

/**
 * Keeps one event of the telephone system and folds all events of its call again, so that copies and a wrong order end in
 * the same call. `isTimed`: the event brought its own instant; without one a copy is known by everything else.
 */
export async function recordCallEvent(services: Services, event: CallHook, isTimed: boolean): Promise<Call> {
  const { database } = services
  const call = await database.write(async (tx) => {
    const before = await callToChange(services, tx, event)
    await keepEvent(services, tx, event, isTimed)
    const rows = (await tx.query(database.sql('SELECT * FROM "intake_event" WHERE "callId" = ?'), [
      event.callId,
    ])) as CallEvent[]
    const events = rows.map(({ callId, event: kind, at, from, to, line }) => ({
      callId,
      event: kind,
      at,
      from,
      to,
      line,
    }))
    const after = { ...before, ...(await columnsOf(services, tx, before, callFromEvents(events), events)) }
    const { id, externalId: _, ...changes } = after
    await changeRows(database, tx, 'intake_call', { id }, changes)
    await settleLost(services, tx, after)
    return after
  })
  services.changes.announce({ feature: 'intake', id: call.id, urgent: true })
  return call
}

/** The call's row, made by whichever event comes first, locked until the write settles. */
async function callToChange(services: Services, tx: Tx, event: CallHook): Promise<Call> {
  const { database } = services
  await tx.query(
    database.sql(
      `INSERT INTO "intake_call" ("id", "externalId", "direction", "state", "number", "raw", "toRaw", "line", "region", "startedAt",
         "extension", "note", "tries") VALUES (?, ?, 'in', 'ringing', '', ?, ?, '', '', ?, '', '', 0)
       ON CONFLICT ("externalId") DO NOTHING`,
    ),
    [services.newId(), event.callId, event.from, event.to, event.at],
  )
  const lock = database.engine === 'postgres' ? ' FOR UPDATE' : ''
  const [call] = (await tx.query(database.sql(`SELECT * FROM "intake_call" WHERE "externalId" = ?${lock}`), [
    event.callId,
  ])) as Call[]
  if (!call) throw new Error('the call is gone')
  return call
}

async function keepEvent(
  services: Services,
  tx: Tx,
  { callId, event, at, from, to, line }: CallHook,
  isTimed: boolean,
): Promise<void> {
  await tx.query(
    services.database.sql(
      `INSERT INTO "intake_event" ("id", "callId", "event", "at", "from", "to", "line", "receivedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT ("id") DO NOTHING`,
    ),
    [[callId, event, isTimed ? at : '', to, from].join('/'), callId, event, at, from, to, line ?? '', services.now()],
  )
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

async function columnsOf(
  services: Services,
  tx: Tx,
  before: Call,
  folded: FoldedCall,
  events: readonly CallHook[],
): Promise<Columns> {
  const { seats, extension } = await seatsOf(services, tx, folded, events)
  const company = await companyOf(tx)
  const number = numberOf(folded.from, company.hotline)
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
    extension,
    memberId: (seats.length === 1 ? seats[0] : null) ?? (isClaimed ? before.memberId : null),
  }
}

/**
 * Whose seat it is: who answered, else whose extensions ring. An extension nobody has is the hotline itself: the whole desk.
 */
async function seatsOf(
  services: Services,
  tx: Tx,
  folded: FoldedCall,
  events: readonly CallHook[],
): Promise<{ seats: string[]; extension: string }> {
  const wanted =
    folded.answeredBy === null
      ? [...new Set(events.filter(({ event }) => event === 'ring').map(({ to }) => extensionOf(to)))].sort()
      : [extensionOf(folded.answeredBy)]
  const filled = wanted.filter((extension) => extension !== '')
  if (filled.length === 0) return { seats: [], extension: '' }
  const members = (await tx.query(
    services.database.sql(
      `SELECT "id", "extension" FROM "admin_member" WHERE "status" = 'active' AND "extension" IN (${filled.map(() => '?').join(', ')})
       ORDER BY "createdAt", "id"`,
    ),
    filled,
  )) as { id: string; extension: string }[]
  const known = filled.filter((extension) => members.some((member) => member.extension === extension))
  const seats = known.map((extension) => members.find((member) => member.extension === extension)?.id ?? '')
  return { seats, extension: folded.answeredBy === null ? known.join(',') : (filled[0] ?? '') }
}

/** `SIP/801-0000002a`, `sip:801@pbx` and `801` are the same seat. */
function extensionOf(to: string): string {
  return to
    .replace(/^(?:pj)?sips?[:/]/i, '')
    .replace(/[@;].*$/, '')
    .replace(/-[0-9a-f]{8}$/i, '')
    .trim()
}
