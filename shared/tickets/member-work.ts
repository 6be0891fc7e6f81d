import { z } from 'zod'
import { idSchema } from '../kit/fields.ts'

/** Asks what an account is still sent to. */
export const workWishSchema = z.object({ memberId: idSchema })
/** Open cases of an account, how many of them have a visit still to come, and the first of them. */
export const workOfMemberSchema = z.object({
  cases: z.number(),
  visits: z.number(),
  first: z.array(
    z.object({ id: z.string(), number: z.string(), customerName: z.string(), visitFromAt: z.string().nullable() }),
  ),
})
export type WorkOfMember = z.output<typeof workOfMemberSchema>
