import type { AnyTRPCRouter } from '@trpc/server'
import type { EntitySchema } from 'typeorm'
import type { Right } from '../../shared/admin/rights.ts'
import type { BoardFigures } from '../../shared/tickets/board.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Route } from '../api/handler.ts'
import type { Reader } from '../database/database.ts'
import type { FileUse } from '../files/uses.ts'
import type { Job } from '../scheduler/job.ts'
import type { TaskKind } from '../scheduler/task.ts'
import type { CustomerLeads } from './customer-scope.ts'
import type { CardSource, CountSource, SearchWay, TimelineSource } from './customer-sources.ts'
import type { Hearing } from './happenings.ts'
import type { ListSource, Meant } from './list-source.ts'
import type { RecordKind } from './record-kind.ts'
import type { RowsOfCustomer } from './rows-of-customer.ts'

/** What the supervisor sees first of a feature, `todayFrom` being the start of the company's day. Every figure is an index walk. */
export type FigureSource = (
  services: Services,
  reader: Reader,
  seat: Seat,
  todayFrom: string,
) => Promise<Partial<BoardFigures>>

/**
 * What things of a kind are called: an SQL expression over its columns. No telephone numbers. `met`: those of some that a seat may see by name;
 * `isTyped`: somebody typed the whole name, telephone numbers in it are covered; `find`: those a text means by an index, where there are many.
 */
export interface NameSource {
  kind: string
  as: string
  isTyped?: boolean
  met?: (services: Services, reader: Reader, seat: Seat, ids: readonly string[]) => Promise<ReadonlySet<string>>
  find?: (services: Services, reader: Reader, seat: Seat, text: string) => Promise<Meant>
}

/**
 * What one feature brings to the house, and all that the rest of the house knows of it. Stands in `main/<feature>/feature.ts`; its line in
 * `registry.ts` is what makes the feature part of a station.
 */
export interface Feature {
  router: AnyTRPCRouter
  /** Its tables. */
  entities: readonly EntitySchema[]
  /** Recurring work. */
  jobs?: readonly Job[]
  /** Work that is done once, of the kinds it knows. */
  tasks?: readonly TaskKind[]
  /** Requests beside the API. */
  routes?: readonly Route[]
  /** What its things are called, for whoever reads the audit chain. */
  names?: readonly NameSource[]
  /** Kinds of its records that change through the record door, for whoever shows their history or takes a change back. */
  records?: readonly RecordKind[]
  /** Its rows that point at a customer. */
  ofCustomer?: readonly RowsOfCustomer[]
  /** Entries of a customer's timeline. */
  timeline?: readonly TimelineSource[]
  /** Ways to find a customer. */
  search?: readonly SearchWay[]
  /** Its part of a customer's card. */
  card?: CardSource
  /** Its columns in the list of customers. */
  counts?: readonly CountSource[]
  /** What it does when something happens below it. */
  hears?: Hearing
  /** Its figures on the board (看板). */
  figures?: FigureSource
  /** Where it is written who did something: a kind and the column with the member's id. A member with such rows stays. */
  doneBy?: readonly { kind: string; column: string }[]
  /** Whom what is urgent about its rows hurries: kind of row, and the function of who can act on it. The others ask in their own time. */
  urgentTo?: Readonly<Record<string, Right>>
  /** Whether a number lies before a seat by what the feature keeps: it rings there, or its caller waits. */
  inHand?: (services: Services, reader: Reader, seat: Seat, number: string) => Promise<boolean>
  /** Looks at what a seat asks before anything answers: counts it, or refuses it by name. */
  asked?: (services: Services, seat: Seat, input: unknown) => Promise<void>
  /** Its rows that lead a narrowed seat to a customer. */
  leadsToCustomers?: CustomerLeads
  /** Its lists, by the question that answers their rows: `tickets.list`. */
  lists?: Readonly<Record<string, ListSource>>
  /** What files it keeps, by the name of their use. */
  files?: Readonly<Record<string, FileUse>>
  /** Work before anybody reads, each time a station opens. */
  opens?: (services: Services) => Promise<void>
  /** Ends what runs in the background before the station closes. */
  closes?: (services: Services) => Promise<void>
}

/** The router of each feature under its word, with its exact type. */
export function routersOf<Registry extends Readonly<Record<string, Feature>>>(
  registry: Registry,
): { [Word in keyof Registry]: Registry[Word]['router'] } {
  const routers = Object.entries(registry).map(([word, { router }]) => [word, router])
  return Object.fromEntries(routers) as { [Word in keyof Registry]: Registry[Word]['router'] }
}

/** The uses of files that features bring, by their names. */
export const fileUsesOf = (features: readonly Feature[]): ReadonlyMap<string, FileUse> =>
  new Map(features.flatMap(({ files }) => Object.entries(files ?? {})))

declare module '../api/context.ts' {
  interface Services {
    /** What the features of this station bring. */
    features: readonly Feature[]
  }
}
