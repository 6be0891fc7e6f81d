import { z } from 'zod'

/** The figures above the board; each opens its rows. */
export const boardFiguresSchema = z.object({
  late: z.number(),
  dueSoon: z.number(),
  unassigned: z.number(),
  oldestUnassignedAt: z.string().nullable(),
  complaints: z.number(),
  followupsLate: z.number(),
  lostCalls: z.number(),
  oldestLostAt: z.string().nullable(),
  callsToday: z.number(),
  /** Share of today's answered calls picked up within `answerSeconds`, percent; null without calls. */
  answeredInTime: z.number().nullable(),
  /** Seconds to pick up in, by the policies that count today (R001). */
  answerSeconds: z.number(),
  closedToday: z.number(),
})
export type BoardFigures = z.output<typeof boardFiguresSchema>

/** Who sits at the hotline, and what the line does. */
export const seatRowSchema = z.object({
  memberId: z.string(),
  name: z.string(),
  state: z.enum(['free', 'ringing', 'talking', 'away']),
  sinceAt: z.string().nullable(),
})
export type SeatRow = z.output<typeof seatRowSchema>
