import type { z } from 'zod'
import { mayUse, type Right } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { FileColumn } from '../../shared/lists/column.ts'
import type { ToldWish } from '../../shared/lists/told-wish.ts'
import type { Seat, Services } from '../api/context.ts'

/** A list a feature brings, for whoever keeps views of lists and writes them out. */
export interface ListSource<Wish extends object = never, Row extends { id: string } = never> {
  /** Who sees the list. */
  right: Right
  /** Text key of what it is called. */
  title: string
  /** What its question is asked, without the page. */
  wish: z.ZodType<Wish>
  /** How each condition of it is told to somebody who did not set it. */
  told: ToldWish<NoInfer<Wish>>
  columns: readonly FileColumn<Row>[]
  /** Rows may change their place in its order while somebody walks it. */
  isMoving: boolean
  /** One page in the order of the list, as the seat may see it. */
  page(
    services: Services,
    seat: Seat,
    wish: Wish & { after: string | null; limit: number },
  ): Promise<Page<NoInfer<Row>>>
  /** How many rows it has; absent where it is whole on one page. */
  count?(services: Services, seat: Seat, wish: NoInfer<Wish>): Promise<{ count: number; isMore: boolean }>
}

/** A source among sources: who holds one asks it only what its own `wish` has read. */
export const listSource = <Wish extends object, Row extends { id: string }>(
  source: ListSource<Wish, Row>,
): ListSource => source as unknown as ListSource

/** Customers, numbers or products that a text means in a list; where there are more, the list has those of the first (`house`). */
export const mostMeant = 2_000

/** What a text means in another feature's rows: the first `mostMeant`, and whether there are more. */
export interface Meant {
  ids: string[]
  isCut: boolean
}

/** The first of what was found, asked for one beyond what is looked through. */
export const firstMeant = (found: readonly string[]): Meant => ({
  ids: found.slice(0, mostMeant),
  isCut: found.length > mostMeant,
})

const gapTexts: Partial<Record<ListGap, string>> = {
  text: 'lists.failure.textWide',
  told: 'lists.failure.toldWide',
  recent: 'lists.failure.recentOnly',
  index: 'lists.failure.indexOpen',
}

/**
 * Refuses by name what leaves rows out and would have to be whole: a file, or all that are to be chosen. A screen says instead what its list left
 * out; from a file nobody could tell what it lacks.
 */
export function refuseCut(leftOut: readonly ListGap[]): void {
  for (const gap of leftOut) {
    const text = gapTexts[gap]
    if (text) throw new Failure('ruleBroken', text, { most: gap === 'text' ? mostMeant : mostWalked })
  }
}

/** The same for a page, which is a screen's unless its seat reads for a file. */
export function refuseCutFile(seat: Seat, leftOut: readonly ListGap[]): void {
  if (seat.personal) refuseCut(leftOut)
}

/** The list of that name, for a seat that may see it. Who may not, learns no more than of one that is not there. */
export function listOf({ features }: Pick<Services, 'features'>, seat: Seat, name: string): ListSource {
  for (const { lists } of features) {
    const source = lists?.[name]
    if (source && mayUse(seat.role, source.right)) return source
  }
  throw new Failure('notFound', 'lists.failure.noList', {}, 'list')
}
