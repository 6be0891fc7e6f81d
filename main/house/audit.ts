import { createHash, createHmac } from 'node:crypto'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { nameStep } from '../database/records.ts'
import type { Audit, AuditHead } from './entities.ts'
import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'
import { nextBlock } from './next-number.ts'

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

/** The one chain of earlier releases. It is closed: nothing is appended, and the chains of today begin at its last hash. */
export const closedChain = 'chain'

const chains = 8

/** Rows of one statement: an engine takes only so many values at once. */
const mostAtOnce = 500

/** The chain an entry stands in, by hash of its subject: writers of different subjects seldom wait for one another. */
export function chainOf(subject: string): string {
  return `${closedChain}.${1 + ((createHash('sha256').update(subject).digest()[0] ?? 0) % chains)}`
}

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

interface PutOff {
  services: Services
  link: Omit<Audit, 'seq' | 'hash'>
}

/**
 * Appends to the subject's audit chain inside the write it tells of: either both are there or neither. It is written as the last thing of the
 * whole write.
 */
export async function audit(services: Services, tx: Tx, seat: Seat | null, entry: AuditEntry): Promise<void> {
  const journal = nameStep(tx, entry.action)
  tx.putOff(appendAll, {
    services,
    link: {
      at: services.now(),
      memberId: seat?.memberId ?? null,
      action: entry.action,
      subject: entry.subject,
      details: JSON.stringify({ ...withoutSpoken(entry.details ?? {}), ...(journal === null ? {} : { journal }) }),
    },
  })
}

/** Details that a member typed: a reason or a name may hold a telephone number. */
const spoken: readonly string[] = ['reason', 'name', 'filter', 'source']

const withoutSpoken = (details: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' && spoken.includes(key) ? withoutNumbers(value) : value,
    ]),
  )

/** Locks the heads in one order, so that no two writes wait for each other crosswise, and only then takes numbers: they rise along each chain. */
async function appendAll(tx: Tx, puts: readonly PutOff[]): Promise<void> {
  const services = puts[0]!.services
  const { database } = services
  const names = [...new Set(puts.map(({ link }) => chainOf(link.subject)))].sort()
  const lock = database.engine === 'postgres' ? ' FOR UPDATE' : ''
  const rows = (await tx.query(
    database.sql(
      `SELECT "name", "seq", "hash" FROM "admin_audit_head" WHERE "name" IN (${marks(names.length, '?')}) ORDER BY "name"${lock}`,
    ),
    names,
  )) as AuditHead[]
  const heads = new Map(rows.map(({ name, seq, hash }) => [name, { seq, hash }]))
  let seq = await nextBlock(services, tx, 'admin.audit', puts.length)
  const entries: unknown[][] = []
  for (const { link } of puts) {
    const head = heads.get(chainOf(link.subject))
    if (!head) throw new Error(`the audit chain ${chainOf(link.subject)} has no head`)
    const hash = linkHash(services.auditKey, head.hash, { seq, ...link })
    entries.push([seq, link.at, link.memberId, link.action, link.subject, link.details, hash])
    Object.assign(head, { seq, hash })
    seq += 1
  }
  for (let from = 0; from < entries.length; from += mostAtOnce) {
    const some = entries.slice(from, from + mostAtOnce)
    await tx.query(
      database.sql(
        `INSERT INTO "admin_audit" ("seq", "at", "memberId", "action", "subject", "details", "hash") VALUES ${marks(some.length, '(?, ?, ?, ?, ?, ?, ?)')}`,
      ),
      some.flat(),
    )
  }
  await tx.query(
    database.sql(
      `INSERT INTO "admin_audit_head" ("name", "seq", "hash") VALUES ${marks(names.length, '(?, ?, ?)')}
       ON CONFLICT ("name") DO UPDATE SET "seq" = EXCLUDED."seq", "hash" = EXCLUDED."hash"`,
    ),
    [...heads].flatMap(([name, head]) => [name, head.seq, head.hash]),
  )
}

const marks = (count: number, mark: string): string => Array.from({ length: count }, () => mark).join(', ')
