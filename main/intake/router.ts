import { z } from 'zod'
import {
  callBackSchema,
  callRowSchema,
  closeCallSchema,
  joinedLineSchema,
  lostCallerSchema,
  recordedIntakeSchema,
  recordIntakeSchema,
  registerRowSchema,
  startCallSchema,
} from '../../shared/intake/schema.ts'
import {
  correctableLineSchema,
  correctedLineSchema,
  correctLineSchema,
  lineOfSchema,
} from '../../shared/intake/correct-line.ts'
import { pageOf } from '../../shared/kit/paging.ts'
import { seatRowSchema } from '../../shared/tickets/board.ts'
import {
  callFilterSchema,
  callTotalsSchema,
  listCallsSchema,
  listRegisterSchema,
  registerFilterSchema,
  registerTotalsSchema,
} from '../../shared/intake/lists.ts'
import { may, router } from '../api/trpc.ts'
import { callBack } from './call-back.ts'
import { closeCall } from './close-call.ts'
import { callsOfSeat, lostCallers } from './list-calls.ts'
import { recentCalls, totalCalls } from './list-recent.ts'
import { joinedLines } from './join-entry.ts'
import { correctLine, readLine } from './correct-line.ts'
import { listRegister, totalRegister } from './list-register.ts'
import { listSeats } from './list-seats.ts'
import { recordIntake } from './record-intake.ts'
import { startCall } from './start-call.ts'

/** Calls as the desk sees them, the lost ones, and the register (F03, F12). */
export const intakeRouter = router({
  mine: may('intake.take')
    .output(z.array(callRowSchema))
    .query(({ ctx }) => callsOfSeat(ctx.services, ctx.seat)),

  recent: may('intake.view')
    .input(listCallsSchema)
    .output(pageOf(callRowSchema))
    .query(({ ctx, input }) => recentCalls(ctx.services, ctx.seat, input)),

  /** The foot of the calls. */
  callTotals: may('intake.view')
    .input(callFilterSchema)
    .output(callTotalsSchema)
    .query(({ ctx, input }) => totalCalls(ctx.services, ctx.seat, input)),

  lost: may('intake.view')
    .output(z.array(lostCallerSchema))
    .query(({ ctx }) => lostCallers(ctx.services, ctx.seat)),

  callBack: may('intake.take')
    .input(callBackSchema)
    .output(z.object({ closed: z.number() }))
    .mutation(({ ctx, input }) => callBack(ctx.services, ctx.seat, input)),

  startCall: may('intake.take')
    .input(startCallSchema)
    .output(callRowSchema)
    .mutation(({ ctx, input }) => startCall(ctx.services, ctx.seat, input)),

  closeCall: may('intake.take')
    .input(closeCallSchema)
    .output(callRowSchema)
    .mutation(({ ctx, input }) => closeCall(ctx.services, ctx.seat, input)),

  record: may('intake.take')
    .input(recordIntakeSchema)
    .output(recordedIntakeSchema)
    .mutation(({ ctx, input }) => recordIntake(ctx.services, ctx.seat, input)),

  /** Own lines that another seat joined just now. */
  joined: may('intake.take')
    .output(z.array(joinedLineSchema))
    .query(({ ctx }) => joinedLines(ctx.services, ctx.seat)),

  /** A line as its correction begins. */
  line: may('intake.take')
    .input(lineOfSchema)
    .output(correctableLineSchema)
    .query(({ ctx, input }) => readLine(ctx.services, ctx.seat, input)),

  correct: may('intake.take')
    .input(correctLineSchema)
    .output(correctedLineSchema)
    .mutation(({ ctx, input }) => correctLine(ctx.services, ctx.seat, input)),

  register: may('intake.view')
    .input(listRegisterSchema)
    .output(pageOf(registerRowSchema))
    .query(({ ctx, input }) => listRegister(ctx.services, ctx.seat, input)),

  /** The foot of the register. */
  registerTotals: may('intake.view')
    .input(registerFilterSchema)
    .output(registerTotalsSchema)
    .query(({ ctx, input }) => totalRegister(ctx.services, ctx.seat, input)),

  seats: may('intake.view')
    .output(z.array(seatRowSchema))
    .query(({ ctx }) => listSeats(ctx.services)),
})
