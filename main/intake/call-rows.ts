import { maskPhone, groupPhone } from '../../shared/kit/phone.ts'
import type { CallRow } from '../../shared/intake/schema.ts'
import type { Seat } from '../api/context.ts'
import type { Call } from './entities.ts'

/** A call with the name of who took it. */
export type NamedCall = Call & { memberName: string | null }

/** What `callRow` reads, to stand after SELECT. */
export const callColumns = 'c.*, m."name" AS "memberName"'
/** And after FROM; a call may have nobody who took it. */
export const callTables = '"intake_call" c LEFT JOIN "house_member" m ON m."id" = c."memberId"'

/** A call as a seat may see it: the number whole where the call is this seat's own, else masked. */
export function callRow(call: NamedCall, isOwn: boolean): CallRow {
  return {
    id: call.id,
    direction: call.direction,
    state: call.state,
    numberShown: call.number === '' ? '' : isOwn ? groupPhone(call.number) : maskPhone(call.number),
    number: isOwn && call.number !== '' ? call.number : null,
    region: call.region,
    line: call.line,
    to: call.toRaw,
    ringAt: call.ringAt,
    answeredAt: call.answeredAt,
    hungUpAt: call.hungUpAt,
    memberId: call.memberId,
    memberName: call.memberName ?? '',
    outcome: call.outcome,
    customerId: call.customerId,
    ticketId: call.ticketId,
    registeredAt: call.registeredAt,
  }
}

/** Rings at this seat: its own extension, or the whole desk while the seat is free. */
export function ringsAt(seat: Seat, call: Call, isFree: boolean): boolean {
  return call.state === 'ringing' && isOf(seat, call, isFree)
}

/**
 * Talks at this seat. While nobody knows who answered, at every free seat it rang at, until one writes it down. Where no
 * member has an extension that is the whole desk; elsewhere never a member without one.
 */
export function talksAt(seat: Seat, call: Call, isFree: boolean): boolean {
  if (call.state !== 'answered') return false
  return call.memberId === null ? isFree && isOf(seat, call, isFree) : call.memberId === seat.memberId
}

function isOf(seat: Seat, call: Call, isFree: boolean): boolean {
  if (call.memberId !== null) return call.memberId === seat.memberId
  if (call.extension === '') return isFree
  return seat.extension !== '' && call.extension.split(',').includes(seat.extension)
}
