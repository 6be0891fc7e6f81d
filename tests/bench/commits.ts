import { closeSync, openSync, readFileSync, readSync, writeSync, fdatasyncSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { percentiles, type Timing } from './measure.ts'

const [headBytes, frameHeadBytes] = [32, 24]

/** The commits in a write-ahead log of SQLite, counted from outside; the station syncs the log once for each (synchronous = FULL). */
export interface LogState {
  /** Changes when the log begins anew. */
  salt: string
  commits: number
}

/** Counts the frames that end a commit. Heads of frames are plain, also where pages are encrypted. */
export function readLog(folder: string): LogState {
  const file = openSync(join(folder, 'gendan.db-wal'), 'r')
  try {
    const head = Buffer.alloc(headBytes)
    readSync(file, head, 0, headBytes, 0)
    const pageBytes = head.readUInt32BE(8)
    const salt = head.toString('hex', 16, 24)
    const frame = Buffer.alloc(frameHeadBytes)
    let commits = 0
    for (
      let at = headBytes;
      readSync(file, frame, 0, frameHeadBytes, at) === frameHeadBytes;
      at += frameHeadBytes + pageBytes
    ) {
      if (frame.toString('hex', 8, 16) !== salt) break
      if (frame.readUInt32BE(4) !== 0) commits += 1
    }
    return { salt, commits }
  } finally {
    closeSync(file)
  }
}

/** What one sync of 4 KiB to this disk costs, written in place as a log that begins anew is. */
export function timeSync(folder: string): Timing {
  const path = join(folder, 'sync.bench')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(4096, 1)
  const taken: number[] = []
  for (let nth = 0; nth < 220; nth += 1) {
    const from = performance.now()
    writeSync(file, page, 0, page.length, (nth % 20) * page.length)
    fdatasyncSync(file)
    if (nth >= 20) taken.push(performance.now() - from)
  }
  closeSync(file)
  rmSync(path)
  return percentiles(taken)
}

/** Seconds of CPU a process has used, where the system tells (Linux); else null. */
export function cpuSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

/** Milliseconds that all cores were busy, and all in all. */
export function coreTimes(): { busy: number; all: number } {
  let [busy, all] = [0, 0]
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq
    all += times.user + times.nice + times.sys + times.irq + times.idle
  }
  return { busy, all }
}

/** Share of the cores that was used between two looks. */
export const busyShare = (from: ReturnType<typeof coreTimes>, to: ReturnType<typeof coreTimes>): number =>
  (to.busy - from.busy) / Math.max(1, to.all - from.all)
