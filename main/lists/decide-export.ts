import { Failure } from '../../shared/kit/failure.ts'
import type { ExportRow } from '../../shared/lists/export-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { listOf } from '../house/list-source.ts'
import { addTask } from '../scheduler/task.ts'
import { type ListExport, ListExportEntity } from './entities.ts'
import { exportRow, isOver } from './list-exports.ts'
import { writeOut } from './write-out.ts'

/** The second person agrees to whole telephones and addresses, or does not. Nobody agrees to an own request, and nobody to one a day old. */
export async function decideExport(
  services: Services,
  seat: Seat,
  { id, isAllowed }: { id: string; isAllowed: boolean },
): Promise<ExportRow> {
  const row = await services.database.write(async (tx) => {
    const asked = await lockExport(services, tx, id)
    if (!asked || isOver(services, asked)) throw new Failure('notFound', 'lists.failure.noExport')
    listOf(services, seat, asked.list)
    if (asked.memberId === seat.memberId) throw new Failure('ruleBroken', 'lists.failure.ownExport')
    if (asked.state !== 'waiting') throw new Failure('changedByOther', 'lists.failure.decided')
    const decided = {
      state: isAllowed ? ('running' as const) : ('refused' as const),
      decidedBy: seat.memberId,
      decidedAt: services.now(),
    }
    await tx.update(ListExportEntity, { id }, decided)
    if (isAllowed) await addTask(services, tx, writeOut, { id, payload: { id }, memberId: asked.memberId })
    await audit(services, tx, seat, {
      action: isAllowed ? 'lists.allowExport' : 'lists.refuseExport',
      subject: `list:${asked.list}`,
      details: { memberId: asked.memberId, filter: asked.name, reason: asked.reason },
    })
    return { ...asked, ...decided }
  })
  return services.database.read((reader) => exportRow(services, reader, seat, row))
}

/** Takes an own request back, or ends its writing; what was fetched is out. */
export async function stopExport(services: Services, seat: Seat, id: string): Promise<ExportRow> {
  const row = await services.database.write(async (tx) => {
    const asked = await lockExport(services, tx, id)
    if (!asked || asked.memberId !== seat.memberId) throw new Failure('notFound', 'lists.failure.noExport')
    if (asked.state !== 'waiting' && asked.state !== 'running') return asked
    await tx.update(ListExportEntity, { id }, { state: 'stopped', finishedAt: services.now() })
    await audit(services, tx, seat, { action: 'lists.stopExport', subject: `list:${asked.list}` })
    return { ...asked, state: 'stopped' as const }
  })
  return services.database.read((reader) => exportRow(services, reader, seat, row))
}

/** The row, held until the write settles: two who decide do so one after the other. */
async function lockExport({ database }: Services, tx: Tx, id: string): Promise<ListExport | null> {
  const lock = database.engine === 'postgres' ? ' FOR UPDATE' : ''
  await tx.query(database.sql(`SELECT 1 FROM "lists_export" WHERE "id" = ?${lock}`), [id])
  return tx.findOneBy(ListExportEntity, { id })
}
