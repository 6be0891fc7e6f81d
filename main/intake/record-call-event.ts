import type { CallHook } from '../../shared/intake/schema.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import type { Call } from './entities.ts'
import { foldCall, lockCall } from './fold-call.ts'

/**
 * Keeps one event of the telephone system and folds all events of its call again, so that copies and a wrong order end in
 * the same call. `isTimed`: the event brought its own instant; without one a copy is known by everything else.
 */
export async function recordCallEvent(services: Services, event: CallHook, isTimed: boolean): Promise<Call> {
  return services.database.write(async (tx) => {
    const before = await callToChange(services, tx, event)
    await keepEvent(services, tx, event, isTimed)
    tx.changed('intake.call', before.id, { urgent: true })
    return foldCall(services, tx, before)
  })
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
  const call = await lockCall(services, tx, { externalId: event.callId })
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
