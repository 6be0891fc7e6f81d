import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { chainOf, chainStart, closedChain, linkHash } from './audit.ts'
import type { Audit, AuditHead } from './entities.ts'

/** What a walk along the chains found. */
export interface AuditReport {
  entries: number
  lastSeq: number
  /**
   * The first place where a chain does not hold. `changed`: this entry, or the one before it in its chain, is not what was written, or one is
   * missing or too many between them.
   */
  broken: { seq: number; why: 'missing' | 'changed' | 'cut' | 'rolledBack' } | null
}

/** Where a chain ends. */
export type ChainEnd = Pick<AuditHead, 'seq' | 'hash'>

/** The ends of all chains remembered outside of the database: find a database rolled back to an older state. */
export type AuditAnchor = ReadonlyMap<string, ChainEnd>

const pageSize = 2000

/** Walks all chains at once: change, delete, insert, swap (between chains, too), cut, and with an anchor roll-back, are all found. */
export async function verifyAudit(services: Services, anchor: AuditAnchor = new Map()): Promise<AuditReport> {
  return services.database.readOneState(async (reader) => {
    const heads = await headsIn(reader)
    const closed = heads.get(closedChain) ?? { seq: 0, hash: chainStart }
    const walked = new Map<string, ChainEnd>([[closedChain, { seq: 0, hash: chainStart }]])
    const met = new Set<string>()
    let entries = 0
    let lastSeq = 0
    const report = (broken: AuditReport['broken']): AuditReport => ({ entries, lastSeq, broken })
    for (;;) {
      const page = (await reader.query(
        services.database.sql('SELECT * FROM "admin_audit" WHERE "seq" > ? ORDER BY "seq" LIMIT ?'),
        [lastSeq, pageSize],
      )) as Audit[]
      for (const entry of page) {
        const seq = Number(entry.seq)
        if (seq <= closed.seq && seq !== lastSeq + 1) return report({ seq: lastSeq + 1, why: 'missing' })
        const chain = seq <= closed.seq ? closedChain : chainOf(entry.subject)
        const before = walked.get(chain) ?? { seq: 0, hash: closed.hash }
        if (linkHash(services.auditKey, before.hash, { ...entry, seq }) !== entry.hash)
          return report({ seq, why: 'changed' })
        const anchored = anchor.get(chain)
        if (anchored?.seq === seq) {
          if (anchored.hash !== entry.hash) return report({ seq, why: 'rolledBack' })
          met.add(chain)
        }
        walked.set(chain, { seq, hash: entry.hash })
        entries += 1
        lastSeq = seq
      }
      if (page.length < pageSize) break
    }
    for (const chain of new Set([...heads.keys(), ...walked.keys()])) {
      const [head, end] = [heads.get(chain), walked.get(chain)]
      if ((head?.seq ?? 0) !== (end?.seq ?? 0) || (end && head && head.hash !== end.hash))
        return report({ seq: (end?.seq ?? 0) + 1, why: 'cut' })
    }
    for (const [chain, { seq }] of anchor) if (seq > 0 && !met.has(chain)) return report({ seq, why: 'rolledBack' })
    return report(null)
  })
}

/** Where each chain ends by its head. */
export async function headsIn(reader: Reader): Promise<Map<string, ChainEnd>> {
  const rows = (await reader.query('SELECT "name", "seq", "hash" FROM "admin_audit_head"')) as AuditHead[]
  return new Map(rows.map(({ name, seq, hash }) => [name, { seq: Number(seq), hash }]))
}
