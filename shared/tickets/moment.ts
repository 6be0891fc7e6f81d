import { z } from 'zod'
import { idSchema, instantSchema, lineSchema, textSchema } from '../kit/fields.ts'
import { toldEvents } from '../presets/told-events.ts'
import { withdrawableSchema, withdrawalRowsSchema } from './withdraw.ts'

/** 记时间: something that only a person can know has happened to the case. */
export const momentSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  event: z.enum(toldEvents),
  at: instantSchema,
  note: lineSchema(200).default(''),
})

/** What was told of a case, newest first. */
const momentRowsSchema = z.array(
  z.object({ id: z.string(), at: z.string(), byName: z.string(), text: textSchema, note: z.string() }),
)

/** What people may tell of a case, so that its limits count. */
const momentsAskedSchema = z.array(z.object({ event: z.enum(toldEvents), text: textSchema }))

/** Of the page of a case: what people told of it, may tell, took back and may take back. */
export const toldOnPage = {
  moments: momentRowsSchema,
  momentsAsked: momentsAskedSchema,
  /** A limit that runs ends by the arrival: the result says when that was. */
  arrivalAsked: z.boolean(),
  withdrawals: withdrawalRowsSchema,
  withdrawable: withdrawableSchema,
}
