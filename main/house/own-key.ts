import { createHmac } from 'node:crypto'
import type { Services } from '../api/context.ts'
import { chainStart, linkHash } from './audit.ts'
import { type Audit, SettingEntity } from './entities.ts'

/** This station's key is not the one the database was first opened with. Nothing was changed. */
export class OtherKey extends Error {
  override readonly name = 'OtherKey'

  constructor() {
    super(
      'this database belongs to stations with another station.key; put the station.key of the first of them into the folder of this one, nothing was changed',
    )
  }
}

const name = 'stationKey'

/**
 * Stations on one PostgreSQL share one key: it seals their files and journals and links their audit. The first of them leaves a keyed check; one
 * with another key is refused here, before it writes anything. SQLite's file does not open under another key.
 */
export async function refuseOtherKey(services: Services): Promise<void> {
  const { database, auditKey } = services
  if (database.engine !== 'postgres') return
  const check = createHmac('sha256', auditKey).update('station').digest('hex')
  const known = await database.read((reader) => reader.findOneBy(SettingEntity, { name }))
  if (known) {
    if (known.value !== check) throw new OtherKey()
    return
  }
  if (!(await isOurs(services))) throw new OtherKey()
  await database.write((tx) =>
    tx.query(
      `INSERT INTO "admin_setting" ("name", "value", "changedAt") VALUES ($1, $2, $3) ON CONFLICT ("name") DO NOTHING`,
      [name, JSON.stringify(check), services.now()],
    ),
  )
  // Two first stations may have come at once: what stands decides.
  return refuseOtherKey(services)
}

/** A database from before there was the check: its first audit entry was linked with the key. */
async function isOurs({ database, auditKey }: Services): Promise<boolean> {
  const [first] = (await database.read((reader) =>
    reader.query('SELECT * FROM "admin_audit" ORDER BY "seq" LIMIT 1'),
  )) as Audit[]
  if (!first) return true
  const seq = Number(first.seq)
  return linkHash(auditKey, chainStart, { ...first, seq }) === first.hash
}
