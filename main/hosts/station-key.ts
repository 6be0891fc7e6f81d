import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A key and whether it was made just now: then its recovery form is to be shown once. */
export interface StationKey {
  key: string
  isNew: boolean
}

/** Key of a headless station: `GENDAN_KEY` (64 hex digits), else the 0600 file `station.key` in its folder, made at the first start. */
export function readStationKey(folder: string, environment: NodeJS.ProcessEnv = process.env): StationKey {
  const given = environment.GENDAN_KEY
  if (given !== undefined) {
    if (!/^[0-9a-f]{64}$/i.test(given)) throw new Error('GENDAN_KEY must be 64 hex digits')
    return { key: given.toLowerCase(), isNew: false }
  }
  const path = join(folder, 'station.key')
  if (existsSync(path)) return { key: readFileSync(path, 'utf8').trim(), isNew: false }
  if (existsSync(join(folder, 'gendan.db')))
    throw new Error(
      `${path} is missing, and the database cannot be read without it; put it back or set GENDAN_KEY from the recovery key`,
    )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32).toString('hex')
  writeFileSync(path, `${key}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(path, 0o600)
  return { key, isNew: true }
}

/** The key as people write it down: sixteen groups of four. */
export function recoveryText(key: string): string {
  return key.toUpperCase().match(/.{4}/g)?.join('-') ?? ''
}
