import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Station } from '../station.ts'
import { type Loopback, serveLoopback } from './loopback.ts'

/** Below what systems hand out for outgoing connections, above what services are registered for. */
const [lowest, highest] = [20_000, 29_999]
const mostTries = 20

/**
 * Serves on the loopback at the port this computer remembers, so that a telephone system finds the hook where it was. Without
 * one it chooses one to remember. `isSteady` is false when another program sits on it: then any free port serves until the next start.
 */
export async function serveSteadily(
  station: Station,
  { wanted, key }: { wanted: number | null; key: string | null },
): Promise<{ loopback: Loopback; isSteady: boolean }> {
  for (let tries = 0; tries < (wanted === null ? mostTries : 1); tries += 1) {
    const port = wanted ?? randomInt(lowest, highest + 1)
    const loopback = await serveLoopback(station, { port, key }).catch(nullWhenTaken)
    if (loopback) return { loopback, isSteady: true }
  }
  return { loopback: await serveLoopback(station, { port: 0, key }), isSteady: false }
}

const remembered = (folder: string) => join(folder, 'station.port')

/**
 * The same without a desktop, remembered in the station's folder: drafts and what waits to be sent belong to the page's address, so that
 * must be there again after a restart. `tell` hears in a sentence when another program sits on it.
 */
export async function serveWhereBefore(
  station: Station,
  folder: string,
  tell: (sentence: string) => void,
): Promise<Loopback> {
  const wanted = existsSync(remembered(folder)) ? Number(readFileSync(remembered(folder), 'utf8')) || null : null
  const { loopback, isSteady } = await serveSteadily(station, { wanted, key: null })
  if (!isSteady)
    tell(
      `port ${wanted} is taken by another program: ${loopback.port} serves until the next start; what waits in pages of the old address is sent after that`,
    )
  else if (wanted === null) writeFileSync(remembered(folder), `${loopback.port}\n`)
  return loopback
}

/** Windows also says EACCES of ports it keeps for itself. */
function nullWhenTaken(reason: unknown): null {
  if (reason instanceof Error && 'code' in reason && (reason.code === 'EADDRINUSE' || reason.code === 'EACCES'))
    return null
  throw reason
}
