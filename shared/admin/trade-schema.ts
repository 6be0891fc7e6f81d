import { z } from 'zod'
import { policySchema } from '../presets/schema.ts'

/** A trade as the first run offers it: what it is called, what tells it from the others, what it is found by. */
export const tradeRowSchema = policySchema
  .pick({ id: true, name: true, hint: true, group: true, guessWords: true })
  .extend({
    /** Texts of its product types, to be searched. */
    products: z.array(z.string()),
    /** 都不像，从空白开始: offered beside the groups. */
    isBlank: z.boolean(),
  })
export type TradeRow = z.output<typeof tradeRowSchema>
