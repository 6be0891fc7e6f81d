import type { EntityManager } from 'typeorm'
import type { Hint } from './hint.ts'

/** What the data lies in. */
export type Engine = 'sqlite' | 'postgres'

/** How the engine is spoken to: raw SQL with `?` for values, in its own dialect. */
export interface Dialect {
  engine: Engine
  sql(text: string): string
}

/** Only questions: what a reader may ask of the database. */
export type Reader = Pick<
  EntityManager,
  'createQueryBuilder' | 'query' | 'findOneBy' | 'findBy' | 'find' | 'countBy' | 'existsBy' | 'findOne'
>

/** The one open transaction of a write. Everything of it counts or nothing does. */
export interface Tx extends EntityManager {
  /**
   * Names what changed; the door tells every seat once it is committed, and nobody of a write that failed. Tables written to without a name
   * are told as `*`, so this is for what is urgent or not a row of one's own.
   */
  changed(kind: Hint['kind'], id: string, how?: { urgent?: boolean }): void
  /**
   * Puts a thing off to the very end of the whole write, where `write` gets all that were put off for it, in their order, at once. What a nested
   * write put off goes with it when it fails. For rows on which writers take turns: the shorter they are locked the better, and locked at one
   * place they are locked in one order.
   */
  putOff<T>(write: LastWrite<T>, thing: T): void
}

/** Writes what was put off; always the same function, not one made for each asking. */
export type LastWrite<T> = (tx: Tx, things: readonly T[]) => Promise<void>
