import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { isFresh } from '../../build/freshness.ts'
import { at, top } from '../../build/places.ts'

/** A station in its own process, as the product runs it. */
export interface StationProcess {
  url: string
  /** Where other computers reach it, when `--lan` was among the arguments. */
  lan: { url: string; fingerprint: string } | undefined
  pid: number
  /** kill -9; settles when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM; answers the exit code and how long it took. */
  stop(): Promise<{ code: number | null; ms: number }>
  hasEnded(): boolean
}

const sources = ['main', 'shared', 'build/vite.main.config.ts', 'package-lock.json'].map((path) => at(path))

/** The bundle of a command of `main/hosts`: the product's own where it is fresh, else one of these tests. */
export async function bundleOf(command: 'station' | 'restore' | 'verify-audit'): Promise<string> {
  const name = `${command}-command.js`
  if (isFresh(at('out/main/.built'), sources)) return at('out/main', name)
  const folder = at('out/test/main')
  const stamp = at('out/test/main.built')
  const lock = at('out/test/main.lock')
  mkdirSync(at('out/test'), { recursive: true })
  while (!takeLock(lock)) await pause(100)
  try {
    if (isFresh(stamp, sources)) return at('out/test/main', name)
    const startedAt = new Date()
    const vite = at('node_modules/vite/bin/vite.js')
    const { status, stderr } = spawnSync(
      process.execPath,
      [vite, 'build', '--config', 'build/vite.main.config.ts', '--outDir', folder],
      {
        cwd: top,
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(`main does not build\n${stderr}`)
    writeFileSync(stamp, '')
    utimesSync(stamp, startedAt, startedAt)
    return at('out/test/main', name)
  } finally {
    rmdirSync(lock)
  }
}

/** One builds, the others wait; a lock left by a killed run counts for two minutes. */
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const left = statSync(lock, { throwIfNoEntry: false })
    if (left && Date.now() - left.mtimeMs > 120_000 && existsSync(lock)) rmdirSync(lock)
    return false
  }
}

/** Starts a station on a folder and waits for its line of readiness. Fails with what it wrote when it ends before. */
export async function startStationProcess(
  folder: string,
  options: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<StationProcess> {
  const child = await spawnStation(folder, options)
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const gone = once(child, 'exit') as Promise<[number | null]>
  const ready = await Promise.race([readyLine(child), gone.then(() => null)])
  if (ready === null) throw new Error(`the station ended before it was ready: ${complaint}`)
  return {
    ...ready,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stop: async () => {
      const startedAt = performance.now()
      child.kill('SIGTERM')
      const [code] = await gone
      return { code, ms: performance.now() - startedAt }
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  }
}

/** The bare process, for tests that end it before it is ready. */
export async function spawnStation(
  folder: string,
  { args = [], env = {} }: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<ChildProcess> {
  return spawn(process.execPath, [await bundleOf('station'), '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
}

async function readyLine(child: ChildProcess): Promise<Pick<StationProcess, 'url' | 'lan'> | null> {
  if (!child.stdout) return null
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, lan } = JSON.parse(line) as Pick<StationProcess, 'url' | 'lan'>
    return { url, lan }
  }
  return null
}
