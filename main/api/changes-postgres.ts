import { Client } from 'pg'
import { features } from '../../shared/kit/features.ts'
import type { ChangeHint, Changes, HintCarrier } from './changes.ts'
import type { Log } from './log.ts'

const channel = 'gendan_changes'
const reconnectMs = 1_000

/** Several stations on one PostgreSQL: a hint announced by one reaches the seats of all, through LISTEN/NOTIFY. Fails when the server is not there. */
export async function carryHintsOverPostgres(url: string, changes: Changes, log: Log): Promise<HintCarrier> {
  const carrier = new PostgresCarrier(url, changes, log)
  await carrier.connect()
  return carrier
}

/** One connection that listens and sends. When it breaks, hints stay within this station until it stands again. */
class PostgresCarrier implements HintCarrier {
  private client: Client | null = null
  private timer: NodeJS.Timeout | null = null
  private isClosed = false
  private sending: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly url: string,
    private readonly changes: Changes,
    private readonly log: Log,
  ) {}

  async connect(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'gendan hints', keepAlive: true })
    client.on('error', (error) => this.lose(client, error))
    client.on('end', () => this.lose(client, new Error('connection ended')))
    client.on('notification', ({ payload }) => this.hear(payload ?? ''))
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    if (this.isClosed) return client.end()
    this.client = client
  }

  send(hint: ChangeHint): void {
    this.sending = this.sending.then(() => this.sendOne(hint))
  }

  async close(): Promise<void> {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    await this.sending
    await this.client?.end()
  }

  private async sendOne(hint: ChangeHint): Promise<void> {
    try {
      if (!this.client) throw new Error('not connected')
      await this.client.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(hint)])
    } catch (error) {
      this.log.warn('hints.notSent', { message: String(error) })
      this.changes.deliver(hint)
    }
  }

  private hear(payload: string): void {
    try {
      this.changes.deliver(JSON.parse(payload) as ChangeHint)
    } catch {
      this.log.warn('hints.unreadable')
    }
  }

  private lose(client: Client, error: Error): void {
    if (this.client !== client) return
    this.client = null
    if (this.isClosed) return
    this.log.warn('hints.connectionLost', { message: error.message })
    client.end().catch(() => undefined)
    this.reconnectSoon()
  }

  /** What other stations said meanwhile is unknown: once the line stands again, seats ask for everything anew. */
  private reconnectSoon(): void {
    this.timer = setTimeout(() => {
      this.connect().then(
        () => features.forEach((feature) => this.changes.deliver({ feature, id: '*' })),
        () => this.reconnectSoon(),
      )
    }, reconnectMs)
    this.timer.unref()
  }
}
