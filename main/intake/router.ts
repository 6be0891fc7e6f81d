import { z } from 'zod'
import { pageSchema, type Page } from '../../shared/kit/paging.ts'
import {
  callBackSchema, type CallRow, closeCallSchema, type LostCaller, recordIntakeSchema, type RecordedIntake, type RegisterRow,
  startCallSchema,
} from '../../shared/intake/schema.ts'
import type { SeatRow } from '../../shared/tickets/schema.ts'
import { may, router } from '../api/trpc.ts'

const listSchema = pageSchema.extend({ text: z.string().max(60).default('') })

const soon = (): never => {
  throw new Error('not there yet')
}

/** Calls as the desk sees them, the lost ones, and the register (F03, F12). */
export const intakeRouter = router({
  mine: may('intake.take').query(async (): Promise<CallRow[]> => soon()),
  recent: may('intake.view').input(listSchema).query(async (): Promise<Page<CallRow>> => soon()),
  lost: may('intake.view').query(async (): Promise<LostCaller[]> => soon()),
  callBack: may('intake.take').input(callBackSchema).mutation(async (): Promise<{ closed: number }> => soon()),
  startCall: may('intake.take').input(startCallSchema).mutation(async (): Promise<CallRow> => soon()),
  closeCall: may('intake.take').input(closeCallSchema).mutation(async (): Promise<CallRow> => soon()),
  record: may('intake.take').input(recordIntakeSchema).mutation(async (): Promise<RecordedIntake> => soon()),
  register: may('intake.view').input(listSchema).query(async (): Promise<Page<RegisterRow>> => soon()),
  seats: may('intake.view').query(async (): Promise<SeatRow[]> => soon()),
})
