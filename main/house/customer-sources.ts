import type { Company } from './settings.ts'
import type { CustomerCard, CustomerListRow, SearchKind } from '../../shared/customers/schema.ts'
import type { Feature } from '../../shared/kit/features.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { RowOwners } from './row-scope.ts'

/** One kind of entry of a customer's timeline (往来): where its rows are, and an SQL expression for each part of an entry. */
export interface TimelineSource {
  /** Said by the same key in renderer/entry-tellers.ts. */
  kind: `${Feature}.${string}`
  /** The rows, joined with what they show. */
  from: string
  /** Column with the customer's id; an index over it and `at` keeps the walk short. */
  customerId: string
  /** What else a row must meet. */
  only?: string
  id: string
  at: string
  title: string
  detail: string
  ticketId: string
  /** Whose an entry is: a narrowed seat meets its own entries of a customer, not those of others. */
  owners: RowOwners<string>
  /** What `from` has to be joined with to say so. */
  ownersFrom?: string
  productId?: string
  /** Name of who did it. */
  by?: string
  verdict?: string
  /** What a line of the register came to. */
  outcome?: string
  /** Why it came to nothing, as somebody wrote it. */
  reason?: string
  /** Instants between which somebody talked. */
  talk?: { from: string; to: string }
}

/** A customer that a text was found by, and what of it matched. */
export interface Found {
  customerId: string
  kind: SearchKind
  matched: string
}

/**
 * A way to find customers by what a feature keeps of them, for the one search box. What it answers may depend on nothing that the seat does not
 * see whole: otherwise a covered value could be asked for in pieces.
 */
export interface SearchWay {
  /** What a text must look like to be worth asking for. */
  fits: (text: string, seat: Seat) => boolean
  /** The first `limit` hits in an order that does not change with the limit; every one of them verified. */
  find: (services: Services, reader: Reader, text: string, limit: number, seat: Seat) => Promise<Found[]>
}

/** How many of its things customers have, for the list of the archive. */
export interface CountSource {
  of: keyof Pick<CustomerListRow, 'products' | 'openTickets'>
  /** Of those a seat meets; customers without any may be absent. */
  count: (
    services: Services,
    reader: Reader,
    asked: { seat: Seat; customerIds: readonly string[] },
  ) => Promise<ReadonlyMap<string, number>>
}

/** What a feature puts on a customer's card, asked at the first ring: one short question. */
export type CardSource = (
  services: Services,
  reader: Reader,
  asked: { seat: Seat; customerId: string; company: Company },
) => Promise<Partial<Pick<CustomerCard, 'products' | 'openTickets'>>>
