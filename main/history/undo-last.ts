import type { RecordRef, Undone } from '../../shared/history/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { kindFor, ownSteps } from './steps.ts'
import { undoStep } from './undo-step.ts'

/** Takes back what this seat's member last did to a record; null where that was nothing. */
export async function undoLast(services: Services, seat: Seat, record: RecordRef): Promise<Undone | null> {
  return last(services, seat, record, 'undo')
}

/** Brings again what this seat's member last took back, as long as nothing new was done since. */
export async function redoLast(services: Services, seat: Seat, record: RecordRef): Promise<Undone | null> {
  return last(services, seat, record, 'redo')
}

async function last(services: Services, seat: Seat, record: RecordRef, way: 'undo' | 'redo'): Promise<Undone | null> {
  const kind = await kindFor(services, seat, record)
  const own = await services.database.read((reader) => ownSteps(services, reader, seat, kind, record.id))
  const step = own[way]
  return step === null ? null : undoStep(services, seat, step)
}
