import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { audit, closedChain } from './audit.ts'
import { SettingEntity } from './entities.ts'
import { type AuditAnchor, type ChainEnd, headsIn } from './verify-audit.ts'

/** Says that an anchor was once written, so that its loss is noticed. */
const written = 'auditAnchor'

/** The anchor is not what the station remembered: nothing can be told by it, and nothing is written over it. */
export class AnchorTrouble extends Error {
  override readonly name = 'AnchorTrouble'
}

const nameOf = (folder: string): string => join(folder, 'audit.anchor')

/** `seq` is for whoever reads the file without the key, as a restore does. */
interface AnchorFile {
  seq: number
  heads: [chain: string, seq: number, hash: string][]
  mac: string
}

const macOf = (key: Buffer, heads: AnchorFile['heads']): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['anchor', ...heads]))
    .digest()

/**
 * The ends of the chains as they were last remembered beside the database; null when they never were. Throws `AnchorTrouble` when the file is
 * lost, was changed, or is another station's.
 */
export async function standingAnchor(services: Services): Promise<AuditAnchor | null> {
  // Of the stations on one PostgreSQL only those that a look fell to have an anchor of their own.
  const isKnown = services.database.engine === 'sqlite' && (await isNoted(services))
  if (!existsSync(nameOf(services.folder))) {
    if (isKnown) throw new AnchorTrouble('audit.anchor is lost: whether the database was put back cannot be told')
    return null
  }
  const anchor = readAnchor(services)
  if (anchor === null || (isKnown && !anchor.isKeyed))
    throw new AnchorTrouble('audit.anchor was changed, or it is of another station')
  return anchor.ends
}

/** What the file says; null when that cannot be believed. Earlier releases wrote the end of their one chain, without a key. */
function readAnchor({ folder, auditKey }: Services): { ends: AuditAnchor; isKeyed: boolean } | null {
  try {
    const file = JSON.parse(readFileSync(nameOf(folder), 'utf8')) as AnchorFile | ChainEnd
    if (!('heads' in file))
      return Number.isInteger(file.seq) && /^[0-9a-f]{64}$/.test(file.hash)
        ? { ends: new Map([[closedChain, file]]), isKeyed: false }
        : null
    const mac = Buffer.from(file.mac, 'hex')
    const own = macOf(auditKey, file.heads)
    if (mac.length !== own.length || !timingSafeEqual(mac, own)) return null
    return { ends: new Map(file.heads.map(([chain, seq, hash]) => [chain, { seq, hash }])), isKeyed: true }
  } catch {
    return null
  }
}

/**
 * Remembers the ends of the chains outside of the database, durably. An anchor that no longer fits is left as it is, and so is one that cannot
 * be believed: then it throws `AnchorTrouble`, and verifying says what was found.
 */
export async function writeAnchor(services: Services): Promise<void> {
  const standing = await standingAnchor(services)
  const heads = await services.database.read(headsIn)
  if (standing && !(await fits(services, standing))) throw new AnchorTrouble('the database is older than audit.anchor')
  if (standing && [...heads].every(([chain, { seq }]) => seq === standing.get(chain)?.seq)) return
  await keep(services, heads)
  if (!(await isNoted(services))) await services.database.write((tx) => noteWritten(services, tx))
}

/** True where a chain ends before the place that was remembered of it: an earlier copy of the database stands there. */
export async function isOlderThanAnchor(services: Services): Promise<boolean> {
  const anchor = services.database.engine === 'sqlite' ? readAnchor(services) : null
  if (anchor === null) return false
  const heads = await services.database.read(headsIn)
  return [...anchor.ends].some(([chain, { seq }]) => seq > (heads.get(chain)?.seq ?? 0))
}

/** Remembers the chains as they stand, whatever was remembered before. Stands in the audit itself. */
export async function renewAnchor(services: Services): Promise<void> {
  await services.database.write((tx) => audit(services, tx, null, { action: 'admin.renewAnchor', subject: 'station' }))
  await rm(nameOf(services.folder), { force: true })
  await services.database.write(forgetAnchor)
  await writeAnchor(services)
}

/** Keeps the anchor under another name: what it remembers is not in the database any more, and somebody decided to go on without. */
export function setAnchorAside(services: Services): void {
  const anchor = nameOf(services.folder)
  if (existsSync(anchor)) renameSync(anchor, `${anchor}.${services.now().replaceAll(/[-:]/g, '')}`)
}

/** A restore takes the anchor away with the database it belonged to. */
export async function forgetAnchor(tx: Tx): Promise<void> {
  await tx.delete(SettingEntity, { name: written })
}

async function isNoted({ database }: Services): Promise<boolean> {
  return database.read((reader) => reader.existsBy(SettingEntity, { name: written }))
}

async function noteWritten(services: Services, tx: Tx): Promise<void> {
  await forgetAnchor(tx)
  await tx.insert(SettingEntity, { name: written, value: true, changedAt: services.now(), changedBy: null })
}

/** Whether every remembered end still stands in its place. */
async function fits({ database }: Services, anchor: AuditAnchor): Promise<boolean> {
  const ends = [...anchor.values()].filter(({ seq }) => seq > 0)
  if (ends.length === 0) return true
  const rows = (await database.read((reader) =>
    reader.query(
      database.sql(`SELECT "seq", "hash" FROM "admin_audit" WHERE "seq" IN (${ends.map(() => '?').join(', ')})`),
      ends.map(({ seq }) => seq),
    ),
  )) as { seq: number | string; hash: string }[]
  const standing = new Map(rows.map(({ seq, hash }) => [Number(seq), hash]))
  return ends.every(({ seq, hash }) => standing.get(seq) === hash)
}

async function keep({ folder, auditKey }: Services, ends: AuditAnchor): Promise<void> {
  const heads: AnchorFile['heads'] = [...ends].map(([chain, { seq, hash }]) => [chain, seq, hash])
  const seq = Math.max(0, ...heads.map(([, nth]) => nth))
  const content: AnchorFile = { seq, heads, mac: macOf(auditKey, heads).toString('hex') }
  const draft = `${nameOf(folder)}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(content)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, nameOf(folder))
}
