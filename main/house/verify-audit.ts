import type { Services } from '../api/context.ts'
import { chainStart, linkHash } from './audit.ts'
import type { Audit } from './entities.ts'

/** What a walk along the chain found. `broken` is the first place where it does not hold. */
export interface AuditReport {
  entries: number
  lastSeq: number
  lastHash: string
  broken: { seq: number; why: 'missing' | 'changed' | 'cut' | 'rolledBack' } | null
}

/** An end of the chain remembered outside of the database: finds a database rolled back to an older state. */
export interface AuditAnchor {
  seq: number
  hash: string
}

const pageSize = 2000

/** Walks the whole chain: change, delete, insert, swap, cut, and with an anchor roll-back, are all found. */
export async function verifyAudit(services: Services, anchor: AuditAnchor | null = null): Promise<AuditReport> {
  return services.database.read(async (reader) => {
    let expected = 1
    let previous = chainStart
    let anchored = anchor === null
    const report = (broken: AuditReport['broken']): AuditReport => ({
      entries: expected - 1,
      lastSeq: expected - 1,
      lastHash: previous,
      broken,
    })
    for (;;) {
      const page = (await reader.query(
        services.database.sql('SELECT * FROM "admin_audit" WHERE "seq" >= ? ORDER BY "seq" LIMIT ?'),
        [expected, pageSize],
      )) as Audit[]
      for (const entry of page) {
        const seq = Number(entry.seq)
        if (seq !== expected) return report({ seq: expected, why: 'missing' })
        if (linkHash(services.auditKey, previous, { ...entry, seq }) !== entry.hash)
          return report({ seq, why: 'changed' })
        if (anchor?.seq === seq) {
          if (anchor.hash !== entry.hash) return report({ seq, why: 'rolledBack' })
          anchored = true
        }
        previous = entry.hash
        expected += 1
      }
      if (page.length < pageSize) break
    }
    const [head] = (await reader.query(
      `SELECT "seq", "hash" FROM "admin_audit_head" WHERE "name" = 'chain'`,
    )) as AuditAnchor[]
    const headSeq = Number(head?.seq ?? 0)
    if (headSeq !== expected - 1 || (head?.hash ?? chainStart) !== previous)
      return report({ seq: expected, why: 'cut' })
    return report(anchored ? null : { seq: expected, why: 'rolledBack' })
  })
}
