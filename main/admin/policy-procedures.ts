import { z } from 'zod'
import {
  calendarChangeSchema,
  calendarDraftSchema,
  calendarPreviewSchema,
  limitFiguresSchema,
  movedLimitSchema,
  movedPageSchema,
  nextNumbersAnswerSchema,
  nextNumbersSchema,
  policyDraftSchema,
  policyNowSchema,
  policyPlaceSchema,
  policyPreviewSchema,
  policyVersionSchema,
  previewPolicySchema,
  wholeCompany,
  withdrawPolicySchema,
} from '../../shared/admin/policy-schema.ts'
import { idSchema } from '../../shared/kit/fields.ts'
import { tradeRowSchema } from '../../shared/admin/trade-schema.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { policySchema } from '../../shared/presets/schema.ts'
import { anyone, may } from '../api/trpc.ts'
import {
  changeCalendar,
  listCalendarChanges,
  previewCalendar,
  readMovedLimits,
  takeBackCalendar,
} from './change-calendar.ts'
import { readLimitFigures } from '../tickets/public.ts'
import { tradeRows } from './list-trades.ts'
import { listPolicies, readPolicy } from './policy-history.ts'
import { previewPolicy } from './preview-policy.ts'
import { readNextNumbers } from './read-next-numbers.ts'
import { savePolicy, withdrawPolicy } from './save-policy.ts'

/** The company's policies: what counts, its versions, the next one. Spread into the house's own router. */
export const policyProcedures = {
  /** The trades a company can begin with; asked before anybody is there. */
  trades: anyone.output(z.array(tradeRowSchema)).query(() => [...tradeRows]),

  /** What a trade fills in; null for one that nobody knows. */
  trade: anyone
    .input(z.object({ id: z.string().max(8) }))
    .output(policySchema.nullable())
    .query(({ input }) => presetById(input.id)),

  /** What counts now, or what the versions of a case said. */
  policy: may('admin.self')
    .input(z.object({ id: z.string().max(400).nullable() }))
    .output(policyNowSchema)
    .query(({ ctx, input }) => readPolicy(ctx.services, input.id)),

  /** Versions of a layer; without one, of the company's. */
  policies: may('admin.policies')
    .input(policyPlaceSchema.default(wholeCompany))
    .output(z.array(policyVersionSchema))
    .query(({ ctx, input }) => listPolicies(ctx.services, input)),

  /** Writes nothing; sent like a command, since a whole document does not fit an address. */
  previewPolicy: may('admin.policies')
    .input(previewPolicySchema)
    .output(policyPreviewSchema)
    .mutation(({ ctx, input }) => previewPolicy(ctx.services, ctx.seat, input)),

  nextNumbers: may('admin.policies')
    .input(nextNumbersSchema)
    .output(nextNumbersAnswerSchema)
    .query(({ ctx, input }) => readNextNumbers(ctx.services, input)),

  savePolicy: may('admin.policies')
    .input(policyDraftSchema)
    .output(z.array(policyVersionSchema))
    .mutation(({ ctx, input }) => savePolicy(ctx.services, ctx.seat, input)),

  withdrawPolicy: may('admin.policies')
    .input(withdrawPolicySchema)
    .output(z.array(policyVersionSchema))
    .mutation(({ ctx, input }) => withdrawPolicy(ctx.services, ctx.seat, input)),

  /** Notices of years and days of the company's own, newest first, each with how many limits it moved. */
  calendarChanges: may('admin.policies')
    .output(z.array(calendarChangeSchema))
    .query(({ ctx }) => listCalendarChanges(ctx.services)),

  /** Writes nothing; sent like a command, since the days of a year do not fit an address. */
  previewCalendar: may('admin.policies')
    .input(calendarDraftSchema)
    .output(calendarPreviewSchema)
    .mutation(({ ctx, input }) => previewCalendar(ctx.services, ctx.seat, input)),

  changeCalendar: may('admin.policies')
    .input(calendarDraftSchema)
    .output(z.array(calendarChangeSchema))
    .mutation(({ ctx, input }) => changeCalendar(ctx.services, ctx.seat, input)),

  takeBackCalendar: may('admin.policies')
    .input(z.object({ id: idSchema }))
    .output(z.array(calendarChangeSchema))
    .mutation(({ ctx, input }) => takeBackCalendar(ctx.services, ctx.seat, input.id)),

  /** Whether each limit can be kept (see `readLimitFigures`). */
  limitFigures: may('admin.policies')
    .output(limitFiguresSchema)
    .query(({ ctx }) => readLimitFigures(ctx.services)),

  /** What a change of the calendar moved, from when to when (see `readMovedLimits`). */
  movedLimits: may('admin.policies')
    .input(movedPageSchema)
    .output(z.array(movedLimitSchema))
    .query(({ ctx, input }) => readMovedLimits(ctx.services, ctx.seat, input)),
}
