import type { z } from 'zod'
import { mayUse, type Right } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { FileColumn } from '../../shared/lists/column.ts'
import type { Seat, Services } from '../api/context.ts'

/** A list a feature brings, for whoever keeps views of lists and writes them out. */
export interface ListSource<Wish extends object = never, Row extends { id: string } = never> {
  /** Who sees the list. */
  right: Right
  /** What its question is asked, without the page. */
  wish: z.ZodType<Wish>
  columns: readonly FileColumn<Row>[]
  /** Rows may change their place in its order while somebody walks it. */
  isMoving: boolean
  /** One page in the order of the list, as the seat may see it. */
  page(
    services: Services,
    seat: Seat,
    wish: Wish & { after: string | null; limit: number },
  ): Promise<Page<NoInfer<Row>>>
}

/** A source among sources: who holds one asks it only what its own `wish` has read. */
export const listSource = <Wish extends object, Row extends { id: string }>(
  source: ListSource<Wish, Row>,
): ListSource => source as unknown as ListSource

/**
 * A text means as many rows as a list looks through. On a screen the first of them do; what leaves the house is whole, or is refused by name:
 * nobody could tell from a file what it lacks.
 */
export function refuseCut(seat: Seat, found: number, most: number): void {
  if (found > most && seat.personal) throw new Failure('ruleBroken', 'lists.failure.textWide', { most })
}

/** The list of that name, for a seat that may see it. Who may not, learns no more than of one that is not there. */
export function listOf({ features }: Pick<Services, 'features'>, seat: Seat, name: string): ListSource {
  for (const { lists } of features) {
    const source = lists?.[name]
    if (source && mayUse(seat.role, source.right)) return source
  }
  throw new Failure('notFound', 'lists.failure.noList', {}, 'list')
}
