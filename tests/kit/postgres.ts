import { type AddressInfo, connect, createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL 18 with an empty `postgres` database; make your own database in it. `inject('postgresUrl')`. */
    postgresUrl: string
  }
}

/**
 * One PostgreSQL for the whole run, started when the first test connects: the address given to the tests is a plain
 * relay in front of it, so a run of pure rules pays nothing.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | undefined
  const relay = createServer((near) => {
    near.on('error', () => near.destroy())
    starting ??= startPostgres({ isSynced: false })
    starting.then(
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
  project.provide('postgresUrl', `postgres://postgres@127.0.0.1:${(relay.address() as AddressInfo).port}/postgres`)
  return async () => {
    relay.close()
    await (await starting?.catch(() => undefined))?.stop()
  }
}
