import { randomInt } from 'node:crypto'
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
  { wanted, key }: { wanted: number | null; key: string },
): Promise<{ loopback: Loopback; isSteady: boolean }> {
  for (let tries = 0; tries < (wanted === null ? mostTries : 1); tries += 1) {
    const port = wanted ?? randomInt(lowest, highest + 1)
    const loopback = await serveLoopback(station, { port, key }).catch(nullWhenTaken)
    if (loopback) return { loopback, isSteady: true }
  }
  return { loopback: await serveLoopback(station, { port: 0, key }), isSteady: false }
}

/** Windows also says EACCES of ports it keeps for itself. */
function nullWhenTaken(reason: unknown): null {
  if (reason instanceof Error && 'code' in reason && (reason.code === 'EADDRINUSE' || reason.code === 'EACCES'))
    return null
  throw reason
}
