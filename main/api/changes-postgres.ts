import { Client } from 'pg'
import type { ChangeHint, Changes, HintCarrier } from './changes.ts'
import type { Log } from './log.ts'

const channel = 'gendan_changes'

/** Several stations on one PostgreSQL: a hint announced by one reaches the seats of all, through LISTEN/NOTIFY. */
export async function carryHintsOverPostgres(url: string, changes: Changes, log: Log): Promise<HintCarrier> {
  const client = new Client({ connectionString: url, application_name: 'gendan hints' })
  await client.connect()
  client.on('error', (error) => log.warn('hints.connectionLost', { message: error.message }))
  client.on('notification', (message) => {
    if (message.payload) changes.deliver(JSON.parse(message.payload) as ChangeHint)
  })
  await client.query(`LISTEN ${channel}`)
  return {
    send: (hint) => {
      client.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(hint)]).catch((error: unknown) => {
        log.warn('hints.notSent', { message: String(error) })
        changes.deliver(hint)
      })
    },
    close: () => client.end(),
  }
}
