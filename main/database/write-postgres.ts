import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Client, Pool } from 'pg'
import { type DataSource, QueryFailedError, type QueryRunner, QueryRunnerAlreadyReleasedError } from 'typeorm'
import type { Tx } from './handles.ts'
import { doorStep, type Line, OpenWrite, UndoneTransaction } from './open-write.ts'
import { codeOf, isTrouble, refusalOf, troubleOf } from './trouble.ts'
import { answerTo, type DoorWatch, type Turn, type WriteDoor } from './write-door.ts'

/** Writes side by side may deadlock, fail to serialise, or store the same at once; the loser runs again, so often. */
const mostTries = 5

/** Writes on PostgreSQL: a connection of the pool and a transaction each, side by side. */
export class PostgresDoor implements WriteDoor {
  constructor(
    private readonly source: DataSource,
    private readonly inside: AsyncLocalStorage<OpenWrite>,
    private readonly watch: DoorWatch,
    private readonly aside: Pool,
  ) {}

  readonly lend: Turn = (work) => work()

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let nth = 1; ; nth += 1) {
      try {
        return await this.once(work)
      } catch (error) {
        if (nth < mostTries && isLostRace(error)) continue
        throw answerTo(error, this.watch)
      }
    }
  }

  async apart(_tx: Tx, sql: string, values: readonly unknown[]): Promise<unknown> {
    return (await this.aside.query(sql, [...values])).rows
  }

  async close(): Promise<void> {
    await this.aside.end()
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const line = new PostgresLine(this.source)
    let isSound = true
    try {
      await doorStep(line, 'BEGIN')
      const open = new OpenWrite(this.inside, line, null)
      const value = await open.run(work)
      // Lost on the way, nobody knows whether it is stored: refused, and who asks again under the same id is answered from the rows.
      await line.commit()
      this.watch.committed(open.hints())
      return value
    } catch (error) {
      isSound = isLostRace(error) || !isTrouble(error)
      throw line.isLost() ? refusalOf('databaseAway', error) : error
    } finally {
      await line.letGo(isSound)
    }
  }
}

/** So many inserts go unanswered at most: a write of thousands of rows lets others have their turns. */
const mostBehind = 8

/** Inserts that tell nothing: what follows is sent right behind them. */
const tellsNothing = (text: string): boolean => text.startsWith('INSERT') && !text.includes('RETURNING')

/** An error nobody awaited says where its statement was asked. */
function askedAt(error: unknown, asked: Error): unknown {
  const [, ...places] = asked.stack?.split('\n') ?? []
  if (error instanceof Error) error.stack = [`${error.name}: ${error.message}`, ...places].join('\n')
  return error
}

type Connection = Client & { getTransactionStatus(): string | null }

/** One connection of the pool for one write. */
class PostgresLine implements Line {
  readonly runner: QueryRunner & {
    databaseConnection?: Connection
    releasePostgresConnection(error?: Error): Promise<void>
  }

  /** What is on its way, awaited or not: the connection is let go and committed behind it. */
  private sent: Promise<unknown> = Promise.resolve()
  private behind = 0
  /** Of those that nobody awaited: what went wrong first, until it is rolled back. */
  private unheard: { error: unknown } | null = null

  constructor(readonly source: DataSource) {
    this.runner = source.createQueryRunner() as PostgresLine['runner']
  }

  async ask(text: string, values?: readonly unknown[]): Promise<unknown> {
    // What is rolled back is no longer wrong.
    if (text.startsWith('ROLLBACK TO')) {
      await this.sent
      this.unheard = null
    }
    const answer = this.send(text, values)
    const isAwaited = !tellsNothing(text) || this.behind >= mostBehind
    const asked = isAwaited ? null : new Error()
    if (asked) this.behind += 1
    const kept = answer
      .catch((error: unknown) => asked && (this.unheard ??= { error: askedAt(error, asked) }))
      .finally(() => asked && (this.behind -= 1))
    this.sent = Promise.all([this.sent, kept])
    if (!isAwaited) return []
    const told = await answer.catch(async (error: unknown) => {
      // Behind one that failed the server only says that it hears nothing more.
      await this.settled()
      throw error
    })
    this.hear()
    return told
  }

  async settled(): Promise<void> {
    await this.sent
    this.hear()
  }

  /** As a query runner answers: rows, and of a change how many it met. */
  private async send(text: string, values: readonly unknown[] = []): Promise<unknown> {
    if (this.runner.isReleased) throw new QueryRunnerAlreadyReleasedError()
    const client = this.runner.databaseConnection ?? ((await this.runner.connect()) as Connection)
    try {
      const { command, rows, rowCount } = await client.query(text, [...values])
      return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows
    } catch (error) {
      throw new QueryFailedError(text, [...values], error as Error)
    }
  }

  private hear(): void {
    if (this.unheard) throw this.unheard.error
  }

  transaction(): 'open' | 'failed' | 'none' {
    if (this.runner.isReleased) return 'none'
    const status = this.runner.databaseConnection?.getTransactionStatus()
    return status === 'T' ? 'open' : status === 'E' ? 'failed' : 'none'
  }

  /** PostgreSQL answers COMMIT with ROLLBACK, and no error, where the work swallowed one of its statements' errors. */
  async commit(): Promise<void> {
    let answer: { command: string } | undefined
    try {
      answer = await this.runner.databaseConnection?.query('COMMIT')
    } catch (error) {
      throw refusalOf(troubleOf(error) ?? 'storageTrouble', error)
    }
    if (answer?.command !== 'COMMIT') throw new UndoneTransaction()
  }

  async undo(): Promise<void> {
    if (this.transaction() !== 'none') await this.send('ROLLBACK').catch(() => undefined)
  }

  /** The connection broke while it was lent. */
  isLost(): boolean {
    return this.runner.isReleased
  }

  /** Back into the pool when nothing stands on it; one whose state is not known is closed, so that its server rolls it back. */
  async letGo(isSound: boolean): Promise<void> {
    const isIdle = this.runner.databaseConnection?.getTransactionStatus() === 'I'
    const reason = isSound && isIdle ? undefined : new Error('left in the middle of a write')
    await this.runner.releasePostgresConnection(reason)
  }
}

/**
 * Deadlock, no serial order, or a key that somebody stored since this write looked: run again it finds that row, so that a create sent twice at
 * once is stored once and a number taken at once is followed by the next. A key that was taken all along fails again.
 */
function isLostRace(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return ['40P01', '40001', '23505'].includes(codeOf(cause))
}
