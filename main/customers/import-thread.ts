import { Worker } from 'node:worker_threads'
import type { ImportPreview } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Services } from '../api/context.ts'
import { isFromSource, workerFile } from '../worker-file.ts'
import type { FromThread, ThreadOrder, ThreadSetting, ToThread } from './import-messages.ts'
import { hideStage } from './import-stage.ts'
import type { RunProgress } from './run-import.ts'

interface Thread {
  worker: Worker
  isBusy: boolean
  /** Ends a thread that has nothing to do. */
  idle: NodeJS.Timeout | null
}

interface Steer {
  signal?: AbortSignal
  onProgress?: (progress: RunProgress) => void
}

/** A dry run is often followed by another, with a corrected column, or by its import. */
const idleMs = 60_000
/** In megabytes: enough for half a million rows; with little room for what is new, a thread soon gives back what it is done with. */
const heap = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 12 }

const threads = new WeakMap<Services, Set<Thread>>()

/** The dry run, off the station's thread. */
export async function previewInThread(
  services: Services,
  file: ThreadOrder & { what: 'preview' },
): Promise<ImportPreview> {
  const ended = await order(services, file, {})
  if (ended.kind !== 'previewed') throw new Error('an import thread answered something else')
  return ended.preview
}

/** An import, off the station's thread. Fails as `runImport` does; an abort of the signal cancels it. */
export async function runInThread(
  services: Services,
  run: ThreadOrder & { what: 'run' },
  steer: Steer,
): Promise<RunProgress> {
  const ended = await order(services, run, steer)
  if (ended.kind !== 'ran') throw new Error('an import thread answered something else')
  // The thread's own door gathered what its commits changed; they are hidden until the run is whole, so they are told now and in one batch.
  services.changes.announce(ended.hints)
  return ended.progress
}

/** Ends every import thread at once, as a kill would: what they had written unseen is taken out at the next start. */
export async function endImportThreads(services: Services): Promise<void> {
  const all = [...(threads.get(services) ?? [])]
  threads.delete(services)
  await Promise.all(all.map(({ worker }) => worker.terminate()))
}

async function order(
  services: Services,
  work: ThreadOrder,
  { signal, onProgress }: Steer,
): Promise<FromThread & { kind: 'previewed' | 'ran' }> {
  const thread = freeThread(services)
  const { worker } = thread
  const say = (message: ToThread) => worker.postMessage(message)
  const cancel = () => say({ kind: 'cancel' })
  let giveTurn: (() => void) | null = null
  let isOver = false
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'takeTurn') {
          const turn = services.database.lend(async () => {
            if (isOver) return
            say({ kind: 'granted', nth: message.nth })
            await new Promise<void>((done) => (giveTurn = done))
          })
          turn.catch(reject)
        } else if (message.kind === 'giveTurn') giveTurn?.()
        else if (message.kind === 'hide')
          hideStage(services, message.stage).then(() => say({ kind: 'granted', nth: message.nth }), reject)
        else if (message.kind === 'progress') onProgress?.(message.progress)
        else if (message.kind === 'refused') {
          const { kind, text, facts, field } = message.failure
          reject(new Failure(kind, text, facts, field))
        } else if (message.kind === 'failed')
          reject(Object.assign(new Error(message.message), { stack: message.stack }))
        else resolve(message)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`an import thread ended with ${code}`)))
      signal?.addEventListener('abort', cancel, { once: true })
      say({ kind: 'order', order: work })
    })
  } finally {
    isOver = true
    ;(giveTurn as (() => void) | null)?.() // one that died in its turn gives it back, too
    signal?.removeEventListener('abort', cancel)
    worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
    rest(services, thread)
  }
}

function freeThread(services: Services): Thread {
  const all = threads.get(services) ?? new Set<Thread>()
  threads.set(services, all)
  const free = [...all].find(({ isBusy }) => !isBusy)
  const thread = free ?? { worker: newWorker(services), isBusy: true, idle: null }
  all.add(thread)
  thread.isBusy = true
  if (thread.idle) clearTimeout(thread.idle)
  thread.worker.ref()
  return thread
}

function newWorker({ database, folder, auditKey, journalKey, files }: Services): Worker {
  const workerData: ThreadSetting = { place: database.place, folder, auditKey, journalKey, fileKeys: files.keys }
  return new Worker(workerFile('import-worker'), {
    workerData,
    resourceLimits: heap,
    ...(isFromSource ? { execArgv: ['--import', 'tsx'] } : {}),
  })
}

/** A thread that lives waits a while for more; one that died is forgotten. */
function rest(services: Services, thread: Thread): void {
  const { worker } = thread
  const forget = () => threads.get(services)?.delete(thread)
  worker.on('exit', forget).on('error', forget)
  if (worker.threadId < 0) forget()
  thread.isBusy = false
  thread.idle = setTimeout(() => void worker.terminate(), idleMs).unref()
  worker.unref()
}
