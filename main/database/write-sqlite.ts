import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextRound } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3-multiple-ciphers'
import type { DataSource, QueryRunner } from 'typeorm'
import type { Tx } from './handles.ts'
import { Hints } from './hint.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import { doorStep, type Line, OpenWrite, UndoneTransaction } from './open-write.ts'
import { answerTo, type DoorWatch, type Turn, type WriteDoor } from './write-door.ts'

/** Who shares one commit: at most so many writes, and none that would begin after so long. */
const mostAtOnce = 64
const longestMs = 50

/** A write that waits. `run` may be called twice: it leaves nothing behind when it fails. */
interface Waiting {
  run(open: OpenWrite): Promise<void>
  accept(): void
  refuse(error: unknown): void
}

/**
 * Writes on SQLite: whoever waits shares one transaction and one fsync, each in its own savepoint. A write that fails is taken back alone.
 * Where the database undid everything at one of them, that one is refused and the others run once more.
 */
export class SqliteDoor implements WriteDoor {
  private readonly line: SqliteLine
  private readonly waiting: Waiting[] = []
  private isCalled = false
  private tail: Promise<unknown> = Promise.resolve()

  /**
   * `strangeTurn`: the turn of the station's own door, for a thread with a connection of its own. `endReading` ends what is being
   * read of the state before: at a commit, which may then fold its log into the file, and at the end of a lent turn.
   */
  constructor(
    source: DataSource,
    private readonly inside: AsyncLocalStorage<OpenWrite>,
    private readonly watch: DoorWatch,
    private readonly strangeTurn: Turn | null,
    private readonly endReading: () => void,
  ) {
    this.line = new SqliteLine(source)
  }

  readonly lend: Turn = async (work) => {
    if (this.strangeTurn) return this.strangeTurn(work)
    const turn = this.tail.then(work).finally(this.endReading)
    this.tail = turn.catch(() => undefined)
    return turn
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const inItsContext = AsyncLocalStorage.snapshot()
    return new Promise<T>((resolve, reject) => {
      let value: T
      this.waiting.push({
        run: async (open) => {
          value = await inItsContext(() => open.run(work))
        },
        accept: () => resolve(value),
        refuse: reject,
      })
      this.call()
    })
  }

  /** Writes go one after the other: nobody waits for one that is open. */
  apart(tx: Tx, sql: string, values: readonly unknown[]): Promise<unknown> {
    return tx.query(sql, [...values])
  }

  async close(): Promise<void> {
    while (this.isCalled) await this.tail
    await this.tail
  }

  private call(): void {
    if (this.isCalled) return
    this.isCalled = true
    this.lend(() => this.serve()).catch((error: unknown) => {
      this.isCalled = false
      this.refuse(this.waiting.splice(0), error)
    })
  }

  /** One turn: those who wait now, and whoever the present round of the event loop still brings. */
  private async serve(): Promise<void> {
    await nextRound()
    this.isCalled = false
    const again = await this.commitTogether(this.waiting.splice(0, mostAtOnce))
    const left = await this.commitTogether(again)
    this.refuse(left, new UndoneTransaction())
    if (this.waiting.length > 0) this.call()
  }

  /** Answers the innocent whose work the database undid because of another. */
  private async commitTogether(members: readonly Waiting[]): Promise<Waiting[]> {
    if (members.length === 0) return []
    const kept: Waiting[] = []
    const hints = new Hints()
    const { line } = this
    try {
      await line.begin()
    } catch (error) {
      await line.undo()
      this.refuse(members, error)
      return []
    }
    const startedAt = performance.now()
    for (const [nth, member] of members.entries()) {
      if (nth > 0 && performance.now() - startedAt > longestMs) {
        this.waiting.unshift(...members.slice(nth))
        break
      }
      const open = new OpenWrite(this.inside, line, `write_${nth}`)
      try {
        await member.run(open)
        kept.push(member)
        hints.addAll(open.hints())
      } catch (error) {
        this.refuse([member], error)
        if (line.transaction() === 'none') {
          await line.undo()
          return [...kept, ...members.slice(nth + 1)]
        }
      }
    }
    try {
      if (kept.length === 0) return []
      this.endReading()
      await doorStep(line, 'COMMIT')
    } catch (error) {
      this.refuse(kept, error)
      return []
    } finally {
      await line.undo()
    }
    for (const member of kept) member.accept()
    this.watch.committed(hints.list())
    return []
  }

  private refuse(members: readonly Waiting[], error: unknown): void {
    if (members.length === 0) return
    const said = answerTo(error, this.watch)
    for (const member of members) member.refuse(said)
  }
}

/** SQLite's one writing connection. */
class SqliteLine implements Line {
  runner: QueryRunner
  private readonly statements: SqliteStatements

  constructor(readonly source: DataSource) {
    this.runner = source.createQueryRunner()
    this.statements = new SqliteStatements(source)
  }

  async ask(text: string, values?: readonly unknown[]): Promise<unknown> {
    return this.statements.ask(text, values)
  }

  async settled(): Promise<void> {}

  transaction(): 'open' | 'none' {
    return this.db.inTransaction ? 'open' : 'none'
  }

  async begin(): Promise<void> {
    if (!this.db.open) await this.reopen()
    await doorStep(this, 'BEGIN IMMEDIATE')
  }

  /** SQLite may refuse a roll-back, too. A connection that cannot be cleaned is closed, which undoes it for certain, and opened anew. */
  async undo(): Promise<void> {
    if (this.transaction() === 'open') await this.runner.query('ROLLBACK').catch(() => undefined)
    // Should it not open now, the next write tries again.
    if (this.transaction() === 'open') await this.reopen().catch(() => undefined)
  }

  private get db(): Sqlite.Database {
    return this.statements.db
  }

  private async reopen(): Promise<void> {
    const { driver } = this.source
    if (this.db.open) await driver.disconnect()
    await driver.connect()
    this.runner = this.source.createQueryRunner()
  }
}
