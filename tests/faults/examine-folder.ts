import type { RecordedIntake, RecordIntakeInput } from '../../shared/intake/schema.ts'
import { readStationKey } from '../../main/hosts/station-key.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { openStation, type Station } from '../../main/station.ts'

/** A register the station has answered for. */
export interface Acknowledged {
  input: RecordIntakeInput
  answer: RecordedIntake
}

/** What a folder holds against what its seats were told. */
export interface Findings {
  lost: number
  doubled: number
  halfWritten: number
  wrong: string[]
}

/** Rows that would be there only if a write had been cut in two: each question must answer 0. */
const halves: Record<string, string> = {
  'tickets without a running clock': `SELECT count(*) FROM "tickets_ticket" t
    WHERE NOT EXISTS (SELECT 1 FROM "clocks_entry" c WHERE c."subjectId" = t."id" AND c."kind" = 'start')`,
  'repairs without their ticket': `SELECT count(*) FROM "intake_register" r WHERE r."outcome" = 'repair'
    AND NOT EXISTS (SELECT 1 FROM "tickets_ticket" t WHERE t."id" = r."ticketId" AND t."intakeId" = r."id")`,
  'tickets without their register': `SELECT count(*) FROM "tickets_ticket" t
    WHERE NOT EXISTS (SELECT 1 FROM "intake_register" r WHERE r."id" = t."intakeId")`,
  'dispatched tickets without an order': `SELECT count(*) FROM "tickets_ticket" t WHERE t."state" = 'dispatched'
    AND NOT EXISTS (SELECT 1 FROM "tickets_dispatch" d WHERE d."ticketId" = t."id" AND d."technicianId" = t."technicianId")`,
  'orders of tickets not dispatched': `SELECT count(*) FROM "tickets_dispatch" d
    WHERE NOT EXISTS (SELECT 1 FROM "tickets_ticket" t WHERE t."id" = d."ticketId" AND t."state" = 'dispatched')`,
  'orders whose clock runs on': `SELECT count(*) FROM "tickets_dispatch" d
    WHERE NOT EXISTS (SELECT 1 FROM "clocks_entry" c WHERE c."subjectId" = d."ticketId" AND c."clock" = 'assign' AND c."kind" = 'stop')`,
  'orders of another customer than their ticket': `SELECT count(*) FROM "tickets_dispatch" d
    JOIN "tickets_ticket" t ON t."id" = d."ticketId" WHERE d."customerId" IS NULL OR d."customerId" <> t."customerId"`,
  'customers without a person': `SELECT count(*) FROM "customers_customer" c
    WHERE NOT EXISTS (SELECT 1 FROM "customers_person" p WHERE p."customerId" = c."id")`,
  'customers without a number': `SELECT count(*) FROM "customers_customer" c
    WHERE NOT EXISTS (SELECT 1 FROM "customers_phone" p WHERE p."customerId" = c."id")`,
  'customers nobody called for': `SELECT count(*) FROM "customers_customer" c
    WHERE NOT EXISTS (SELECT 1 FROM "intake_register" r WHERE r."customerId" = c."id")`,
  'chases counted wrongly': `SELECT count(*) FROM "tickets_ticket" t
    WHERE t."chaseCount" <> (SELECT count(*) FROM "tickets_chase" c WHERE c."ticketId" = t."id")`,
  'registers without an audit entry of their own': `SELECT count(*) FROM "intake_register" r
    WHERE (SELECT count(*) FROM "admin_audit" a WHERE a."subject" = 'intake:' || r."id" AND a."action" = 'intake.record') <> 1`,
  'audit entries of registers that are not there': `SELECT count(*) FROM "admin_audit" a WHERE a."action" = 'intake.record'
    AND NOT EXISTS (SELECT 1 FROM "intake_register" r WHERE 'intake:' || r."id" = a."subject")`,
}

