import type { Tx } from './database.ts'

/** What still has to be written into a transaction after its work is done; `Database.write` runs it as the last thing before it commits. */
export const beforeCommit = new WeakMap<Tx, () => Promise<void>>()
