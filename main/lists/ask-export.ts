import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { hasSubstance } from '../../shared/customers/rules-reveal.ts'
import { type askExportSchema, type ExportRow, shortestReason } from '../../shared/lists/export-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { refuseWithoutRoom } from '../files/space.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import { listOf, type ListSource } from '../house/list-source.ts'
import { addTask } from '../scheduler/task.ts'
import { type ListExport, ListExportEntity } from './entities.ts'
import { exportRow, filterText, mayHaveWhole } from './list-exports.ts'
import { writeOut } from './write-out.ts'

type Input = z.output<typeof askExportSchema>

/**
 * Asks for a list as a file. Without whole telephones and addresses it is written at once; with them it waits until a second person agrees.
 * Sent twice it is asked once.
 */
export async function askExport(services: Services, seat: Seat, input: Input): Promise<ExportRow> {
  const source = listOf(services, seat, input.list)
  const wish = readWish(source, input)
  const isWhole = input.isWhole && source.columns.some(({ id, isPersonal }) => isPersonal && input.columns.includes(id))
  if (isWhole) refuseWhole(seat, input)
  await refuseWithoutRoom(services, 0)
  // What the list cannot answer whole, or not so sorted, it says now and in words.
  await source.page(services, { ...seat, personal: 'masked' }, { ...wish, after: null, limit: 1 } as never)
  const { id, list, name, columns, language, reason } = input
  const row = await services.database.write(async (tx) => {
    const known = await firstStored(services, tx, 'lists.askExport', input, async () => {
      const row = await tx.findOneBy(ListExportEntity, { id })
      if (row && row.memberId !== seat.memberId) throw new Failure('notFound', 'lists.failure.noExport')
      return row
    })
    if (known) return known
    const asked: ListExport = {
      ...{ id, list, name, wish, columns, language, isWhole, reason, memberId: seat.memberId },
      ...{ askedAt: services.now(), state: isWhole ? 'waiting' : 'running', decidedBy: null, decidedAt: null },
      ...{ rows: 0, finishedAt: null, hash: null },
    }
    await tx.insert(ListExportEntity, asked)
    if (!isWhole) await addTask(services, tx, writeOut, { id, payload: { id }, memberId: seat.memberId })
    await audit(services, tx, seat, {
      action: 'lists.askExport',
      subject: `list:${list}`,
      details: { columns: columns.join(' '), filter: filterText(wish), whole: isWhole, reason },
    })
    return asked
  })
  return services.database.read((reader) => exportRow(services, reader, seat, row))
}

/** What the list's own question would take; anything else is no wish of this list. */
function readWish(source: ListSource, { wish, columns }: Input): object {
  const read = source.wish.safeParse(wish)
  if (!read.success) throw new Failure('invalid', 'admin.failure.invalid', {}, 'wish')
  const known = source.columns.map(({ id }) => id)
  if (columns.some((id) => !known.includes(id))) throw new Failure('invalid', 'admin.failure.invalid', {}, 'columns')
  return read.data
}

/** Whole numbers are for a purpose (see `mayHaveWhole`). */
function refuseWhole(seat: Seat, { reason }: Input): void {
  if (!mayHaveWhole(seat)) throw new Failure('ruleBroken', 'lists.failure.mayNotWhole')
  if (reason.length < shortestReason || !hasSubstance(reason))
    throw new Failure('invalid', 'lists.failure.whyWhole', {}, 'reason')
}
