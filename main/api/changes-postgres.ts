import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { features } from '../../shared/kit/features.ts'
import { type Hint, Hints } from '../database/hint.ts'
import type { Changes, HintCarrier } from './changes.ts'
import type { Log } from './log.ts'

const channel = 'gendan_changes'
const reconnectMs = 1_000
/** A line that does not answer within this time is dead, whatever the network says. */
const answerWithinMs = 5_000
/** How often a line nobody speaks on is asked whether it stands; house. */
const askEveryMs = 15_000
/** PostgreSQL carries less than 8,000 bytes. */
const mostBytes = 7_900

/** What travels: who says it, so that a station leaves out its own, and what changed. */
interface Message {
  from: string
  hints: readonly Hint[]
}

/** Several stations on one PostgreSQL: a hint announced by one reaches the seats of all, through LISTEN/NOTIFY. Fails when the server is not there. */
export async function carryHintsOverPostgres(url: string, changes: Changes, log: Log): Promise<HintCarrier> {
  const carrier = new PostgresCarrier(url, changes, log)
  await carrier.connect()
  return carrier
}

/** One connection that listens and sends. When it breaks, hints stay within this station until it stands again. */
class PostgresCarrier implements HintCarrier {
  private readonly from = randomUUID()
  private client: Client | null = null
  private timer: NodeJS.Timeout | null = null
  private asking: NodeJS.Timeout | null = null
  private isClosed = false
  private waiting: Hints | null = null
  private sending: Promise<void> | null = null

  constructor(
    private readonly url: string,
    private readonly changes: Changes,
    private readonly log: Log,
  ) {}

  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'gendan hints',
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
    })
    client.on('error', (error) => this.lose(client, error))
    client.on('end', () => this.lose(client, new Error('connection ended')))
    client.on('notification', ({ payload }) => this.hear(payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
    } catch (error) {
      client.end().catch(() => undefined)
      throw error
    }
    if (this.isClosed) return client.end()
    this.client = client
    this.asking ??= setInterval(() => this.ask(), askEveryMs)
    this.asking.unref()
  }

  /** A line that broke without a word is noticed by asking: a station that only listens would hear nothing for hours. */
  private ask(): void {
    const { client } = this
    client
      ?.query('SELECT 1')
      .catch((error: unknown) => this.lose(client, error instanceof Error ? error : new Error(String(error))))
  }

  /** What comes while one message is on its way goes with the next. */
  send(hints: readonly Hint[]): void {
    this.waiting ??= new Hints()
    this.waiting.addAll(hints)
    this.sending ??= this.sendWaiting().finally(() => (this.sending = null))
  }

  async close(): Promise<void> {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    if (this.asking) clearInterval(this.asking)
    await this.sending
    await this.client?.end()
  }

  private async sendWaiting(): Promise<void> {
    while (this.waiting) {
      const hints = this.waiting.list()
      this.waiting = null
      const { client } = this
      try {
        if (!client) throw new Error('not connected')
        await client.query('SELECT pg_notify($1, $2)', [channel, this.messageOf(hints)])
      } catch (error) {
        this.log.warn('hints.notSent', { message: String(error) })
        if (client) this.lose(client, error instanceof Error ? error : new Error(String(error)))
      }
    }
  }

  /** Too many to fit are told by their kinds. */
  private messageOf(hints: readonly Hint[]): string {
    const whole = JSON.stringify({ from: this.from, hints } satisfies Message)
    if (Buffer.byteLength(whole) <= mostBytes) return whole
    const kinds = new Hints()
    for (const hint of hints) kinds.add({ ...hint, id: '*' })
    return JSON.stringify({ from: this.from, hints: kinds.list() } satisfies Message)
  }

  private hear(payload: string): void {
    try {
      const { from, hints } = JSON.parse(payload) as Message
      if (from !== this.from) this.changes.deliver(hints)
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

  /** What stations said meanwhile is unknown: once the line stands again, seats everywhere ask for everything anew. */
  private reconnectSoon(): void {
    this.timer = setTimeout(() => {
      const all = features.map((feature): Hint => ({ kind: `${feature}.*`, id: '*' }))
      this.connect().then(
        () => {
          this.changes.deliver(all)
          this.send(all)
        },
        () => this.reconnectSoon(),
      )
    }, reconnectMs)
    this.timer.unref()
  }
}
