import type { AsyncLocalStorage } from 'node:async_hooks'
import type { DataSource, QueryRunner } from 'typeorm'
import { beforeCommit } from './before-commit.ts'
import type { LastWrite, Tx } from './handles.ts'
import { changedTable, type Hint, Hints, kindOf } from './hint.ts'
import { refusalOf, troubleOf } from './trouble.ts'

/** A connection on which the door keeps a transaction. */
export interface Line {
  readonly source: DataSource
  readonly runner: QueryRunner
  /** One statement, asked on the shortest way: of a question its rows. An insert that tells nothing may be answered while it is on its way. */
  ask(text: string, values?: readonly unknown[]): Promise<unknown>
  /** Waits for what is on its way, and fails as it did until that is rolled back, whoever heard of it. */
  settled(): Promise<void>
  /** `open`: goes on; `failed`: only a roll-back is heard (PostgreSQL); `none`: the database may have ended it by itself. */
  transaction(): 'open' | 'failed' | 'none'
  /** Ends whatever stands and keeps nothing of it: afterwards no transaction is open. */
  undo(): Promise<void>
}

/** A write, or a write inside another, from its savepoint to its release. */
export class OpenWrite {
  readonly tx: Tx
  private readonly named = new Hints()
  private readonly tables = new Set<string>()
  private readonly last = new Map<LastWrite<unknown>, unknown[]>()
  isOver = false
  private nested = 0
  private tail: Promise<unknown> = Promise.resolve()

  /** `savepoint` is null where the write is the whole transaction; `outer` is the write it is nested in. */
  constructor(
    private readonly inside: AsyncLocalStorage<OpenWrite>,
    private readonly line: Line,
    private readonly savepoint: string | null,
    private readonly outer: OpenWrite | null = null,
  ) {
    const changed: Tx['changed'] = (kind, id, { urgent = false } = {}) => this.named.add({ kind, id, urgent })
    const putOff: Tx['putOff'] = (write, thing) => this.putOff(write as LastWrite<unknown>, [thing])
    this.tx = Object.assign(line.source.createEntityManager(this.handle()), { changed, putOff })
  }

  /**
   * Runs `work`. When it fails nothing of it is left; where the database itself undid everything, or cannot take this write back alone,
   * no transaction stands afterwards, and what else was in it is gone, too.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    // What the write around did wrong is not this one's to take back.
    await this.line.settled()
    try {
      if (this.savepoint) await doorStep(this.line, `SAVEPOINT ${this.savepoint}`)
      const value = await this.inside.run(this, () => this.finished(work))
      await this.tail
      this.isOver = true
      await this.line.settled()
      if (this.line.transaction() !== 'open') throw new UndoneTransaction()
      if (this.savepoint) await doorStep(this.line, `RELEASE ${this.savepoint}`)
      return value
    } catch (error) {
      this.isOver = true
      await this.takeBack()
      throw error
    }
  }

  /** A write inside this one, in a savepoint of its own. Several of them go one after the other. */
  async nest<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const turn = this.tail.then(async () => {
      this.nested += 1
      const inner = new OpenWrite(this.inside, this.line, `${this.savepoint ?? 'write'}_${this.nested}`, this)
      const value = await inner.run(work)
      this.named.addAll(inner.hints())
      for (const [write, things] of inner.last) this.putOff(write, things)
      return value
    })
    this.tail = turn.catch(() => undefined)
    return turn
  }

  /** What it changed: the rows it named, and the tables it wrote to without naming any. */
  hints(): Hint[] {
    for (const table of this.tables) this.named.addUnnamed(kindOf(table))
    return this.named.list()
  }

  /** The work, and what it left to be written at its end. */
  private async finished<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const answer = await work(this.tx)
    await beforeCommit.get(this.tx)?.()
    if (!this.outer) {
      await this.tail
      for (const [write, things] of this.last) await write(this.tx, things)
    }
    return answer
  }

  private putOff(write: LastWrite<unknown>, things: readonly unknown[]): void {
    const known = this.last.get(write)
    if (known) known.push(...things)
    else this.last.set(write, [...things])
  }

  private async takeBack(): Promise<void> {
    if (this.line.transaction() === 'none') return
    if (!this.savepoint) return this.line.undo()
    try {
      await doorStep(this.line, `ROLLBACK TO ${this.savepoint}`)
      await doorStep(this.line, `RELEASE ${this.savepoint}`)
    } catch {
      await this.line.undo()
    }
  }

  /** The connection as this write may use it: while it is open, inside its transaction, and with no transactions of its own. */
  private handle(): QueryRunner {
    const { line } = this
    const refuse = () => Promise.reject(new Error('the door begins and ends transactions: nest a write instead'))
    const query = async (text: string, values?: unknown[], isStructured = false): Promise<unknown> => {
      if (this.isOver) throw new Error('this write is over: one of its statements was not awaited')
      if (line.transaction() === 'none') throw new UndoneTransaction()
      const table = changedTable(text)
      if (table) this.tables.add(table)
      if (!isStructured) return line.ask(text, values)
      await line.settled()
      return (line.runner.query as (...asked: unknown[]) => Promise<unknown>).call(line.runner, text, values, true)
    }
    return Object.assign(Object.create(line.runner) as QueryRunner, {
      query,
      isTransactionActive: true,
      startTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      release: () => Promise.resolve(),
    })
  }
}

/** The database has ended the transaction by itself: nothing of it is stored, and no statement may go on outside of it. */
export class UndoneTransaction extends Error {
  override readonly name = 'UndoneTransaction'

  constructor() {
    super('the database has undone the transaction')
  }
}

/** A statement of the door's own. Whatever goes wrong at it is trouble of the storage, never the asker's. */
export async function doorStep(line: Line, sql: string): Promise<void> {
  try {
    await line.ask(sql)
  } catch (error) {
    throw refusalOf(troubleOf(error) ?? 'storageTrouble', error)
  }
}

/** What the asker hears: trouble by name, everything else as it is. */
export function named(error: unknown): unknown {
  const trouble = error instanceof UndoneTransaction ? 'storageTrouble' : troubleOf(error)
  return trouble ? refusalOf(trouble, error) : error
}
