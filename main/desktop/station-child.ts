/**
 * The station as a process of the desktop: opens what it is told to open, serves it on the loopback, says where, and ends
 * when it is told to stop or when the desktop is gone. Runs inside Electron or under a plain Node.
 */
import type { ParentPort } from 'electron'
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newIncident } from '../api/defects.ts'
import { noteRestore } from '../house/note-restore.ts'
import { BookGone } from '../database/book.ts'
import { DamagedDatabase } from '../database/damage.ts'
import { newestWhole, NotRestored, restoreBackup } from '../database/restore.ts'
import { keepLan, type LanKeeper } from '../hosts/keep-lan.ts'
import type { Loopback } from '../hosts/loopback.ts'
import { pagesOf } from '../hosts/pages.ts'
import { recoveryText } from '../hosts/station-key.ts'
import { serveSteadily } from '../hosts/steady-port.ts'
import { openStation, type Station } from '../station.ts'
import type { FromStation, ToStation } from './station-messages.ts'

const closeWithinMs = 4_500
/** Electron's way to the desktop; absent under a plain Node, which has its own. */
const parentPort = process.parentPort as ParentPort | undefined
let station: Station | null = null
let loopback: Loopback | null = null
let lan: LanKeeper | null = null
let opening: Promise<void> = Promise.resolve()
let isEnding = false

function say(message: FromStation): void {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

function hear(message: ToStation): void {
  if (message.kind === 'stop') void end()
  else if (message.kind === 'lan') lan?.want(message.place)
  else if (message.kind === 'hookToken') {
    if (station) station.services.hookToken = message.token
  } else opening = open(message)
}

async function open(told: Extract<ToStation, { kind: 'open' }>): Promise<void> {
  const { folder, key, isNewKey, passKey, version, hookToken, steadyPort } = told
  try {
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
    const restored = told.restores ? await restoreBackup(folder, key, new Date().toISOString()) : null
    station = await openStation({
      folder,
      key,
      version,
      onLost: told.asItIs ? 'asItIs' : 'refuse',
      postgresUrl: process.env.GENDAN_POSTGRES,
      hookToken,
      pages: pagesOf(join(dirname(dirname(fileURLToPath(import.meta.url))), 'renderer')),
      recoveryKey: isNewKey ? recoveryText(key) : null,
      log: (line) => appendFileSync(join(folder, 'logs', `${line.slice(7, 17)}.log`), line, { mode: 0o600 }),
    })
    if (restored) await noteRestore(station.services, restored)
    const served = await serveSteadily(station, { wanted: steadyPort, key: passKey })
    loopback = served.loopback
    say({ kind: 'ready', port: loopback.port, isSteady: served.isSteady, version: station.version })
    lan = keepLan(station, { folder, stationKey: key, tell: (state) => say({ kind: 'lan', state }) })
    if (told.lan) lan.want(told.lan)
  } catch (reason) {
    const incident = newIncident()
    console.error(incident, reason)
    say({ kind: 'failed', incident, ...(await explain(reason, folder, key)) })
    setTimeout(() => process.exit(1), 50) // the message leaves first
  }
}

/** Why the station does not open and, for a database that is damaged or gone, from when the newest whole backup is. */
async function explain(
  reason: unknown,
  folder: string,
  key: string,
): Promise<{ reason: string; facts?: Readonly<Record<string, string>> }> {
  const isDamaged = reason instanceof DamagedDatabase || reason instanceof NotRestored
  if (!isDamaged && !(reason instanceof BookGone)) return { reason: textOf(reason) }
  const backup = await newestWhole(folder, key)
  const facts = { folder, ...(backup ? { backupAt: backup.at } : {}) }
  if (reason instanceof BookGone)
    return { reason: `desktop.station.book.${reason.fault}`, facts: { ...facts, book: reason.fault } }
  return { reason: backup ? 'desktop.station.damaged' : 'desktop.station.damagedForGood', facts }
}

/** The text that says why the station does not open. */
function textOf(reason: unknown): string {
  const code = reason instanceof Error && 'code' in reason ? reason.code : undefined
  const name = reason instanceof Error ? reason.name : ''
  if (code === 'SQLITE_NOTADB') return 'desktop.station.keyLost'
  if (name === 'NewerSchema') return 'desktop.station.newerSchema'
  return code === 'SQLITE_FULL' || code === 'ENOSPC' ? 'desktop.station.diskFull' : 'desktop.station.didNotStart'
}

/** Finishes the writes in hand, then ends. A close that hangs is cut off. */
async function end(): Promise<void> {
  if (isEnding) return
  isEnding = true
  setTimeout(() => process.exit(1), closeWithinMs)
  await opening
  await lan?.close()
  await loopback?.close()
  await station?.close()
  process.exit(0)
}

if (parentPort) parentPort.on('message', ({ data }) => hear(data as ToStation))
else process.on('message', (message) => hear(message as ToStation))
// The last net: what nobody waited for is a defect, and no reason to end a desk.
process.on('unhandledRejection', (reason) => {
  if (!station) throw reason
  station.services.log.error('defect.unheld', {
    error: String(reason),
    stack: reason instanceof Error ? reason.stack : '',
  })
})
process.on('disconnect', () => void end())
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => undefined) // Ctrl+C in a terminal reaches the desktop too, which says stop
