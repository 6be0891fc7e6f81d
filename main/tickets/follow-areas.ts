import { regionOf, renamedAreas } from '../../shared/presets/areas.ts'
import type { Area, Policy } from '../../shared/presets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { MemberEntity, SettingEntity } from '../house/entities.ts'
import { lockSetting } from '../house/lock-setting.ts'
import { companyOf } from '../house/settings.ts'
import { TicketEntity } from './ticket-entity.ts'

type Areas = readonly Area[] | undefined

/** Open cases that lie in another area than they stand in, by these areas or by those that count now. Closed ones keep theirs. */
export async function casesToPlace(services: Services, reader: Reader, areas?: { of: Areas }): Promise<string[]> {
  const by = areas ? areas.of : (await companyOf(reader)).policies.at(services.now()).policy.areas
  const cases = (await reader.query(
    `SELECT "id", "address", "region" FROM "tickets_ticket" WHERE "state" IN ('unassigned', 'dispatched') ORDER BY "id"`,
  )) as { id: string; address: string; region: string }[]
  return cases.filter(({ address, region }) => regionOf(address, by) !== region).map(({ id }) => id)
}

/** Puts cases into the areas that count now. Each is locked before it is read; run twice, it moves nothing more. */
export async function placeCases(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  ticketIds: readonly string[],
): Promise<void> {
  const { areas } = (await companyOf(tx)).policies.at(services.now()).policy
  const records = recordsOf(services, tx, seat, 'tickets.placeCase')
  for (const id of ticketIds) {
    const ticket = await records.lock(TicketEntity, id)
    if (!ticket || ticket.closedAt !== null) continue
    const region = regionOf(ticket.address, areas)
    if (region !== ticket.region) await records.change(TicketEntity, ticket, { region })
  }
}

/** Setting that holds the areas by whose names members stand: each code with its name when members were last moved. */
const named = 'areas'

/** What members are moved by, from the areas their names were last read by to those that count now; null where nothing is to do. */
async function renaming(services: Services, reader: Reader) {
  const { policies } = await companyOf(reader)
  const now = (policies.at(services.now()).policy.areas ?? []).map(({ code, name }) => ({ code, name }))
  const known = await reader.findOneBy(SettingEntity, { name: named })
  const before = (known?.value ?? null) as Pick<Area, 'code' | 'name'>[] | null
  const isRead = JSON.stringify(before ?? []) === JSON.stringify(now)
  const earlier = policies.versions.flatMap(({ document }) => (document as Partial<Policy>).areas ?? [])
  const names = renamedAreas(before ?? [], now, earlier)
  return isRead && names.size === 0 ? null : { names, now, before, isRead }
}

const keepNames = (services: Services, tx: Tx, value: readonly Pick<Area, 'code' | 'name'>[]) =>
  tx.upsert(SettingEntity, { name: named, value, changedAt: services.now(), changedBy: null }, ['name'])

/** Before other areas begin to count: by which names members stand, where nobody has written it down yet. */
export async function rememberAreas(services: Services, tx: Tx): Promise<void> {
  const found = await renaming(services, tx)
  if (found?.before === null && found.now.length > 0) await keepNames(services, tx, found.now)
}

/** Members whose area is called otherwise now stay in it. Run twice, it moves nobody more. */
export async function moveMembers(services: Services, tx: Tx, seat: Seat | null): Promise<void> {
  await lockSetting(services, tx, 'company')
  const found = await renaming(services, tx)
  if (!found) return
  const { names, now, isRead } = found
  const records = recordsOf(services, tx, seat, 'admin.moveMember')
  for (const { id, region } of names.size === 0 ? [] : await tx.find(MemberEntity, {})) {
    const name = names.get(region)
    const member = name === undefined ? null : await records.lock(MemberEntity, id)
    if (member && name !== undefined && member.region === region)
      await records.change(MemberEntity, member, { region: name })
  }
  if (!isRead) await keepNames(services, tx, now)
}

/** Whether anybody still stands under a name that an area had before, or the names were read by other areas. */
export async function isSomebodyToMove(services: Services, reader: Reader): Promise<boolean> {
  const found = await renaming(services, reader)
  if (!found) return false
  return !found.isRead || (await reader.find(MemberEntity, {})).some(({ region }) => found.names.has(region))
}
