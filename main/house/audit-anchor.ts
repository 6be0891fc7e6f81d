import { existsSync, readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../api/context.ts'
import type { AuditAnchor } from './verify-audit.ts'

const nameOf = (folder: string): string => join(folder, 'audit.anchor')

/** The end of the chain as it was last remembered beside the database; null when there is none yet. Throws when it cannot be read. */
export function readAnchor(folder: string): AuditAnchor | null {
  if (!existsSync(nameOf(folder))) return null
  const { seq, hash } = JSON.parse(readFileSync(nameOf(folder), 'utf8')) as AuditAnchor
  if (!Number.isInteger(seq) || !/^[0-9a-f]{64}$/.test(hash)) throw new Error('audit.anchor cannot be read')
  return { seq, hash }
}

/**
 * Remembers the end of the chain outside of the database, durably. It only ever moves forward: a database put back to an older state
 * keeps the newer anchor, and verifying finds it.
 */
export async function writeAnchor(services: Services): Promise<void> {
  const [head] = (await services.database.read((reader) =>
    reader.query(`SELECT "seq", "hash" FROM "admin_audit_head" WHERE "name" = 'chain'`),
  )) as { seq: number | string; hash: string }[]
  if (!head) return
  const seq = Number(head.seq)
  const standing = readAnchor(services.folder)
  if (standing && standing.seq >= seq) return
  const draft = `${nameOf(services.folder)}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify({ seq, hash: head.hash })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, nameOf(services.folder))
}
