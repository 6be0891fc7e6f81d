import type { Pool } from 'pg'
import { type DataSource, QueryFailedError } from 'typeorm'
import type { Reader } from './handles.ts'

/**
 * The questions to PostgreSQL, put straight to the pool: a query runner for each would cost more than most of them. A connection on which one failed
 * is left by the pool.
 */
export function postgresReader(source: DataSource): Reader {
  const query = async (text: string, values: readonly unknown[] = []): Promise<unknown> => {
    const pool = (source.driver as unknown as { master: Pool }).master
    try {
      return (await pool.query(text, [...values])).rows as unknown
    } catch (error) {
      throw new QueryFailedError(text, [...values], error as Error)
    }
  }
  return Object.assign(Object.create(source.manager) as Reader, { query })
}
