import { z } from 'zod'
import { groupPhone, maskPhone } from '../../shared/kit/phone.ts'
import {
  callFileColumns,
  lostFileColumns,
  registerFileColumns,
  seatFileColumns,
} from '../../shared/intake/file-columns.ts'
import { listCallsSchema, listRegisterSchema } from '../../shared/intake/lists.ts'
import { listSource } from '../house/list-source.ts'
import type { LostCaller } from '../../shared/intake/schema.ts'
import type { SeatRow } from '../../shared/tickets/board.ts'
import { lostCallers } from './list-calls.ts'
import { listSeats } from './list-seats.ts'
import { recentCalls } from './list-recent.ts'
import { listRegister } from './list-register.ts'

const withoutPage = { after: true, limit: true } as const

/** Asked nothing: it is whole on one page. */
const nothing = z.object({})

/** The register, the calls, and what of the desk stands on the board, for views and files of them. */
export const intakeLists = {
  'intake.register': listSource({
    right: 'intake.view',
    wish: listRegisterSchema.omit(withoutPage),
    columns: registerFileColumns,
    isMoving: false,
    page: listRegister,
  }),
  'intake.recent': listSource({
    right: 'intake.view',
    wish: listCallsSchema.omit(withoutPage),
    columns: callFileColumns,
    isMoving: false,
    page: recentCalls,
  }),
  'intake.lost': listSource({
    right: 'intake.view',
    wish: nothing,
    columns: lostFileColumns,
    isMoving: false,
    page: async (services, seat) => {
      const callers = await lostCallers(services, seat)
      const rows = callers.map((caller): LostCaller & { id: string } => ({
        ...{ ...caller, id: `${caller.number || caller.numberShown} ${caller.firstAt}` },
        // The desk sees them whole to call back; a file says by itself how they are read.
        numberShown:
          caller.number === ''
            ? caller.numberShown
            : seat.personal === 'shown'
              ? groupPhone(caller.number)
              : maskPhone(caller.number),
      }))
      return { rows, next: null }
    },
  }),
  'intake.seats': listSource({
    right: 'intake.view',
    wish: nothing,
    columns: seatFileColumns,
    isMoving: false,
    page: async (services) => {
      const seats = await listSeats(services)
      return { rows: seats.map((row): SeatRow & { id: string } => ({ ...row, id: row.memberId })), next: null }
    },
  }),
}
