import { regionOf } from '../../shared/presets/areas.ts'
import type { Area, Policy } from '../../shared/presets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { MemberEntity } from '../house/entities.ts'
import type { PolicyBook } from '../house/policies/policy-book.ts'
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

/** What areas were called in any version, by that name: what each is called now. A name that is in use again means what it says. */
function renamed(policies: PolicyBook, areas: readonly Area[]): ReadonlyMap<string, string> {
  const now = new Map(areas.map(({ code, name }) => [code, name]))
  const taken = new Set(now.values())
  const earlier = policies.versions.flatMap(({ document }) => (document as Partial<Policy>).areas ?? [])
  return new Map(
    earlier.flatMap(({ code, name }) => (now.has(code) && !taken.has(name) ? [[name, now.get(code)!] as const] : [])),
  )
}

/** Members whose area is called otherwise now stay in it. Run twice, it moves nobody more. */
export async function moveMembers(services: Services, tx: Tx, seat: Seat | null): Promise<void> {
  const { policies } = await companyOf(tx)
  const names = renamed(policies, policies.at(services.now()).policy.areas ?? [])
  if (names.size === 0) return
  const records = recordsOf(services, tx, seat, 'admin.moveMember')
  for (const { id, region } of await tx.find(MemberEntity, {})) {
    const name = names.get(region)
    const member = name === undefined ? null : await records.lock(MemberEntity, id)
    if (member && name !== undefined && member.region === region)
      await records.change(MemberEntity, member, { region: name })
  }
}

/** Whether anybody still stands under a name that an area had before. */
export async function isSomebodyToMove(services: Services, reader: Reader): Promise<boolean> {
  const { policies } = await companyOf(reader)
  const names = renamed(policies, policies.at(services.now()).policy.areas ?? [])
  if (names.size === 0) return false
  return (await reader.find(MemberEntity, {})).some(({ region }) => names.has(region))
}
