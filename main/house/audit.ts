import { createHmac } from 'node:crypto'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { nameStep } from '../database/records.ts'

/** What stands in one audit entry beside its place in the chain. Details hold ids and amounts, no personal data. */
export interface AuditEntry {
  /** `<feature>.<verb>` */
  action: string
  /** `ticket:<id>`, `customer:<id>` … */
  subject: string
  details?: Record<string, unknown>
}

/** The hash of the first entry's predecessor. */
export const chainStart = '0'.repeat(64)

/** Hash over an entry and its predecessor's hash, keyed: nobody without the station's key can forge a link. */
export function linkHash(
  key: Buffer,
  previous: string,
  entry: { seq: number; at: string; memberId: string | null; action: string; subject: string; details: string },
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([previous, entry.seq, entry.at, entry.memberId, entry.action, entry.subject, entry.details]))
    .digest('hex')
}

/** Appends to the audit chain inside the write it tells of: either both are there or neither. */
export async function audit(services: Services, tx: Tx, seat: Seat | null, entry: AuditEntry): Promise<void> {
  const { database } = services
  const journal = nameStep(tx, entry.action)
  const lock = database.engine === 'postgres' ? ' FOR UPDATE' : ''
  const [head] = (await tx.query(`SELECT "seq", "hash" FROM "admin_audit_head" WHERE "name" = 'chain'${lock}`)) as {
    seq: number | string
    hash: string
  }[]
  const link = {
    seq: Number(head?.seq ?? 0) + 1,
    at: services.now(),
    memberId: seat?.memberId ?? null,
    action: entry.action,
    subject: entry.subject,
    details: JSON.stringify({ ...entry.details, ...(journal === null ? {} : { journal }) }),
  }
  const hash = linkHash(services.auditKey, head?.hash ?? chainStart, link)
  await tx.query(
    database.sql(
      'INSERT INTO "admin_audit" ("seq", "at", "memberId", "action", "subject", "details", "hash") VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    [link.seq, link.at, link.memberId, link.action, link.subject, link.details, hash],
  )
  await tx.query(
    database.sql(
      `INSERT INTO "admin_audit_head" ("name", "seq", "hash") VALUES ('chain', ?, ?)
       ON CONFLICT ("name") DO UPDATE SET "seq" = EXCLUDED."seq", "hash" = EXCLUDED."hash"`,
    ),
    [link.seq, hash],
  )
}
