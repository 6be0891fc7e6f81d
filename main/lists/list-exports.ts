import { MoreThan } from 'typeorm'
import { mayUse } from '../../shared/admin/rights.ts'
import { scopeOf } from '../../shared/admin/scopes.ts'
import { exportHours, type ExportRow } from '../../shared/lists/export-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { MemberEntity } from '../house/entities.ts'
import { listOf } from '../house/list-source.ts'
import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import type { ToldWish } from '../../shared/lists/told-wish.ts'
import { seenText } from '../../shared/kit/seen-text.ts'
import { later } from '../scheduler/scheduler.ts'
import { toldConditions } from './told-conditions.ts'
import { type ListExport, ListExportEntity } from './entities.ts'

/** What the seat asked for since a day, and what waits for its consent, newest first. */
export async function listExports(services: Services, seat: Seat): Promise<ExportRow[]> {
  const askedAt = MoreThan(oldest(services))
  const seen = await services.database.read(async (reader) => {
    const rows = await reader.find(ListExportEntity, {
      where: [
        { askedAt, memberId: seat.memberId },
        ...(mayUse(seat.role, 'lists.allowExport') ? [{ askedAt, state: 'waiting' as const }] : []),
      ],
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 50,
    })
    return Promise.all(
      rows
        .filter((row) => isSeen(services, seat, row))
        .map(async (row) => ({ row, told: await exportRow(services, reader, seat, row) })),
    )
  })
  const shown: ExportRow[] = []
  for (const { row, told } of seen) shown.push({ ...told, matches: await matchesOf(services, row) })
  return shown
}

/** How many rows a request would have now, for who is asked to agree; null where it does not wait, or who asked may not have it any more. */
async function matchesOf(services: Services, row: ListExport): Promise<ExportRow['matches']> {
  const seat = row.state === 'waiting' ? await askerSeat(services, row) : null
  if (!seat) return null
  if ('ids' in row.wish && Array.isArray(row.wish.ids)) return { count: row.wish.ids.length, isMore: false }
  const source = listOf(services, seat, row.list)
  if (source.count) {
    const { count, isMore } = await source.count(services, seat, row.wish as never)
    return { count, isMore }
  }
  const { rows } = await source.page(services, seat, { ...row.wish, after: null, limit: mostWalked } as never)
  return { count: rows.length, isMore: false }
}

/** Who asked, with the role and the rows of now, and with what was agreed to be whole; null for who may not ask for it any more. */
export async function askerSeat(services: Services, asked: ListExport): Promise<Seat | null> {
  const member = await services.database.read((reader) => reader.findOneBy(MemberEntity, { id: asked.memberId }))
  if (member?.status !== 'active') return null
  const { id: memberId, name, role, extension, region, department, rowScope } = member
  if (!mayStillHave({ role, ...(rowScope === null ? {} : { rowScope }) }, asked)) return null
  return {
    ...{ memberId, name, role, extension, region, session: '' },
    ...(department === null ? {} : { department }),
    ...(rowScope === null ? {} : { rowScope }),
    personal: asked.isWhole ? 'shown' : 'masked',
  }
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
  const { columns, title, told } = listOf(services, seat, list)
  const known = row.columns.flatMap((column) => columns.find((each) => each.id === column) ?? [])
  return {
    ...{ id, list, name, isWhole, reason, askedAt, state, rows: Number(rows), isMine },
    title,
    columns: known.map((column) => column.title),
    personal: isWhole ? known.filter(({ isPersonal }) => isPersonal).map((column) => column.title) : [],
    conditions: await toldConditions(services, reader, seat, told as ToldWish<object>, wish),
    matches: null,
    memberName: await nameOf(row.memberId),
    decidedByName: await nameOf(row.decidedBy),
    hash: isMine && !isOver(services, row) ? row.hash : null,
  }
}

/** The conditions of a wish for the audit chain: what narrows, by name; no whole telephone number. */
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
