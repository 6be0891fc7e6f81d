import type { Tx } from './handles.ts'

/** What still has to be written into a transaction after its work is done; the door runs it as the last thing of the write, inside its savepoint. */
export const beforeCommit = new WeakMap<Tx, () => Promise<void>>()
