import Sqlite from 'better-sqlite3-multiple-ciphers'
import { expect, it } from 'vitest'
import { explainStart } from '../../main/hosts/explain-start.ts'

it('says of a full disk what to do, as the engine and the system tell of it', () => {
  const said = 'the disk of /data is full; free room on it and start again, nothing was changed'
  const database = new Sqlite(':memory:')
  database.pragma('max_page_count = 2')
  let full: unknown = null
  try {
    for (let nth = 0; nth < 9; nth += 1) database.exec(`CREATE TABLE "t${nth}" ("id" text PRIMARY KEY)`)
  } catch (error) {
    full = error
  }
  database.close()
  expect(String(full)).toContain('database or disk is full')
  expect(explainStart(full, '/data')).toBe(said)
  expect(explainStart(Object.assign(new Error('no space left'), { code: 'ENOSPC' }), '/data')).toBe(said)
  expect(explainStart(Object.assign(new Error(), { code: 'EADDRINUSE', port: 7 }), '/data')).toContain('port 7')
  expect(explainStart(new Error('another reason'), '/data')).toBe('another reason')
})
