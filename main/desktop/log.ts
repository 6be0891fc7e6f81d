import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Writes lines to the log of this desktop. Never throws: a full disk must not take the window with it. */
export type Log = (source: 'desktop' | 'station' | 'page', text: string) => void

const largestBytes = 5 * 1024 * 1024

/** A log in `folder/desktop.log`; the one before it stays as `desktop.1.log`. No personal data belongs in it. */
export function openLog(folder: string): Log {
  const file = join(folder, 'desktop.log')
  try {
    mkdirSync(folder, { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) {
      renameSync(file, join(folder, 'desktop.1.log'))
    }
  } catch {
    // the first line tried below says no more than this would
  }
  return (source, text) => {
    const at = new Date().toISOString()
    const lines = text.trimEnd().split('\n')
    try {
      appendFileSync(file, lines.map((line) => `${at} ${source} ${line}\n`).join(''), { mode: 0o600 })
    } catch {
      // see above
    }
  }
}

/** Six letters by which a member names a defect and we find its lines in the log. No vowels, so no words. */
export function newIncident(): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ'
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join('')
}
