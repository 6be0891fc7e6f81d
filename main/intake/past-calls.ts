import { lineFields } from '../../shared/intake/fields.ts'
import { blankOf } from '../../shared/kit/field-entry.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { companyOf } from '../house/settings.ts'
import { nextNumbers } from '../house/give-number.ts'
import type { Services } from '../api/context.ts'
import { bringRecords } from '../database/bring-records.ts'
import type { Reader, Tx } from '../database/database.ts'
import { insertRows } from '../database/typed-rows.ts'
import { type Call, CallEntity, type Intake, IntakeEntity } from './entities.ts'
import { pastNumbers } from './number-series.ts'

/** A call that was over before the station knew of it, as an old archive tells it. */
export interface PastCall {
  callId: string
  registerId: string
  receivedAt: string
  /** Normalised number, empty when withheld; `raw` as the archive has it. */
  number: string
  raw: string
  region: string
  name: string
  product: string
  symptom: string
  customerId: string | null
  personId: string | null
  address: string
  ticketId: string | null
}

/** Which of these calls are stored already. */
export async function storedCalls(services: Services, reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = (await reader.query(
    services.database.sql(`SELECT "id" FROM "intake_call" WHERE "id" IN (${ids.map(() => '?').join(', ')})`),
    [...ids],
  )) as { id: string }[]
  return new Set(rows.map((row) => row.id))
}

/** Stores ended calls with their register lines, inside the caller's write. Register numbers begin with LS (历史): no clerk gave them. */
export async function addPastCalls(services: Services, tx: Tx, calls: readonly PastCall[]): Promise<void> {
  const { timeZone } = await companyOf(tx)
  const lines: Intake[] = []
  for (const [day, past] of grouped(calls, (call) => dayOf(call.receivedAt, timeZone))) {
    const numbers = await nextNumbers(services, tx, day, pastNumbers, past.length)
    for (const [nth, call] of past.entries()) lines.push(lineOf(call, numbers[nth]!))
  }
  await insertRows(services.database, tx, CallEntity, calls.map(callOf))
  await bringRecords(services.database, tx, IntakeEntity, lines)
}

function callOf(past: PastCall): Call {
  const { receivedAt } = past
  return {
    id: past.callId,
    externalId: past.callId,
    direction: 'in',
    state: 'ended',
    number: past.number,
    raw: past.raw,
    toRaw: '',
    line: '',
    region: past.region,
    startedAt: receivedAt,
    ringAt: receivedAt,
    answeredAt: receivedAt,
    hungUpAt: receivedAt,
    extension: '',
    memberId: null,
    outcome: past.symptom === '' ? 'consult' : 'repair',
    note: '',
    customerId: past.customerId,
    ticketId: past.ticketId,
    registeredAt: receivedAt,
    settledAt: receivedAt,
    settledBy: null,
    tries: 0,
  }
}

function lineOf(past: PastCall, registerNo: string): Intake {
  const { receivedAt } = past
  return {
    ...blankOf(lineFields),
    id: past.registerId,
    registerNo,
    callId: past.callId,
    receivedAt,
    recordedAt: receivedAt,
    channel: 'phone',
    outcome: past.symptom === '' ? 'consult' : 'repair',
    handling: 'dispatch',
    customerId: past.customerId,
    personId: past.personId,
    productId: null,
    ticketId: past.ticketId,
    customerName: past.name,
    contactName: past.name,
    phone: past.number || past.raw,
    address: past.address,
    productName: past.product,
    model: '',
    serialNo: '',
    purchasedOn: null,
    symptom: past.symptom,
    fault: '',
    kind: null,
    level: '',
    note: '',
    memberId: null,
    notifiedId: null,
    notifiedAt: null,
    followUpDueAt: null,
    followedUpAt: null,
    joinedId: null,
    version: 1,
  }
}
