import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Role } from '../../shared/admin/rights.ts'
import { MemberEntity } from '../../main/house/entities.ts'
import { setUp } from '../../main/admin/set-up.ts'
import type { Context, Seat } from '../../main/api/context.ts'
import { createCallerFactory } from '../../main/api/trpc.ts'
import type { Engine } from '../../main/database/database.ts'
import { appRouter } from '../../main/registry.ts'
import { openStation, type Station } from '../../main/station.ts'

/** Both engines (in the fast lane SQLite alone): `describe.each(engines)('… on %s', engine => …)`. */
export const engines: Engine[] = process.env.GENDAN_LANE ? ['sqlite'] : ['sqlite', 'postgres']

const callerOf = createCallerFactory(appRouter)

/** The API as one member sees it, called in process. */
export type Caller = ReturnType<typeof callerOf>

/** A whole station in this process, on a folder of its own. */
export interface TestStation {
  station: Station
  folder: string
  key: string
  /** The clock the station reads; set it to move time. */
  clock: { at: string }
  logged: string[]
  /** A seat of a role: makes the member on first asking. */
  seat(role: Role, name?: string): Promise<Seat>
  as(role: Role, name?: string): Promise<Caller>
  /** Nobody signed in. */
  nobody: Caller
  close(): Promise<void>
}

/** Without any: a stove maker after its first run. */
export interface TestStationOptions {
  presetId?: string
  warrantyMonths?: number | null
  areaCode?: string
  at?: string
  hookToken?: string
  /** Migrates an empty database of its own under a key of its own; otherwise it begins with a copy of one migrated once by this process. */
  isMigratedHere?: boolean
  /** Leave the first run undone. */
  bare?: boolean
  /** Where its folder is made. */
  under?: string
  /** Takes the log in place of `logged`. */
  log?: (line: string) => void
}

/** Least that argon2 takes: a test that signs in does not wait for a real password. */
const cheapPasswords = { memoryCost: 8, timeCost: 1, parallelism: 1 }

/** A real station on a fresh database of either engine, first run done, its clock in the test's hand, no timer. */
export async function openTestStation(engine: Engine, options: TestStationOptions = {}): Promise<TestStation> {
  const folder = mkdtempSync(join(options.under ?? tmpdir(), 'gendan-test-'))
  const pattern = options.isMigratedHere ? null : await patternOf(engine)
  if (pattern) cpSync(pattern.folder, folder, { recursive: true })
  const key = pattern?.key ?? randomBytes(32).toString('hex')
  const clock = { at: options.at ?? '2026-11-20T02:36:00.000Z' }
  const logged: string[] = []
  const postgresUrl = engine === 'postgres' ? await newPostgresDatabase(pattern?.database) : undefined
  const station = await openStation({
    folder,
    key,
    postgresUrl,
    hookToken: options.hookToken ?? 'hook-token',
    log: options.log ?? ((line) => logged.push(line)),
    now: () => clock.at,
    sharedNow: () => clock.at,
    schedule: false,
    passwordCost: cheapPasswords,
    version: 'test',
  })
  if (!options.bare) await firstRun(station, options)
  // The promise is kept, so that whoever asks at the same moment meets the same member.
  const seats = new Map<string, Promise<Seat>>()
  const seat = (role: Role, name: string = role): Promise<Seat> => {
    const key = `${role}/${name}`
    const known = seats.get(key) ?? addMember(station, role, name)
    seats.set(key, known)
    // Whom a full disk did not take may come again.
    known.catch(() => seats.delete(key))
    return known
  }
  return {
    station,
    folder,
    key,
    clock,
    logged,
    seat,
    as: async (role, name) => callerOf(contextOf(station, await seat(role, name))),
    nobody: callerOf(contextOf(station, null)),
    close: async () => {
      await station.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The API of any open station as a new member of a role sees it. */
export async function seatOn(station: Station, role: Role): Promise<Caller> {
  return callerOf(contextOf(station, await addMember(station, role, role)))
}

function contextOf(station: Station, seat: Seat | null): Context {
  return { services: station.services, seat, cookies: [], device: 'test', address: 'test' }
}

async function firstRun(station: Station, options: TestStationOptions): Promise<void> {
  await setUp(
    station.services,
    {
      language: 'zh-CN',
      companyName: '禾炊厨具',
      branch: '济南售后',
      hotline: '4000008003',
      areaCode: options.areaCode ?? '',
      presetId: options.presetId ?? 'P32',
      warrantyMonths: options.warrantyMonths === undefined ? 24 : options.warrantyMonths,
      administrator: { login: 'chief', name: '刘雪梅', password: 'password-1' },
      start: 'empty',
    },
    'test',
  )
}

/** Tests do not need real passwords: the hash fits nothing. */
async function addMember(station: Station, role: Role, name: string): Promise<Seat> {
  const { services } = station
  const id = services.newId()
  const login = `${role}.${name}`.slice(0, 40)
  await services.database.write((tx) =>
    tx.insert(MemberEntity, {
      id,
      login,
      loginKey: login.toLowerCase(),
      name,
      workNumber: '018',
      role,
      status: 'active',
      extension: '',
      phone: '',
      region: '',
      passwordHash: '-',
      createdAt: services.now(),
      updatedAt: services.now(),
      version: 1,
    }),
  )
  return { memberId: id, name, role, extension: '', session: `test-${id}` }
}

interface Pattern {
  folder: string
  key: string
  /** Its name on the PostgreSQL of this test run. */
  database: string | undefined
}

const patterns = new Map<Engine, Promise<Pattern>>()

/** A station before its first run, opened once by this process and closed again: what copies are made of. */
function patternOf(engine: Engine): Promise<Pattern> {
  let pattern = patterns.get(engine)
  if (!pattern) patterns.set(engine, (pattern = makePattern(engine)))
  return pattern
}

async function makePattern(engine: Engine): Promise<Pattern> {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-pattern-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const key = randomBytes(32).toString('hex')
  const postgresUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined
  const station = await openStation({ folder, key, postgresUrl, log: () => undefined, schedule: false })
  await station.close()
  return { folder, key, database: postgresUrl && new URL(postgresUrl).pathname.slice(1) }
}

/** A fresh database on the PostgreSQL of this test run: empty, or a copy of another that nobody is connected to. */
export async function newPostgresDatabase(of?: string): Promise<string> {
  const url = inject('postgresUrl')
  const name = `t_${randomBytes(8).toString('hex')}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}${of ? ` TEMPLATE ${of}` : ''}`)
  await client.end()
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return fresh.href
}
