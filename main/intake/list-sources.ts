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
import { recentCalls, totalCalls } from './list-recent.ts'
import { listRegister, totalRegister } from './list-register.ts'

const withoutPage = { after: true, limit: true } as const

/** Asked nothing: it is whole on one page. */
const nothing = z.object({})

/** The register, the calls, and what of the desk stands on the board, for views and files of them. */
export const intakeLists = {
  'intake.register': listSource({
    right: 'intake.view',
    title: 'tickets.register.title',
    wish: listRegisterSchema.omit(withoutPage),
    told: {
      text: { label: 'lists.told.text', as: 'text' },
      only: { label: 'tickets.register.filter', as: 'code', words: 'tickets.register.only' },
      receivedFrom: { label: 'tickets.register.at', as: 'from' },
      receivedTo: { label: 'tickets.register.at', as: 'to' },
      outcome: { label: 'tickets.register.outcome', as: 'code', words: 'tickets.outcome' },
      channel: { label: 'tickets.register.channel', as: 'choice', of: 'channels' },
      clerkId: { label: 'tickets.register.clerk', as: 'name' },
      sort: null,
    },
    columns: registerFileColumns,
    isMoving: false,
    page: listRegister,
    count: totalRegister,
  }),
  'intake.recent': listSource({
    right: 'intake.view',
    title: 'tickets.calls.tab',
    wish: listCallsSchema.omit(withoutPage),
    told: {
      text: { label: 'lists.told.text', as: 'text' },
      startedFrom: { label: 'tickets.calls.at', as: 'from' },
      startedTo: { label: 'tickets.calls.at', as: 'to' },
      direction: { label: 'tickets.calls.direction', as: 'code', words: 'tickets.calls.way' },
      state: { label: 'tickets.column.state', as: 'code', words: 'tickets.calls.state' },
      memberId: { label: 'tickets.calls.member', as: 'name' },
      sort: null,
    },
    columns: callFileColumns,
    isMoving: false,
    page: recentCalls,
    count: totalCalls,
  }),
  'intake.lost': listSource({
    right: 'intake.view',
    title: 'tickets.told.lost',
    wish: nothing,
    told: {},
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
    title: 'tickets.told.seats',
    wish: nothing,
    told: {},
    columns: seatFileColumns,
    isMoving: false,
    page: async (services) => {
      const seats = await listSeats(services)
      return { rows: seats.map((row): SeatRow & { id: string } => ({ ...row, id: row.memberId })), next: null }
    },
  }),
}
