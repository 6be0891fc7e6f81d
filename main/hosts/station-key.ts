import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { heldBook } from '../database/book.ts'
import { writeDurably } from '../database/durable-file.ts'

/** A key and whether it was made just now: then its recovery form is to be shown once. */
export interface StationKey {
  key: string
  isNew: boolean
}

const form = /^[0-9a-f]{64}$/i

/**
 * Key of a headless station: `GENDAN_KEY` (64 hex digits), else the 0600 file `station.key` in its folder, made at the first start. Throws
 * where the file holds anything else, and where it is missing beside what only it can open: a new key would lock that for ever.
 */
export function readStationKey(folder: string, environment: NodeJS.ProcessEnv = process.env): StationKey {
  const given = environment.GENDAN_KEY
  if (given !== undefined) {
    if (!form.test(given)) throw new Error('GENDAN_KEY must be 64 hex digits')
    return { key: given.toLowerCase(), isNew: false }
  }
  const path = join(folder, 'station.key')
  const advice = 'put it back as it was, or set GENDAN_KEY from the recovery key; nothing was changed'
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    if (!form.test(kept)) throw new Error(`${path} holds no key (64 hex digits); ${advice}`)
    return { key: kept.toLowerCase(), isNew: false }
  }
  if (existsSync(join(folder, 'gendan.db')) || heldBook(folder))
    throw new Error(`${path} is missing, and what lies in ${folder} cannot be read without it; ${advice}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32).toString('hex')
  writeDurably(path, `${key}\n`)
  return { key, isNew: true }
}

/** The key as people write it down: sixteen groups of four. */
export function recoveryText(key: string): string {
  return key.toUpperCase().match(/.{4}/g)?.join('-') ?? ''
}
