import type { HostStationState } from '../../shared/kit/host-bridge.ts'
import { groupFingerprint } from '../../shared/kit/fingerprint.ts'
import { type Log, newIncident } from './log.ts'
import {
  createPinnedClient,
  type PinnedClient,
  type SeenCertificate,
  type Send,
  WrongCertificate,
} from './pinned-client.ts'
import { waitForAddress, type StationAddress, type StationProcess } from './station-process.ts'

/** A station on another computer that this one is a seat of, and how it is known again. */
export interface Office extends SeenCertificate {
  /** `https://HOST:PORT`. */
  url: string
}

/** What a station at an address turned out to be. */
export type Found =
  | { is: 'station'; seen: SeenCertificate }
  | { is: 'otherVersion'; version: string }
  | { is: 'otherCertificate'; seen: SeenCertificate }
  | { is: 'away' }

interface Options {
  office: Office
  /** Of this desktop: its pages and the station must speak the same tongue. */
  version: string
  log: Log
  /** The station renewed its certificate with the key it is known by. */
  renewed: (seen: SeenCertificate) => void
}

const [lookEveryMs, lookAgainMs, answersWithinMs] = [5_000, 1_000, 8_000]
/** A busy station may miss one look; after the second what is in hand is given up, so that the outbox keeps it. */
const missesUntilDropped = 2
const missesUntilGone = 3

/** Looks whether a station with that fingerprint is at the address, before this computer becomes its seat. */
export async function findOffice(url: string, fingerprint: string, version: string): Promise<Found> {
  const shown: SeenCertificate[] = []
  const client = createPinnedClient((seen) => {
    shown.push(seen)
    return seen.fingerprint === fingerprint
  })
  try {
    const answer = await look(client, url, version)
    const [seen] = shown
    return answer.is === 'station' ? (seen ? { is: 'station', seen } : { is: 'away' }) : answer
  } finally {
    client.drop()
  }
}

/** Follows whether the office's station answers: a look every five seconds, every second while it does not. */
export function keepOffice({ office, version, log, renewed }: Options): StationProcess {
  let known = office
  let state: HostStationState = { is: 'starting' }
  let misses = 0
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  const listeners = new Set<(state: HostStationState) => void>()
  const client = createPinnedClient((seen) => {
    if (seen.publicKey !== known.publicKey) return false
    if (seen.fingerprint !== known.fingerprint) {
      known = { ...known, ...seen }
      renewed(seen)
    }
    return true
  })
  /** A request that failed says sooner than the next look that something is wrong. */
  const send: Send = async (url, init) => {
    try {
      return await client.send(url, init)
    } catch (reason) {
      if (!init.signal.aborted) lookNow()
      throw reason
    }
  }
  const address: StationAddress = { url: office.url, headers: {}, send }

  function become(next: HostStationState): void {
    if (isStopped || JSON.stringify({ ...next, incident: '' }) === JSON.stringify({ ...state, incident: '' })) return
    state = next
    for (const listener of [...listeners]) listener(next)
  }

  function gone(reason: string, facts: Readonly<Record<string, string>> = {}): void {
    const incident = newIncident()
    if (state.is !== 'gone' || state.reason !== reason) log('desktop', `office: ${reason} (${incident})`)
    become({ is: 'gone', incident, reason, facts: { address: office.url, ...facts } })
  }

  async function lookOnce(): Promise<void> {
    const found = await look(client, office.url, version)
    if (isStopped) return
    misses = found.is === 'away' ? misses + 1 : 0
    if (found.is === 'station') become({ is: 'ready', version })
    else if (found.is === 'otherVersion') gone('desktop.office.otherVersion', { theirs: found.version, ours: version })
    else if (found.is === 'otherCertificate')
      gone('desktop.office.changed', { seen: groupFingerprint(found.seen.fingerprint) })
    else {
      if (misses === missesUntilDropped) client.drop()
      if (misses >= missesUntilGone) gone('desktop.office.away')
      else if (state.is === 'ready') become({ is: 'restarting' })
    }
    timer = setTimeout(lookNow, state.is === 'ready' ? lookEveryMs : lookAgainMs)
  }

  function lookNow(): void {
    clearTimeout(timer)
    if (isStopped) return
    looking ??= lookOnce().finally(() => (looking = null))
  }

  lookNow()
  const onState = (listener: (state: HostStationState) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    get state() {
      return state
    },
    onState,
    address: (withinMs) =>
      waitForAddress(() => (state.is === 'ready' && !isStopped ? address : null), onState, withinMs),
    tell: () => undefined,
    restart: lookNow,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      client.drop()
    },
  }
}

/** Asks a station for a sign of life. */
async function look(
  client: PinnedClient,
  url: string,
  version: string,
): Promise<Exclude<Found, { is: 'station' }> | { is: 'station' }> {
  try {
    const signal = AbortSignal.timeout(answersWithinMs)
    const answer = await client.send(`${url}/alive`, { method: 'GET', headers: new Headers(), signal })
    const said = (await answer.json()) as { program?: unknown; version?: unknown }
    if (said.program !== 'gendan') return { is: 'away' }
    const theirs = String(said.version)
    return release(theirs) === release(version) ? { is: 'station' } : { is: 'otherVersion', version: theirs }
  } catch (reason) {
    return reason instanceof WrongCertificate ? { is: 'otherCertificate', seen: reason.seen } : { is: 'away' }
  }
}

/** Releases with the same first two numbers speak the same tongue. */
function release(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}
