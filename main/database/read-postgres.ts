import type { Pool, PoolClient } from 'pg'
import { type DataSource, QueryFailedError } from 'typeorm'
import { isByValue, poolSize } from './connection.ts'
import type { Reader } from './handles.ts'

/** Of the pool's connections. */
const mostSlow = poolSize / 2

/** A question on its way to a connection it shares. */
interface Asked {
  text: string
  values: unknown[]
  answer: (rows: unknown) => void
  refuse: (error: unknown) => void
}

/**
 * The questions to PostgreSQL, put straight to the pool: a query runner for each would cost more than most of them. What one round of the event
 * loop looks up goes to one connection one behind the other, without waiting for answers: a connection each would cost more than they do. Whatever
 * may take long, ranges and words, has its own. A connection on which one failed is left by the pool.
 */
export function postgresReader(source: DataSource): Reader {
  const pool = () => (source.driver as unknown as { master: Pool }).master
  let gathered: Asked[] | null = null

  const send = async (asked: readonly Asked[], client: PoolClient): Promise<void> => {
    let failed: Error | undefined
    const one = async ({ text, values, answer, refuse }: Asked) => {
      try {
        answer((await client.query(text, values)).rows)
      } catch (error) {
        failed = error as Error
        refuse(error)
      }
    }
    await Promise.all(asked.map(one))
    client.release(failed)
  }

  const together = (text: string, values: unknown[]): Promise<unknown> =>
    new Promise((answer, refuse) => {
      const asked = { text, values, answer, refuse }
      if (gathered) return void gathered.push(asked)
      const mine = (gathered = [asked])
      pool()
        .connect()
        .finally(() => (gathered = null))
        .then((client) => send(mine, client))
        .catch((error: unknown) => {
          for (const { refuse } of mine) refuse(error)
        })
    })

  /** What may take long leaves connections for calls: so many at once, the others in turn. */
  const slow = { open: 0, waiting: [] as (() => void)[] }
  const alone = async (text: string, values: unknown[]): Promise<unknown> => {
    if (slow.open >= mostSlow) await new Promise<void>((resolve) => slow.waiting.push(resolve))
    else slow.open += 1
    try {
      return (await pool().query(text, values)).rows
    } finally {
      const next = slow.waiting.shift()
      if (next) next()
      else slow.open -= 1
    }
  }

  const query = async (text: string, values: readonly unknown[] = []): Promise<unknown> => {
    try {
      return isByValue(text) ? await alone(text, [...values]) : await together(text, [...values])
    } catch (error) {
      throw new QueryFailedError(text, [...values], error as Error)
    }
  }
  return Object.assign(Object.create(source.manager) as Reader, { query })
}
