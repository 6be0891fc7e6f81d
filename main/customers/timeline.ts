import type { TimelineEntry } from '../../shared/customers/schema.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'

/** One kind of entry: where its rows are and how they read. Every SELECT gives the columns of `EntryRow`. */
interface Source {
  kind: TimelineEntry['kind']
  select: string
  from: string
  /** Column of the instant. */
  at: string
}

interface EntryRow {
  kind: TimelineEntry['kind']
  id: string
  at: string
  title: string
  detail: string
  productId: string | null
  ticketId: string | null
  endedAt: string | null
  verdict: string | null
  by: string | null
  answeredAt: string | null
}

const sources: Source[] = [
  {
    kind: 'call',
    at: 'c."startedAt"',
    select: `c."id", c."startedAt" AS "at", c."direction" AS "title", c."note" AS "detail", NULL AS "productId", c."ticketId",
             c."hungUpAt" AS "endedAt", CASE WHEN c."state" = 'lost' THEN 'lost' END AS "verdict", m."name" AS "by", c."answeredAt" AS "answeredAt"`,
    from: `"intake_call" c LEFT JOIN "admin_member" m ON m."id" = c."memberId" WHERE c."customerId" = ?`,
  },
  {
    kind: 'register',
    at: 'r."receivedAt"',
    select: `r."id", r."receivedAt" AS "at", r."symptom" AS "title", r."productName" AS "detail", r."productId", r."ticketId",
             NULL AS "endedAt", NULL AS "verdict", m."name" AS "by", NULL AS "answeredAt"`,
    from: `"intake_register" r LEFT JOIN "admin_member" m ON m."id" = r."memberId" WHERE r."customerId" = ?`,
  },
  {
    kind: 'dispatch',
    at: 'd."dispatchedAt"',
    select: `d."id", d."dispatchedAt" AS "at", d."number" AS "title", d."visitFromAt" AS "detail", t."productId", t."id" AS "ticketId",
             NULL AS "endedAt", NULL AS "verdict", m."name" AS "by", NULL AS "answeredAt"`,
    from: `"tickets_dispatch" d JOIN "tickets_ticket" t ON t."id" = d."ticketId"
           LEFT JOIN "admin_member" m ON m."id" = d."technicianId" WHERE d."customerId" = ?`,
  },
  {
    kind: 'result',
    at: 'r."recordedAt"',
    select: `r."id", r."recordedAt" AS "at", r."result" AS "title", t."productName" AS "detail", t."productId", t."id" AS "ticketId",
             NULL AS "endedAt", CASE WHEN r."outcome" = 'solved' THEN 'solved' ELSE 'open' END AS "verdict", m."name" AS "by", NULL AS "answeredAt"`,
    from: `"tickets_result" r JOIN "tickets_ticket" t ON t."id" = r."ticketId"
           LEFT JOIN "admin_member" m ON m."id" = r."servicePersonId" WHERE r."customerId" = ?`,
  },
  {
    kind: 'chase',
    at: 'h."at"',
    select: `h."id", h."at" AS "at", t."number" AS "title", h."note" AS "detail", t."productId", t."id" AS "ticketId",
             NULL AS "endedAt", NULL AS "verdict", m."name" AS "by", NULL AS "answeredAt"`,
    from: `"tickets_chase" h JOIN "tickets_ticket" t ON t."id" = h."ticketId"
           LEFT JOIN "admin_member" m ON m."id" = h."memberId" WHERE h."customerId" = ?`,
  },
]

/** A customer's timeline (往来), newest first, from before an instant: one question over all sources. */
export async function readTimeline(
  services: Services,
  reader: Reader,
  customerId: string,
  before: string | null,
  limit: number,
): Promise<TimelineEntry[]> {
  const newest = sources.map(({ kind, select, from, at }) => {
    const earlier = before ? ` AND ${at} < ?` : ''
    return `SELECT * FROM (SELECT '${kind}' AS "kind", ${select} FROM ${from}${earlier} ORDER BY ${at} DESC LIMIT ${limit}) ${kind}s`
  })
  const rows = (await reader.query(
    services.database.sql(newest.join(' UNION ALL ')),
    sources.flatMap(() => (before ? [customerId, before] : [customerId])),
  )) as EntryRow[]
  // Some dozen rows: sorting them here costs a tenth of what it costs inside the database.
  const newestOfAll = rows.toSorted((a, b) => later(a.at, b.at) || later(b.kind, a.kind)).slice(0, limit)
  return newestOfAll.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    productId: row.productId,
    ticketId: row.ticketId,
    seconds: secondsBetween(row.answeredAt, row.endedAt),
    verdict: row.verdict as TimelineEntry['verdict'],
    by: row.by ?? '',
  }))
}

/** How many entries a customer has, of each kind. */
export async function countByKind(
  services: Services,
  reader: Reader,
  customerId: string,
): Promise<Record<TimelineEntry['kind'], number>> {
  const counts: Record<TimelineEntry['kind'], number> = {
    call: 0,
    register: 0,
    dispatch: 0,
    result: 0,
    chase: 0,
    created: 0,
  }
  for (const { kind, from } of sources) {
    const [row] = (await reader.query(services.database.sql(`SELECT count(*) AS "n" FROM ${from}`), [customerId])) as {
      n: number | string
    }[]
    counts[kind] = Number(row?.n ?? 0)
  }
  return counts
}

export async function countEntries(services: Services, reader: Reader, customerId: string): Promise<number> {
  return Object.values(await countByKind(services, reader, customerId)).reduce((sum, count) => sum + count, 0)
}

function secondsBetween(from: string | null, to: string | null): number | null {
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 1000) : null
}

/** Order of two texts, the greater one first. */
const later = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1)
