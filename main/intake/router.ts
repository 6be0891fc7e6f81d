import { z } from 'zod'
import {
  callBackSchema,
  type CallRow,
  closeCallSchema,
  type LostCaller,
  type RecordedIntake,
  recordIntakeSchema,
  type RegisterRow,
  startCallSchema,
} from '../../shared/intake/schema.ts'
import { type Page, pageSchema } from '../../shared/kit/paging.ts'
import type { SeatRow } from '../../shared/tickets/schema.ts'
import { may, router } from '../api/trpc.ts'
import { callBack } from './call-back.ts'
import { closeCall } from './close-call.ts'
import { callsOfSeat, lostCallers, recentCalls } from './list-calls.ts'
import { listRegister } from './list-register.ts'
import { listSeats } from './list-seats.ts'
import { recordIntake } from './record-intake.ts'
import { startCall } from './start-call.ts'

const listSchema = pageSchema.extend({ text: z.string().max(60).default('') })

/** Calls as the desk sees them, the lost ones, and the register (F03, F12). */
export const intakeRouter = router({
  mine: may('intake.take').query(({ ctx }): Promise<CallRow[]> => callsOfSeat(ctx.services, ctx.seat)),

  recent: may('intake.view')
    .input(listSchema)
    .query(({ ctx, input }): Promise<Page<CallRow>> => recentCalls(ctx.services, ctx.seat, input)),

  lost: may('intake.view').query(({ ctx }): Promise<LostCaller[]> => lostCallers(ctx.services)),

  callBack: may('intake.take')
    .input(callBackSchema)
    .mutation(({ ctx, input }): Promise<{ closed: number }> => callBack(ctx.services, ctx.seat, input)),

  startCall: may('intake.take')
    .input(startCallSchema)
    .mutation(({ ctx, input }): Promise<CallRow> => startCall(ctx.services, ctx.seat, input)),

  closeCall: may('intake.take')
    .input(closeCallSchema)
    .mutation(({ ctx, input }): Promise<CallRow> => closeCall(ctx.services, ctx.seat, input)),

  record: may('intake.take')
    .input(recordIntakeSchema)
    .mutation(({ ctx, input }): Promise<RecordedIntake> => recordIntake(ctx.services, ctx.seat, input)),

  register: may('intake.view')
    .input(listSchema)
    .query(({ ctx, input }): Promise<Page<RegisterRow>> => listRegister(ctx.services, ctx.seat, input)),

  seats: may('intake.view').query(({ ctx }): Promise<SeatRow[]> => listSeats(ctx.services)),
})
