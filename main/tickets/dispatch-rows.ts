import { nextContact } from '../../shared/tickets/rules-contact.ts'
import type { AttemptRow, DispatchRow } from '../../shared/tickets/schema.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { ContactPolicy } from '../../shared/presets/schema.ts'
import { companyOf } from '../house/settings.ts'
import type { Attempt, Dispatch } from './visit-entities.ts'

type NamedDispatch = Dispatch & {
  technicianName: string | null
  dispatcherName: string | null
  presetId: string
  receivedAt: string
}
type NamedAttempt = Attempt & { byName: string | null }

const select = `SELECT d.*, technician."name" AS "technicianName", dispatcher."name" AS "dispatcherName", t."presetId", t."policyId"
  FROM "tickets_dispatch" d JOIN "tickets_ticket" t ON t."id" = d."ticketId"
  LEFT JOIN "house_member" technician ON technician."id" = d."technicianId"
  LEFT JOIN "house_member" dispatcher ON dispatcher."id" = d."dispatcherId"`

/** One dispatch order as seats see it; null when there is none. */
export async function findDispatchRow(services: Services, reader: Reader, id: string): Promise<DispatchRow | null> {
  const rows = (await reader.query(services.database.sql(`${select} WHERE d."id" = ?`), [id])) as NamedDispatch[]
  return (await dispatchRows(services, reader, rows))[0] ?? null
}

/** Dispatch orders of a ticket, newest first, with their contact attempts (F11). */
export async function dispatchRowsOf(services: Services, reader: Reader, ticketId: string): Promise<DispatchRow[]> {
  const rows = (await reader.query(services.database.sql(`${select} WHERE d."ticketId" = ? ORDER BY d."nth" DESC`), [
    ticketId,
  ])) as NamedDispatch[]
  return dispatchRows(services, reader, rows)
}

/** Tries of a dispatch order in order, with the earliest instant of the next one (R048). */
export function attemptRows(attempts: readonly NamedAttempt[], policy: ContactPolicy): AttemptRow[] {
  return attempts.map((attempt, index) => {
    const soFar = attempts.slice(0, index + 1).map(({ at, result }) => ({ at, result: result as AttemptRow['result'] }))
    const { nextAt } = nextContact(soFar, policy, attempt.at)
    return {
      id: attempt.id,
      nth: attempt.nth,
      at: attempt.at,
      result: attempt.result as AttemptRow['result'],
      note: attempt.note,
      byName: attempt.byName ?? '',
      nextAt,
    }
  })
}

/** Tries of one dispatch order with who made them, first one first. */
export async function attemptsOf(
  services: Services,
  reader: Reader,
  dispatchIds: readonly string[],
): Promise<NamedAttempt[]> {
  if (dispatchIds.length === 0) return []
  return (await reader.query(
    services.database.sql(
      `SELECT a.*, m."name" AS "byName" FROM "tickets_attempt" a LEFT JOIN "house_member" m ON m."id" = a."memberId"
       WHERE a."dispatchId" IN (${dispatchIds.map(() => '?').join(', ')}) ORDER BY a."dispatchId", a."nth"`,
    ),
    [...dispatchIds],
  )) as NamedAttempt[]
}

async function dispatchRows(services: Services, reader: Reader, dispatches: NamedDispatch[]): Promise<DispatchRow[]> {
  if (dispatches.length === 0) return []
  const attempts = await attemptsOf(
    services,
    reader,
    dispatches.map((dispatch) => dispatch.id),
  )
  const company = await companyOf(reader)
  return dispatches.map((dispatch) => ({
    id: dispatch.id,
    number: dispatch.number,
    ticketId: dispatch.ticketId,
    state: dispatch.state,
    technicianId: dispatch.technicianId,
    technicianName: dispatch.technicianName ?? '',
    dispatcherName: dispatch.dispatcherName ?? '',
    dispatchedAt: dispatch.dispatchedAt,
    visitFromAt: dispatch.visitFromAt,
    visitToAt: dispatch.visitToAt,
    cause: dispatch.cause,
    measure: dispatch.measure,
    parts: dispatch.parts,
    within3h: dispatch.within3h,
    rescheduleReason: dispatch.rescheduleReason,
    consent: dispatch.consent,
    fedBackAt: dispatch.fedBackAt,
    handBackReason: dispatch.handBackReason,
    prepared: preparedOf(dispatch),
    attempts: attemptRows(
      attempts.filter((attempt) => attempt.dispatchId === dispatch.id),
      company.policies.of(dispatch).contact,
    ),
  }))
}

/** Codes ticked off on an order (R052). */
export const preparedOf = ({ prepared }: Pick<Dispatch, 'prepared'>): string[] =>
  prepared?.split(' ').filter(Boolean) ?? []
