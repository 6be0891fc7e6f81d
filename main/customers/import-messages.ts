import type { FileKeys } from '../database/sealed-file.ts'
import type { ImportFile, ImportPreview } from '../../shared/customers/schema.ts'
import type { FailureData } from '../../shared/kit/failure.ts'
import type { DatabasePlace } from '../database/database.ts'
import type { Hint } from '../database/hint.ts'
import type { Stage } from './import-stage.ts'
import type { Importer, ImportInput, RunProgress } from './run-import.ts'

/** What an import thread is given at its start. */
export interface ThreadSetting {
  place: DatabasePlace
  folder: string
  auditKey: Uint8Array
  journalKey: Uint8Array
  fileKeys: FileKeys
}

/** One piece of work: a dry run or an import. `nowAt` is the station's clock at its start. */
export type ThreadOrder = { nowAt: string } & (
  { what: 'preview'; file: ImportFile } | { what: 'run'; importer: Importer; input: ImportInput }
)

/** What the station says to a thread; `granted` answers a question by its number. */
export type ToThread = { kind: 'order'; order: ThreadOrder } | { kind: 'cancel' } | { kind: 'granted'; nth: number }

/** What a thread says: it asks for a turn of writing and gives it back, has customers hidden, tells how far it is, and ends once. */
export type FromThread =
  | { kind: 'takeTurn'; nth: number }
  | { kind: 'giveTurn' }
  | { kind: 'hide'; nth: number; stage: Pick<Stage, 'firstSeq' | 'lastSeq'> | null }
  | { kind: 'progress'; progress: RunProgress }
  | { kind: 'previewed'; preview: ImportPreview }
  | { kind: 'ran'; progress: RunProgress; hints: Hint[] }
  | { kind: 'refused'; failure: FailureData }
  | { kind: 'failed'; message: string; stack: string }
