import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import type { Log } from './log.ts'
import type { FromStation, ToStation } from './station-messages.ts'

/** A running station process, whatever runs it. */
export interface StationChild {
  pid: number | undefined
  send(message: ToStation): void
  onMessage(listener: (message: FromStation) => void): void
  /** Once, when the process has ended. */
  onExit(listener: (code: number | null) => void): void
  /** Ends it without asking. */
  kill(): void
}

/**
 * Forks the station: inside Electron, or under the Node that `node` names (tests, diagnosis). A plain Node cannot read an
 * asar, so it runs the copy that packaging lays beside it.
 */
export function forkStation(entry: string, node: string | undefined, log: Log): StationChild {
  return node ? spawnNode(besideAsar(entry), node, log) : forkUtility(entry, log)
}

function besideAsar(entry: string): string {
  const unpacked = entry.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1')
  return existsSync(unpacked) ? unpacked : entry
}

/** The station needs no secret of the desktop's environment. */
function environment(): NodeJS.ProcessEnv {
  const { GENDAN_KEY: _key, ...rest } = process.env
  return rest
}

function follow(stream: Readable | NodeJS.ReadableStream | null, log: Log): void {
  stream?.on('data', (chunk: Buffer) => log('station', chunk.toString()))
}

function forkUtility(entry: string, log: Log): StationChild {
  const child = utilityProcess.fork(entry, [], { serviceName: 'station', stdio: 'pipe', env: environment() })
  follow(child.stdout, log)
  follow(child.stderr, log)
  let pid: number | undefined
  child.once('spawn', () => (pid = child.pid)) // forgotten by Electron once it has ended
  return {
    get pid() {
      return pid
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => killNow(pid, () => child.kill()),
  }
}

function spawnNode(entry: string, node: string, log: Log): StationChild {
  const child = spawn(node, ['--enable-source-maps', entry], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: environment(),
    windowsHide: true,
  })
  follow(child.stdout, log)
  follow(child.stderr, log)
  child.on('error', (reason) => log('desktop', `station: ${reason.message}`))
  return {
    pid: child.pid,
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromStation)),
    onExit(listener) {
      let hasEnded = false
      const end = (code: number | null) => {
        if (hasEnded) return
        hasEnded = true
        listener(code)
      }
      child.once('exit', end)
      child.once('error', () => end(null)) // a Node that is not there never exits
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function killNow(pid: number | undefined, otherwise: () => void): void {
  try {
    if (pid === undefined) otherwise()
    else process.kill(pid, 'SIGKILL')
  } catch {
    // it ended by itself meanwhile
  }
}
