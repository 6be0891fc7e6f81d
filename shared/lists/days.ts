import { daySchema } from '../kit/fields.ts'

/** Days of a condition (自定日期), both ends included; null leaves that end open. */
export interface Days {
  from: string | null
  to: string | null
}

/** The days as the text a view keeps: `2026-11-01~2026-11-20`. */
export const writeDays = ({ from, to }: Days): string => `${from ?? ''}~${to ?? ''}`

/** Reads such a text, the ends in their order; null for anything else. */
export function readDays(text: string | undefined): Days | null {
  const ends = text?.split('~') ?? []
  if (ends.length !== 2 || ends.some((end) => end !== '' && !daySchema.safeParse(end).success)) return null
  const [from = null, to = null] = ends.map((end) => end || null)
  return from && to && to < from ? { from: to, to: from } : { from, to }
}
