import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Changes } from './api/changes.ts'
import { carryHintsOverPostgres } from './api/changes-postgres.ts'
import type { PasswordCost, Services } from './api/context.ts'
import { type Handle, makeHandler, type Pages } from './api/handler.ts'
import { type LogSink, openLog } from './api/log.ts'
import { type BookFault, BookGone, lostBook } from './database/book.ts'
import { Database, type DatabasePlace } from './database/database.ts'
import { refuseDamagedPages } from './database/damage.ts'
import type { DoorWatch } from './database/write-door.ts'
import { lockFolder } from './database/folder-lock.ts'
import { sharedClock } from './database/shared-clock.ts'
import { fileKeysOf } from './database/sealed-file.ts'
import { FileStore } from './files/file-store.ts'
import { fileUsesOf } from './house/feature.ts'
import { isOlderThanAnchor } from './house/audit-anchor.ts'
import { noteAsItIs } from './house/note-restore.ts'
import { passwordCost } from './house/password-cost.ts'
import { refuseOtherKey } from './house/own-key.ts'
import { watchSpace } from './files/space.ts'
import { seatOf } from './house/sessions.ts'
import { newId } from './new-id.ts'
import { appRouter, entities, features, jobs } from './registry.ts'
import { Scheduler } from './scheduler/scheduler.ts'

/** What a host tells its station. */
export interface StationOptions {
  /** Folder of this station: database, files. Made when missing. */
  folder: string
  /** 32-byte key in hex: encrypts the database, keys the audit chain. */
  key: string
  /** PostgreSQL instead of the station's own SQLite file. */
  postgresUrl?: string
  hookToken?: string | null
  /** Shown once by the first run; given only when the key was just made. */
  recoveryKey?: string | null
  pages?: Pages
  log?: LogSink
  version?: string
  /**
   * What becomes of a database that is gone or shorter than it was left: by default it is refused. `asItIs`: gone on with, because somebody
   * decided so; the audit says it. `look`: opened and left as it is, for a command that only looks.
   */
  onLost?: 'refuse' | 'asItIs' | 'look'
  /** Tests set the clock; default is the machine's. */
  now?: () => string
  /** Tests set the clock that stations share; default is the database's on PostgreSQL, the station's on SQLite. */
  sharedNow?: () => string
  /** Tests hash their passwords cheaply; a real station never does. */
  passwordCost?: PasswordCost
  /** Off in tests that move the clock and tick by hand. */
  schedule?: boolean
}

/** The one process that owns the database, the scheduler, the files and the API. */
export interface Station {
  handle: Handle
  close(): Promise<void>
  services: Services
  scheduler: Scheduler
  version: string
}

/** Composition root: opens the database, migrates, wires the services, starts the scheduler. Throws `BookGone` rather than begin a new or a shorter book. */
export async function openStation(options: StationOptions): Promise<Station> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const place: DatabasePlace = options.postgresUrl
    ? { engine: 'postgres', url: options.postgresUrl }
    : { engine: 'sqlite', path: join(options.folder, 'gendan.db'), key: options.key }
  const now = options.now ?? (() => new Date().toISOString())
  const { sharedNow } = options
  const log = openLog(options.log ?? (() => undefined), now)
  const changes = new Changes()
  const unlock = place.engine === 'sqlite' ? lockFolder(options.folder) : () => undefined
  const watch: DoorWatch = {
    committed: (hints) => changes.announce(hints),
    troubled: ({ data, cause }) =>
      log.error('database.trouble', { failure: data.text, ...data.facts, error: String(cause) }),
  }
  const lost = place.engine === 'sqlite' ? lostBook(options.folder) : null
  const database = await openBook(place, lost, options, watch).catch((error: unknown) => {
    unlock()
    throw error
  })
  const carrier = options.postgresUrl ? await carryHintsOverPostgres(options.postgresUrl, changes, log) : null
  if (carrier) changes.carryBy(carrier)
  let recoveryKey = options.recoveryKey ?? null
  const services: Services = {
    features,
    database,
    changes,
    log,
    folder: options.folder,
    fileUses: fileUsesOf(features),
    files: new FileStore(join(options.folder, 'files'), fileKeysOf(options.key)),
    now,
    sharedNow: sharedNow ? async () => sharedNow() : sharedClock(place.engine, now),
    newId: () => newId(),
    auditKey: createHmac('sha256', Buffer.from(options.key, 'hex')).update('audit').digest(),
    journalKey: createHmac('sha256', Buffer.from(options.key, 'hex')).update('journal').digest(),
    hookToken: options.hookToken ?? null,
    passwordCost: options.passwordCost ?? passwordCost,
    recoveryKey: {
      read: () => recoveryKey,
      forget: () => {
        recoveryKey = null
      },
    },
    version: options.version ?? '0.0.0',
  }
  await settleBook(services, lost, options).catch(async (error: unknown) => {
    await carrier?.close()
    await database.close()
    unlock()
    throw error
  })
  for (const { opens } of features) await opens?.(services)
  const scheduler = new Scheduler(
    services,
    jobs,
    features.flatMap(({ tasks }) => tasks ?? []),
    () => watchSpace(services),
  )
  if (options.schedule !== false) await scheduler.start()
  log.info('station.open', { engine: place.engine, version: services.version })
  return {
    handle: makeHandler(services, {
      router: appRouter,
      routes: features.flatMap(({ routes }) => routes ?? []),
      seatOf,
      pages: options.pages ?? (async () => null),
    }),
    services,
    scheduler,
    version: services.version,
    close: async () => {
      await scheduler.stop()
      for (const { closes } of features) await closes?.(services)
      await carrier?.close()
      await database.close()
      unlock()
      log.info('station.closed')
    },
  }
}

/** Opens the database, and refuses one that is not as it was left unless somebody decided to go on; damaged pages are never gone on with. */
async function openBook(
  place: DatabasePlace,
  lost: BookFault | null,
  { folder, onLost = 'refuse' }: StationOptions,
  watch: DoorWatch,
): Promise<Database> {
  if (lost && onLost === 'refuse') throw new BookGone(lost, folder)
  if (lost === 'logGone' && place.engine === 'sqlite') await refuseDamagedPages(place)
  return Database.open(place, entities, watch)
}

/** Refuses another station's database and one that is older than its anchor; says in the audit what somebody decided to go on with. */
async function settleBook(
  services: Services,
  lost: BookFault | null,
  { folder, onLost = 'refuse' }: StationOptions,
): Promise<void> {
  await refuseOtherKey(services)
  const fault = lost ?? ((await isOlderThanAnchor(services)) ? 'shorter' : null)
  if (fault === null || onLost === 'look') return
  if (onLost === 'refuse') throw new BookGone(fault, folder)
  await noteAsItIs(services, fault)
}
