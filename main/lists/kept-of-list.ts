import { mayUse } from '../../shared/admin/rights.ts'
import type { KeptList, ViewRow } from '../../shared/lists/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { MemberEntity } from '../house/entities.ts'
import { listOf } from '../house/list-source.ts'
import { ListChoiceEntity, type ListView, ListViewEntity } from './entities.ts'

/** A member's own views of a list and the shared ones, by name, with the columns and the view it begins with. */
export async function keptOfList(services: Services, seat: Seat, list: string): Promise<KeptList> {
  listOf(services, seat, list)
  return services.database.read(async (reader) => {
    const views = await reader.findBy(ListViewEntity, [
      { list, isShared: true },
      { list, memberId: seat.memberId },
    ])
    const choice = await reader.findOneBy(ListChoiceEntity, { id: choiceId(seat, list) })
    const rows = await Promise.all(views.map((view) => viewRow(reader, seat, view)))
    const known = rows.some(({ id }) => id === choice?.viewId)
    return {
      views: rows.sort((one, other) => Number(other.isShared) - Number(one.isShared) || byName(one, other)),
      columns: choice?.columns ?? null,
      defaultViewId: known ? choice!.viewId : null,
    }
  })
}

/** One row a member and list. */
export const choiceId = (seat: Seat, list: string): string => `${seat.memberId}/${list}`

/** The owner may, and for a shared one everybody who may share. */
export const mayChangeView = (seat: Seat, view: Pick<ListView, 'isShared' | 'memberId'>): boolean =>
  view.isShared ? mayUse(seat.role, 'lists.share') : view.memberId === seat.memberId

/** A view as this seat meets it. */
export async function viewRow(reader: Reader, seat: Seat, view: ListView): Promise<ViewRow> {
  const { id, version, name, isShared, memberId, wish } = view
  const owner = memberId === seat.memberId ? seat : await reader.findOneBy(MemberEntity, { id: memberId })
  return { id, version, name, isShared, isMine: mayChangeView(seat, view), ownerName: owner?.name ?? '', wish }
}

const byName = (one: ViewRow, other: ViewRow) =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1
