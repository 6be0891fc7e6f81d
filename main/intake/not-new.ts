import { Failure } from '../../shared/kit/failure.ts'

/** What an entry calls new but stands already: taken for the entry's own, it would lead the seat to somebody else's row. */
export const notNew = {
  customer: new Failure('invalid', 'intake.failure.customerNotNew', {}, 'customerName'),
  product: new Failure('invalid', 'intake.failure.productNotNew', {}, 'productName'),
  ticket: new Failure('invalid', 'intake.failure.ticketNotNew'),
}

/** Whether an entry was refused for that: the same entry, sent at once, may have made it meanwhile. */
export const isNotNew = (reason: unknown): boolean => Object.values<unknown>(notNew).includes(reason)
