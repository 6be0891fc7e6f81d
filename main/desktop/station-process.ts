import type { HostStationState } from '../../shared/kit/host-bridge.ts'
import { KeyLost } from './key-store.ts'
import { type Log, newIncident } from './log.ts'
import type { Send } from './pinned-client.ts'
import type { StationChild } from './station-fork.ts'
import type { FromStation, ToStation } from './station-messages.ts'

/** Where the station answers, what every request must carry, and the way that leads there. */
export interface StationAddress {
  url: string
  headers: Readonly<Record<string, string>>
  send: Send
}

/** The station as the desktop sees it: started, watched over, started again. */
export interface StationProcess {
  readonly state: HostStationState
  /** Calls back on every change; returns the way to stop. */
  onState(listener: (state: HostStationState) => void): () => void
  /** The address as soon as the station is ready, null when it is not within so many milliseconds. */
  address(withinMs: number): Promise<StationAddress | null>
  /** Tells the process something; lost when there is none. */
  tell(message: ToStation): void
  /** Starts it now instead of at the next try. A station that runs is ended first. */
  restart(): void
  /** Lets it finish its writes for up to 5 seconds, then ends it. It is not started again. */
  stop(): Promise<void>
}

interface Options {
  fork: () => StationChild
  /** What the child is told first. Asked before every start; `KeyLost` is shown as such. */
  opening: () => Promise<Extract<ToStation, { kind: 'open' }>>
  /** Hears all that the child says. */
  hear: (message: FromStation) => void
  log: Log
}

/** Node's own fetch: one through Chromium keeps an event stream open after the page has gone. */
const sendPlain: Send = (url, { body, ...init }) =>
  fetch(url, { ...init, redirect: 'manual', ...(body ? { body, duplex: 'half' } : {}) } as RequestInit)

const [shortestWaitMs, longestWaitMs] = [200, 5_000]
/** A station that lived this long was well: the next wait is the shortest again. */
const wellAfterMs = 30_000
const goneAfterFailedStarts = 3
const stopWithinMs = 5_000

/** What the child said of its failure. */
type Told = Omit<Extract<FromStation, { kind: 'failed' }>, 'kind'>

/** Starts the station, watches over it and starts it again whenever it dies, waiting 0.2 to 5 seconds between tries. */
export function keepStation({ fork, opening, hear, log }: Options): StationProcess {
  let state: HostStationState = { is: 'starting' }
  let child: StationChild | null = null
  let address: StationAddress | null = null
  let shortLives = 0
  let failedStarts = 0
  let isStopping = false
  let nextTry: NodeJS.Timeout | undefined
  const listeners = new Set<(state: HostStationState) => void>()

  function become(next: HostStationState): void {
    state = next
    for (const listener of [...listeners]) listener(next)
  }

  /** `told`: what the child said of its failure before it ended. `livedMs`: how long it was ready, null when it never was. */
  function tryAgain(told: Told | null, livedMs: number | null): void {
    address = null
    child = null
    if (isStopping) return
    shortLives = livedMs !== null && livedMs > wellAfterMs ? 1 : shortLives + 1
    failedStarts = livedMs === null ? failedStarts + 1 : 0
    const waitMs = Math.min(shortestWaitMs * 2 ** (shortLives - 1), longestWaitMs)
    // A database that is damaged or gone does not mend by itself: the member decides.
    const isDamaged = /^desktop\.station\.(damaged|book\.)/.test(told?.reason ?? '')
    if (!isDamaged) nextTry = setTimeout(() => void begin(), waitMs)
    if (isDamaged || told?.reason === 'desktop.station.keyLost' || failedStarts >= goneAfterFailedStarts) {
      const incident = told?.incident ?? newIncident()
      log('desktop', `station: gone (${incident}), next try in ${waitMs} ms`)
      const facts = told?.facts ? { facts: told.facts } : {}
      become({ is: 'gone', incident, reason: told?.reason ?? 'desktop.station.didNotStart', ...facts })
    } else if (state.is === 'ready') become({ is: 'restarting' })
  }

  async function begin(): Promise<void> {
    clearTimeout(nextTry)
    let first: Awaited<ReturnType<typeof opening>>
    try {
      first = await opening()
    } catch (reason) {
      const incident = newIncident()
      log('desktop', `station: ${incident} ${String(reason)}`)
      const key = reason instanceof KeyLost ? 'desktop.station.keyLost' : 'desktop.station.didNotStart'
      return tryAgain({ incident, reason: key }, null)
    }
    if (isStopping) return
    const born = fork()
    let told: Told | null = null
    let readyAtMs: number | null = null
    child = born
    born.onMessage((message: FromStation) => {
      if (message.kind === 'failed') told = message
      if (born === child) hear(message)
      if (message.kind !== 'ready' || born !== child) return
      readyAtMs = performance.now()
      const headers = { 'x-gendan-key': first.passKey }
      address = { url: `http://127.0.0.1:${message.port}`, headers, send: sendPlain }
      log('desktop', `station: ready on port ${message.port}, process ${born.pid}`)
      become({ is: 'ready', version: message.version })
    })
    born.onExit((code) => {
      log('desktop', `station: process ${born.pid} ended (${code})`)
      if (born === child) tryAgain(told, readyAtMs === null ? null : performance.now() - readyAtMs)
    })
    born.send(first)
  }

  void begin()
  const onState = (listener: (state: HostStationState) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    get state() {
      return state
    },
    onState,
    address: (withinMs) => (isStopping ? Promise.resolve(null) : waitForAddress(() => address, onState, withinMs)),
    tell: (message) => child?.send(message),
    restart() {
      if (isStopping) return
      clearTimeout(nextTry)
      if (child) child.kill()
      else void begin()
    },
    async stop() {
      isStopping = true
      clearTimeout(nextTry)
      address = null
      const last = child
      if (!last) return
      await new Promise<void>((resolve) => {
        const impatience = setTimeout(() => last.kill(), stopWithinMs)
        last.onExit(() => {
          clearTimeout(impatience)
          resolve()
        })
        last.send({ kind: 'stop' })
      })
    },
  }
}

/** The address as soon as there is one, null when the wait is over. */
export function waitForAddress(
  read: () => StationAddress | null,
  onState: StationProcess['onState'],
  withinMs: number,
): Promise<StationAddress | null> {
  const address = read()
  if (address) return Promise.resolve(address)
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer)
      stop()
      resolve(read())
    }
    const timer = setTimeout(settle, withinMs)
    const stop = onState((next) => {
      if (next.is === 'ready') settle()
    })
  })
}