const numbers = [
  ['intake_register', 'registerNo'],
  ['tickets_ticket', 'number'],
  ['tickets_ticket', 'sheetNumber'],
  ['tickets_ticket', 'intakeId'],
  ['tickets_dispatch', 'number'],
  ['tickets_dispatch', 'ticketId'],
  ['customers_customer', 'number'],
  ['customers_customer', 'seq'],
] as const

/** Opens a folder whose station is gone and holds it against what was acknowledged. */
export async function examineFolder(folder: string, acknowledged: readonly Acknowledged[]): Promise<Findings> {
  const station = await openStation({ folder, key: readStationKey(folder).key, schedule: false })
  try {
    const found: Findings = { lost: 0, doubled: 0, halfWritten: 0, wrong: [] }
    await findLost(station, acknowledged, found)
    await findDoubled(station, acknowledged, found)
    await findHalves(station, found)
    await findDamage(station, found)
    return found
  } finally {
    await station.close()
  }
}

function ask<Row>(station: Station, sql: string): Promise<Row[]> {
  return station.services.database.source.query(sql) as Promise<Row[]>
}

interface Line {
  id: string
  registerNo: string
  ticketNumber: string | null
  dispatchNumber: string | null
}

async function findLost(station: Station, acknowledged: readonly Acknowledged[], found: Findings): Promise<void> {
  const lines = await ask<Line>(
    station,
    `SELECT r."id", r."registerNo", t."number" AS "ticketNumber", d."number" AS "dispatchNumber" FROM "intake_register" r
     LEFT JOIN "tickets_ticket" t ON t."id" = r."ticketId" LEFT JOIN "tickets_dispatch" d ON d."ticketId" = t."id" AND t."intakeId" = r."id"`,
  )
  const kept = new Map(lines.map((line) => [line.id, line]))
  for (const { answer } of acknowledged) {
    const line = kept.get(answer.id)
    const said = [answer.registerNo, answer.ticket?.number ?? null, answer.dispatch?.number ?? null]
    if (line && String([line.registerNo, line.ticketNumber, line.dispatchNumber]) === String(said)) continue
    found.lost += 1
    found.wrong.push(`acknowledged ${answer.id} as ${String(said)}, kept ${JSON.stringify(line)}`)
  }
  if (lines.length !== acknowledged.length)
    found.wrong.push(`${acknowledged.length} entries were sent, ${lines.length} are kept`)
}

async function findDoubled(station: Station, acknowledged: readonly Acknowledged[], found: Findings): Promise<void> {
  for (const [table, column] of numbers) {
    const rows = await ask<{ value: string }>(
      station,
      `SELECT "${column}" AS "value" FROM "${table}" WHERE "${column}" IS NOT NULL GROUP BY "${column}" HAVING count(*) > 1`,
    )
    found.doubled += rows.length
    for (const { value } of rows) found.wrong.push(`${table}.${column} ${value} is there more than once`)
  }
  const told = acknowledged.map(({ answer }) => answer.registerNo)
  const twice = told.length - new Set(told).size
  found.doubled += twice
  if (twice > 0) found.wrong.push(`${twice} register numbers were answered for two entries`)
}

async function findHalves(station: Station, found: Findings): Promise<void> {
  for (const [what, sql] of Object.entries(halves)) {
    const [row] = await ask<Record<string, number>>(station, sql)
    const count = Number(Object.values(row ?? {})[0])
    found.halfWritten += count
    if (count !== 0) found.wrong.push(`${count} ${what}`)
  }
}

async function findDamage(station: Station, found: Findings): Promise<void> {
  const integrity = await ask<{ integrity_check: string }>(station, 'PRAGMA integrity_check')
  if (integrity[0]?.integrity_check !== 'ok') found.wrong.push(`integrity: ${JSON.stringify(integrity.slice(0, 3))}`)
  const broken = await ask(station, 'PRAGMA foreign_key_check')
  if (broken.length > 0) found.wrong.push(`${broken.length} broken references`)
  const { broken: link } = await verifyAudit(station.services)
  if (link) found.wrong.push(`the audit chain is ${link.why} at ${link.seq}`)
}
