import { groupPhone, maskPhone } from '../../shared/kit/phone.ts'
import type { Seat } from '../api/context.ts'
import { sightFor } from '../house/field-rows.ts'

/** A number as this seat may see it. `known` is one the seat has itself: the caller's, the one it just typed. `own`: the row is assigned to it. */
export function shownPhone(
  seat: Seat,
  number: string,
  extension: string = '',
  more: { known?: string | null; own?: boolean } = {},
): { shown: string; masked: boolean } {
  const sight = sightFor(seat, 'phone')
  const open = sight === 'shown' || (sight === 'own' && more.own === true) || (!!more.known && more.known === number)
  if (open) return { shown: groupPhone(number, extension || null), masked: false }
  return { shown: sight === 'hidden' ? '' : maskPhone(number), masked: true }
}
