import { z } from 'zod'
import {
  historyRowsSchema,
  historySchema,
  recordSchema,
  undoneSchema,
  undoStepSchema,
} from '../../shared/history/schema.ts'
import { may, router } from '../api/trpc.ts'
import { listHistory } from './list-history.ts'
import { redoLast, undoLast } from './undo-last.ts'
import { undoStep } from './undo-step.ts'

/** What was done to any record, and the way back. Which kinds there are, and who may see and change them, the features say. */
export const historyRouter = router({
  /** Steps of a record, newest first (see `listHistory`). */
  of: may('history.view')
    .input(historySchema)
    .output(historyRowsSchema)
    .query(({ ctx, input }) => listHistory(ctx.services, ctx.seat, input)),

  /** Takes one step back, or brings one again (see `undoStep`). */
  undo: may('history.undo')
    .input(undoStepSchema)
    .output(undoneSchema)
    .mutation(({ ctx, input }) => undoStep(ctx.services, ctx.seat, input.step)),

  /** Ctrl+Z on a record's page: the seat's own last edit. Null where there is none. */
  undoLast: may('history.undo')
    .input(recordSchema)
    .output(z.nullable(undoneSchema))
    .mutation(({ ctx, input }) => undoLast(ctx.services, ctx.seat, input)),

  /** Ctrl+Y: what the seat took back last. */
  redoLast: may('history.undo')
    .input(recordSchema)
    .output(z.nullable(undoneSchema))
    .mutation(({ ctx, input }) => redoLast(ctx.services, ctx.seat, input)),
})
