import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { EntitySchema } from 'typeorm'
import { id, instant, text } from './columns.ts'
import type { Database, Reader, Tx } from './database.ts'

/** The data key of one person, wrapped by the station's journal key. Without this row nothing the journal keeps of that person can be read. */
export interface JournalKey {
  subjectId: string
  wrapped: string
  madeAt: string
}

export const JournalKeyEntity = new EntitySchema<JournalKey>({
  name: 'JournalKey',
  tableName: 'database_journal_key',
  columns: { subjectId: id(), wrapped: text(), madeAt: instant() },
})

/** Whose key seals what belongs to no customer: accounts, the company. */
export const houseSubject = 'house'

const [ivBytes, tagBytes] = [12, 16]

/** AES-256-GCM, as base64 of nonce, tag and cipher text; `context` is bound in, so a value moved elsewhere does not open. */
export function seal(key: Buffer, context: string, plain: Buffer): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Fails when the key is another one, or the text was touched or stood elsewhere. */
export function unseal(key: Buffer, context: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** A person's data key; null once that person was erased, or before anything of them was ever changed. */
export async function findKey(
  database: Database,
  reader: Reader,
  stationKey: Buffer,
  subjectId: string,
): Promise<Buffer | null> {
  const [row] = (await reader.query(
    database.sql('SELECT "wrapped" FROM "database_journal_key" WHERE "subjectId" = ?'),
    [subjectId],
  )) as Pick<JournalKey, 'wrapped'>[]
  return row ? unseal(stationKey, subjectId, row.wrapped) : null
}

/** The same, made where there is none yet. Two writers at once end up with one key. */
export async function ensureKey(
  database: Database,
  tx: Tx,
  stationKey: Buffer,
  subjectId: string,
  now: string,
): Promise<Buffer> {
  const known = await findKey(database, tx, stationKey, subjectId)
  if (known) return known
  await tx.query(
    database.sql(
      'INSERT INTO "database_journal_key" ("subjectId", "wrapped", "madeAt") VALUES (?, ?, ?) ON CONFLICT ("subjectId") DO NOTHING',
    ),
    [subjectId, seal(stationKey, subjectId, randomBytes(32)), now],
  )
  return (await findKey(database, tx, stationKey, subjectId))!
}
