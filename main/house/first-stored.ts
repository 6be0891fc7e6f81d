import { createHmac } from 'node:crypto'
import { In } from 'typeorm'
import { Failure } from '../../shared/kit/failure.ts'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'
import { SentEntity } from './entities.ts'

type House = Pick<Services, 'auditKey' | 'database' | 'now'>

/** What a seat sends under an id of its own. */
interface Sent {
  id: string
}

/**
 * What stands under the id that an input came with, as `find` reads it. Holds what is sent under one id to what was sent first (principle 9): the
 * same again is answered with the first outcome, anything else is refused (`ruleBroken`), or what somebody typed would be acknowledged and stored
 * nowhere. Asked by every command that makes something. What stood before there were digests is answered as it stands.
 * `command` null: the input names what it changes by version, and makes nothing.
 */
export async function firstStored<Found>(
  house: House,
  tx: Tx,
  command: string | null,
  input: Sent,
  find: () => Promise<Found>,
  isStored: (found: Found) => boolean = Boolean,
): Promise<Found> {
  if (command === null) return find()
  const { database, now } = house
  const name = nameOf(command, input)
  // Two at once wait here for each other, so that the second finds what the first stored. On SQLite every write is alone anyway.
  if (database.engine === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
  const found = await find()
  if (isStored(found)) await refuseOtherContent(house, tx, command, input)
  // What was made and taken back since may be made anew, with other words.
  else
    await tx.query(
      database.sql(
        `INSERT INTO "admin_sent" ("name", "digest", "at") VALUES (?, ?, ?)
         ON CONFLICT ("name") DO UPDATE SET "digest" = excluded."digest", "at" = excluded."at"`,
      ),
      [name, digestOf(house, input), now()],
    )
  return found
}

/** The refusal of `firstStored` alone, for who found only after its write that the same was stored meanwhile. */
export async function refuseOtherContent(house: House, reader: Reader, command: string, input: Sent): Promise<void> {
  const first = await reader.findOneBy(SentEntity, { name: nameOf(command, input) })
  if (first && first.digest !== digestOf(house, input)) throw new Failure('ruleBroken', 'kit.error.sentOther')
}

/** A seat that was away this long (`house`) has sent what it kept, or asks somebody. */
const keepDays = 90
const forgottenAtOnce = 1000

/** Digests nobody will be held to any more leave no rows behind; what stands under their ids is then answered as it stands. */
export async function forgetSent({ database, now }: House): Promise<void> {
  const before = later(now(), -keepDays * 86_400)
  const old = `SELECT "name" FROM "admin_sent" WHERE "at" < ? ORDER BY "at" LIMIT ${forgottenAtOnce}`
  for (let gone = forgottenAtOnce; gone === forgottenAtOnce;)
    gone = await database.write(async (tx) => {
      const names = ((await tx.query(database.sql(old), [before])) as { name: string }[]).map(({ name }) => name)
      if (names.length > 0) await tx.delete(SentEntity, { name: In(names) })
      return names.length
    })
}

const nameOf = (command: string, { id }: Sent) => `${command}:${id}`

/** Keyed, because what people say of customers is guessed easily. */
const digestOf = ({ auditKey }: House, input: Sent) =>
  createHmac('sha256', auditKey)
    .update(JSON.stringify(said(input)))
    .digest('base64url')

/**
 * What an input says: its fields in one order, without those left empty, which a later release may have more of, and without the version its
 * sender saw, which is not stored.
 */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([field, each]) => field !== 'version' && !isLeftEmpty(each))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, each]) => [field, said(each)])
}

const isLeftEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
