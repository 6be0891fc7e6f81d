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
  /** Notes what changed; the door tells every seat once it is committed, and nobody of a write that failed. */
  changed(kind: Hint['kind'], id: string, how?: { urgent?: boolean }): void
}
