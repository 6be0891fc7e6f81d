import { MoreThan } from 'typeorm'
import { mayUse } from '../../shared/admin/rights.ts'
import { scopeOf } from '../../shared/admin/scopes.ts'
import { exportHours, type ExportRow } from '../../shared/lists/export-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { MemberEntity } from '../house/entities.ts'
import { listOf } from '../house/list-source.ts'
import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'
import { seenText } from '../../shared/kit/seen-text.ts'
import { later } from '../scheduler/scheduler.ts'
import { type ListExport, ListExportEntity } from './entities.ts'

/** What the seat asked for since a day, and what waits for its consent, newest first. */
export async function listExports(services: Services, seat: Seat): Promise<ExportRow[]> {
  const askedAt = MoreThan(oldest(services))
  return services.database.read(async (reader) => {
    const rows = await reader.find(ListExportEntity, {
      where: [
        { askedAt, memberId: seat.memberId },
        ...(mayUse(seat.role, 'lists.allowExport') ? [{ askedAt, state: 'waiting' as const }] : []),
      ],
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 50,
    })
    return Promise.all(
      rows.filter((row) => isSeen(services, seat, row)).map((row) => exportRow(services, reader, seat, row)),
    )
  })
}

/** Whole numbers are for who may see any one of them on asking. */
export const mayHaveWhole = ({ role, rowScope }: Pick<Seat, 'role' | 'rowScope'>): boolean =>
  mayUse(role, 'customers.reveal') && scopeOf(role, 'customers.reveal', rowScope) === 'all'

/** Whether who asked for a list may have it by now, as was agreed. */
export const mayStillHave = (
  seat: Pick<Seat, 'role' | 'rowScope'>,
  { isWhole }: Pick<ListExport, 'isWhole'>,
): boolean => mayUse(seat.role, 'admin.export') && (!isWhole || mayHaveWhole(seat))

/** A written list is fetched within its day by who asked for it and may still have it, or by who may agree to it. */
export async function mayFetchExport(services: Services, seat: Seat, hash: string): Promise<boolean> {
  const rows = await services.database.read((reader) =>
    reader.findBy(ListExportEntity, { hash, askedAt: MoreThan(oldest(services)) }),
  )
  const isHis = (row: ListExport) => row.memberId === seat.memberId && mayStillHave(seat, row)
  return rows.some((row) => !isOver(services, row) && (isHis(row) || mayUse(seat.role, 'lists.allowExport')))
}

/** An older one can be neither fetched nor agreed to. */
const oldest = (services: Services): string => later(services.now(), -exportHours * 3600)

/** Seconds that the clock of a station may be put back without anybody noticing. */
const clockSlack = 300

/** Whether a request is too old; one of a later instant was asked by a wrong clock, and nobody knows how old it is. */
export const isOver = (services: Services, { askedAt }: Pick<ListExport, 'askedAt'>): boolean =>
  askedAt <= oldest(services) || askedAt > later(services.now(), clockSlack)

/** Whose role lost the list meanwhile does not see that it was asked for. */
function isSeen(services: Services, seat: Seat, { list }: ListExport): boolean {
  try {
    return listOf(services, seat, list).columns.length > 0
  } catch {
    return false
  }
}

/** An export as a seat may see it. */
export async function exportRow(services: Services, reader: Reader, seat: Seat, row: ListExport): Promise<ExportRow> {
  const { id, list, name, wish, isWhole, reason, askedAt, state, rows } = row
  const isMine = row.memberId === seat.memberId
  const nameOf = async (memberId: string | null) =>
    memberId === null ? '' : ((await reader.findOneBy(MemberEntity, { id: memberId }))?.name ?? '')
  const { columns } = listOf(services, seat, list)
  return {
    ...{ id, list, name, isWhole, reason, askedAt, state, rows: Number(rows), isMine },
    columns: row.columns.flatMap((column) => columns.find((known) => known.id === column)?.title ?? []),
    filter: filterText(wish),
    memberName: await nameOf(row.memberId),
    decidedByName: await nameOf(row.decidedBy),
    hash: isMine && !isOver(services, row) ? row.hash : null,
  }
}

/** The conditions of a wish for people and the audit chain: what narrows, by name; no whole telephone number. */
export const filterText = (wish: object): string =>
  Object.entries(wish)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${withoutNumbers(seenText(filterValue(value)))}`)
    .join(' ')

/** What was chosen by hand is told by how much it is. */
function filterValue(value: unknown): string {
  if (Array.isArray(value)) return String(value.length)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
