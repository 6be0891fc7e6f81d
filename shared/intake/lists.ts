import { z } from 'zod'
import { pageSchema } from '../kit/paging.ts'
import { registerFilters } from './schema.ts'

/** What a page of the calls is asked by. */
export const listCallsSchema = pageSchema.extend({ text: z.string().max(60).default('') })

/** What a page of the register is asked by. */
export const listRegisterSchema = listCallsSchema.extend({ only: z.enum(registerFilters).default('all') })
