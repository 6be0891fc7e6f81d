import type { EntityManager } from 'typeorm'
import type { Hint } from './hint.ts'

/** What the data lies in. */
export type Engine = 'sqlite' | 'postgres'

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
}
