import { Failure } from '../../shared/kit/failure.ts'
import type { Hint } from './hint.ts'
import type { Tx } from './handles.ts'
import { named } from './open-write.ts'
import { isTrouble } from './trouble.ts'

/** Runs a write when its turn has come. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Who wants to know what the door does. */
export interface DoorWatch {
  /** After a commit: everything that it changed. */
  committed(hints: readonly Hint[]): void
  /** A refusal by name that is not the asker's fault; what went wrong below is its `cause`. */
  troubled(refusal: Failure): void
}

/** The way a write takes on one engine. It owns BEGIN, COMMIT and ROLLBACK, and answers nobody before the disk has it. */
export interface WriteDoor {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A turn among the writes for work that writes over a connection of its own. */
  lend: Turn
  /** A statement that counts whatever becomes of the write `tx` it serves; see `Database.apart`. */
  apart(tx: Tx, sql: string, values: readonly unknown[]): Promise<unknown>
  /** Lets the last write finish. */
  close(): Promise<void>
}

/** What the asker hears of an error; trouble is told to the watch, too. */
export function answerTo(error: unknown, watch: DoorWatch): unknown {
  const said = named(error)
  if (said instanceof Failure && isTrouble(said)) watch.troubled(said)
  return said
}
