import pg from 'pg'
import { expect, inject, it } from 'vitest'

it('gives every test a PostgreSQL 18 that sorts by code point and knows Chinese trigrams', async () => {
  const client = new pg.Client(inject('postgresUrl'))
  await client.connect()
  try {
    await client.query('create extension if not exists pg_trgm')
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, show_trgm('重庆路') as trigrams, '张' < '重' as sorted`,
    )
    expect(rows[0].version).toBeGreaterThanOrEqual(180000)
    expect(rows[0].trigrams.length).toBeGreaterThan(0)
    expect(rows[0].sorted).toBe(true)
  } finally {
    await client.end()
  }
})
