import type { z } from 'zod'
import { sightOf } from '../../shared/admin/rights.ts'
import type { ResultRow, resultSchema } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { Result } from './work-entities.ts'

/** What a seat sends of a visit. */
export type ResultFacts = z.output<typeof resultSchema>

/** Outcomes after which nobody goes again: repaired, or the customer wants no repair. */
export const finalOutcomes: readonly ResultFacts['outcome'][] = ['solved', 'refused']

/** A result with the name of who did the work. */
export type NamedResult = Result & { servicePersonName: string | null }

const select = `SELECT r.*, m."name" AS "servicePersonName"
  FROM "tickets_result" r LEFT JOIN "house_member" m ON m."id" = r."servicePersonId"`

/** One result with its parts; null when there is none. */
export async function findResult(services: Services, reader: Reader, id: string): Promise<NamedResult | null> {
  const rows = (await reader.query(services.database.sql(`${select} WHERE r."id" = ?`), [id])) as NamedResult[]
  return rows[0] ? readColumns(rows[0]) : null
}

/** Newest result of a ticket: the one the close gate and the papers look at. */
export async function newestResult(services: Services, reader: Reader, ticketId: string): Promise<NamedResult | null> {
  const rows = (await reader.query(
    services.database.sql(`${select} WHERE r."ticketId" = ? ORDER BY r."nth" DESC LIMIT 1`),
    [ticketId],
  )) as NamedResult[]
  return rows[0] ? readColumns(rows[0]) : null
}

/** Every result of a ticket, newest first. */
export async function resultsOf(services: Services, reader: Reader, ticketId: string): Promise<NamedResult[]> {
  const rows = (await reader.query(services.database.sql(`${select} WHERE r."ticketId" = ? ORDER BY r."nth" DESC`), [
    ticketId,
  ])) as NamedResult[]
  return rows.map(readColumns)
}

/** The result as a seat may see it: charges only where its role may (null otherwise). */
export function resultRow(seat: Seat, result: NamedResult): ResultRow {
  const sight = sightOf(seat.role, 'charge')
  const seesCharge = sight === 'shown' || (sight === 'own' && result.servicePersonId === seat.memberId)
  return {
    id: result.id,
    servicePersonId: result.servicePersonId,
    servicePersonName: result.servicePersonName ?? '',
    serviceOn: result.serviceOn,
    arrivedAt: result.arrivedAt,
    finishedAt: result.finishedAt,
    result: result.result,
    outcome: result.outcome as ResultRow['outcome'],
    parts: seesCharge ? result.parts : result.parts.map((part) => ({ ...part, unitPriceCents: 0 })),
    chargeCents: seesCharge ? result.chargeCents : null,
    receipt: result.receipt as ResultRow['receipt'],
    opinion: result.opinion,
    satisfaction: result.satisfaction as ResultRow['satisfaction'],
    version: result.version,
    recordedAt: result.recordedAt,
  }
}

/** Raw rows carry JSON as text, and PostgreSQL its big numbers too. */
function readColumns(row: NamedResult): NamedResult {
  const parts: unknown = row.parts
  return {
    ...row,
    parts: typeof parts === 'string' ? (JSON.parse(parts) as Result['parts']) : row.parts,
    chargeCents: Number(row.chargeCents),
  }
}

/** The columns of a result that a seat fills. */
export function columnsOf(input: ResultFacts) {
  const { servicePersonId, serviceOn, result, outcome, chargeCents, receipt, opinion } = input
  return {
    ...{ servicePersonId, serviceOn, result, outcome, chargeCents, receipt, opinion },
    arrivedAt: input.arrivedAt ?? null,
    finishedAt: input.finishedAt ?? null,
    parts: input.parts,
    satisfaction: input.satisfaction ?? null,
  }
}
