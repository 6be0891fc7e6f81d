import { z } from 'zod'
import { idSchema, instantSchema, lineSchema, textSchema } from '../kit/fields.ts'
import { toldEvents } from '../presets/told-events.ts'

/** 记时间: something that only a person can know has happened to the case. */
export const momentSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  event: z.enum(toldEvents),
  at: instantSchema,
  note: lineSchema(200).default(''),
})

/** What was told of a case, newest first. */
export const momentRowsSchema = z.array(
  z.object({ id: z.string(), at: z.string(), byName: z.string(), text: textSchema, note: z.string() }),
)

/** What people may tell of a case, so that its limits count. */
export const momentsAskedSchema = z.array(z.object({ event: z.enum(toldEvents), text: textSchema }))
