import { z } from 'zod'
import {
  ownDaySchema,
  policyDraftSchema,
  policyNowSchema,
  policyPreviewSchema,
  policyVersionSchema,
  withdrawPolicySchema,
} from '../../shared/admin/policy-schema.ts'
import { may } from '../api/trpc.ts'
import { listPolicies, readPolicy } from './policy-history.ts'
import { previewPolicy } from './preview-policy.ts'
import { saveOwnDay } from './save-own-day.ts'
import { savePolicy, withdrawPolicy } from './save-policy.ts'

/** The company's policies: what counts, its versions, the next one. Spread into the house's own router. */
export const policyProcedures = {
  /** What counts now, or what the versions of a case said. */
  policy: may('admin.self')
    .input(z.object({ id: z.string().max(400).nullable() }))
    .output(policyNowSchema)
    .query(({ ctx, input }) => readPolicy(ctx.services, input.id)),

  policies: may('admin.policies')
    .output(z.array(policyVersionSchema))
    .query(({ ctx }) => listPolicies(ctx.services)),

  /** Writes nothing; sent like a command, since a whole document does not fit an address. */
  previewPolicy: may('admin.policies')
    .input(policyDraftSchema)
    .output(policyPreviewSchema)
    .mutation(({ ctx, input }) => previewPolicy(ctx.services, input)),

  savePolicy: may('admin.policies')
    .input(policyDraftSchema)
    .output(z.array(policyVersionSchema))
    .mutation(({ ctx, input }) => savePolicy(ctx.services, ctx.seat, input)),

  withdrawPolicy: may('admin.policies')
    .input(withdrawPolicySchema)
    .output(z.array(policyVersionSchema))
    .mutation(({ ctx, input }) => withdrawPolicy(ctx.services, ctx.seat, input)),

  saveOwnDay: may('admin.policies')
    .input(ownDaySchema)
    .output(z.void())
    .mutation(({ ctx, input }) => saveOwnDay(ctx.services, ctx.seat, input)),
}
