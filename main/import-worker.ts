import { parentPort, workerData } from 'node:worker_threads'
import { join } from 'node:path'
import { Failure } from '../shared/kit/failure.ts'
import type { Services } from './api/context.ts'
import { Changes } from './api/changes.ts'
import { Database, type Turn } from './database/database.ts'
import { Hints } from './database/hint.ts'
import type { DoorWatch } from './database/write-door.ts'
import { entities, features } from './registry.ts'
import { sharedClock } from './database/shared-clock.ts'
import { FileStore } from './files/file-store.ts'
import { fileUsesOf } from './house/feature.ts'
import { passwordCost } from './house/password-cost.ts'
import { newId } from './new-id.ts'
import type { FromThread, ThreadOrder, ThreadSetting, ToThread } from './customers/import-messages.ts'
import { previewSource } from './customers/import-preview.ts'
import type { Hide } from './customers/import-stage.ts'
import { runImport, type RunProgress } from './customers/run-import.ts'

/**
 * Reads, decides and writes archives off the station's thread, over a connection of its own; the station lends it a turn for every write.
 * One order at a time.
 */
const tellEveryMs = 200
const setting = workerData as ThreadSetting
const granted = new Map<number, () => void>()
let asked = 0
let cancel = new AbortController()
/** What this run changed so far: told to the seats when all of it is seen. */
let changed = new Hints()
let opening: Promise<Database> | null = null

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'cancel') cancel.abort()
  else if (message.kind === 'order') void work(message.order)
  else {
    granted.get(message.nth)?.()
    granted.delete(message.nth)
  }
})

const say = (message: FromThread): void => parentPort?.postMessage(message)

function ask(question: (nth: number) => FromThread): Promise<void> {
  const nth = ++asked
  return new Promise((resolve) => {
    granted.set(nth, resolve)
    say(question(nth))
  })
}

const turn: Turn = async (write) => {
  await ask((nth) => ({ kind: 'takeTurn', nth }))
  try {
    return await write()
  } finally {
    say({ kind: 'giveTurn' })
  }
}

const hide: Hide = (stage) => {
  const range = stage && { firstSeq: stage.firstSeq, lastSeq: stage.lastSeq }
  return ask((nth) => ({ kind: 'hide', nth, stage: range }))
}

async function work(order: ThreadOrder): Promise<void> {
  cancel = new AbortController()
  try {
    const services = await servicesOf(order.nowAt)
    if (order.what === 'preview') say({ kind: 'previewed', preview: await previewSource(services, order.file) })
    else {
      changed = new Hints()
      const progress = await run(services, order)
      say({ kind: 'ran', progress, hints: changed.list() })
    }
  } catch (error) {
    if (error instanceof Failure) say({ kind: 'refused', failure: error.data })
    else say({ kind: 'failed', message: String(error), stack: error instanceof Error ? (error.stack ?? '') : '' })
  }
}

async function run(services: Services, { importer, input }: ThreadOrder & { what: 'run' }): Promise<RunProgress> {
  const progress: RunProgress = { state: 'reading', done: 0, total: 0, summary: null, reportHash: null }
  const telling = setInterval(() => say({ kind: 'progress', progress }), tellEveryMs)
  try {
    await runImport(services, importer, input, progress, { hide, signal: cancel.signal })
    return progress
  } finally {
    clearInterval(telling)
  }
}

async function servicesOf(nowAt: string): Promise<Services> {
  const watch: DoorWatch = { committed: (hints) => changed.addAll(hints), troubled: () => undefined }
  opening ??= Database.join(setting.place, entities, turn, watch)
  const from = performance.now()
  const quiet = () => undefined
  const now = () => new Date(Date.parse(nowAt) + performance.now() - from).toISOString()
  return {
    features,
    database: await opening,
    changes: new Changes(),
    log: { info: quiet, error: quiet, warn: quiet } as Services['log'],
    folder: setting.folder,
    fileUses: fileUsesOf(features),
    files: new FileStore(join(setting.folder, 'files'), setting.fileKeys),
    now,
    sharedNow: sharedClock(setting.place.engine, now),
    newId: () => newId(),
    auditKey: Buffer.from(setting.auditKey),
    journalKey: Buffer.from(setting.journalKey),
    hookToken: null,
    passwordCost,
    recoveryKey: { read: () => null, forget: quiet },
    version: '',
  }
}
