import { randomUUID } from 'node:crypto'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { carriedClocks, type OldEntry, type OldTicket } from './20261127-old-clocks.ts'

const subject = `'tickets.ticket'`

/** Limits as every ticket until now was opened under them: trade, level, clock, minutes, rule. All of them by the clock. */
const limits = [
  ['P34', 'I', 'respond', 60, 'R056'],
  ['P34', 'I', 'plan', 30, 'R057'],
  ['P34', 'I', 'solve', 240, 'R058'],
  ['P34', 'II', 'respond', 120, 'R059'],
  ['P34', 'II', 'visit', 120, 'R059'],
  ['P34', 'II', 'plan', 60, 'R060'],
  ['P34', 'II', 'solve', 480, 'R061'],
  ['P32', null, 'visit', 180, 'R044'],
  ['P32', null, 'guide', 180, 'R043'],
  [null, null, 'assign', 10, 'R036'],
] as const

function caseOf(value: (limit: (typeof limits)[number]) => string, otherwise: string): string {
  const whens = limits.map((limit) => {
    const [trade, level, clock] = limit
    const when = [trade && `t."presetId" = '${trade}'`, level && `t."level" = '${level}'`, `c."clock" = '${clock}'`]
    return `WHEN ${when.filter(Boolean).join(' AND ')} THEN ${value(limit)}`
  })
  return `CASE WHEN c."kind" <> 'start' THEN ${otherwise === 'NULL' ? 'NULL' : `''`} ${whens.join(' ')} ELSE ${otherwise} END`
}

const tables = [
  `CREATE TABLE "clocks_entry" (
    "id" text NOT NULL,
    "subjectKind" text NOT NULL,
    "subjectId" text NOT NULL,
    "clock" text NOT NULL,
    "round" integer NOT NULL,
    "nth" integer NOT NULL,
    "kind" text NOT NULL,
    "at" text NOT NULL,
    "limitMinutes" integer,
    "hours" text,
    "warnMinutes" integer,
    "rule" text NOT NULL,
    "pinnedAt" text,
    "reason" text NOT NULL,
    "memberId" text,
    CONSTRAINT "clocks_entry_pk" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "clocks_running" (
    "id" text NOT NULL,
    "subjectKind" text NOT NULL,
    "subjectId" text NOT NULL,
    "clock" text NOT NULL,
    "round" integer NOT NULL,
    "state" text NOT NULL,
    "dueAt" text,
    "warnAt" text,
    "warnedAt" text,
    "alarmedAt" text,
    CONSTRAINT "clocks_running_pk" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "tickets_plan" (
    "id" text NOT NULL,
    "ticketId" text NOT NULL,
    "at" text NOT NULL,
    "cause" text NOT NULL,
    "plan" text NOT NULL,
    "memberId" text,
    CONSTRAINT "tickets_plan_pk" PRIMARY KEY ("id"),
    CONSTRAINT "tickets_plan_ticket" FOREIGN KEY ("ticketId") REFERENCES "tickets_ticket" ("id")
  )`,
  'CREATE INDEX "tickets_plan_of" ON "tickets_plan" ("ticketId", "at")',
  'ALTER TABLE "tickets_ticket" ADD COLUMN "round" integer NOT NULL DEFAULT 1',
  'ALTER TABLE "tickets_ticket" ADD COLUMN "roundAt" text',
]

const indexes = [
  'CREATE INDEX "clocks_entry_of" ON "clocks_entry" ("subjectId", "subjectKind", "clock", "round")',
  'CREATE UNIQUE INDEX "clocks_running_of" ON "clocks_running" ("subjectId", "subjectKind", "clock", "round")',
  'CREATE INDEX "clocks_running_alarm" ON "clocks_running" ("alarmedAt", "dueAt")',
  'CREATE INDEX "clocks_running_warn" ON "clocks_running" ("warnedAt", "warnAt")',
]

/** Starts, pauses, resumes and stops as they were, each in its place among those of its clock. */
const carryEntries = `INSERT INTO "clocks_entry" ("id", "subjectKind", "subjectId", "clock", "round", "nth", "kind", "at", "limitMinutes", "hours", "rule", "reason", "memberId")
  SELECT c."id", ${subject}, c."ticketId", c."clock", 1,
    row_number() OVER (PARTITION BY c."ticketId", c."clock" ORDER BY c."at",
      CASE c."kind" WHEN 'start' THEN 0 WHEN 'resume' THEN 1 WHEN 'pause' THEN 2 ELSE 3 END, c."id"),
    c."kind", c."at", ${caseOf(([, , , minutes]) => String(minutes), 'NULL')},
    CASE WHEN c."kind" = 'start' THEN 'clock' END, ${caseOf(([, , , , rule]) => `'${rule}'`, `'house'`)}, c."reason", c."memberId"
  FROM "tickets_clock" c JOIN "tickets_ticket" t ON t."id" = c."ticketId"`

/** The plan's clock had no start of its own: it counted from the answer (level I) or the arrival (level II) (R057, R060). */
const planStarts = `INSERT INTO "clocks_entry" ("id", "subjectKind", "subjectId", "clock", "round", "nth", "kind", "at", "limitMinutes", "hours", "rule", "reason")
  SELECT 'plan-' || t."id", ${subject}, t."id", 'plan', 1, 0, 'start', min(c."at"),
    CASE t."level" WHEN 'I' THEN 30 ELSE 60 END, 'clock', CASE t."level" WHEN 'I' THEN 'R057' ELSE 'R060' END, ''
  FROM "tickets_ticket" t JOIN "tickets_clock" c ON c."ticketId" = t."id" AND c."kind" = 'stop'
    AND c."clock" = CASE t."level" WHEN 'I' THEN 'respond' ELSE 'visit' END
  WHERE t."presetId" = 'P34' AND t."level" IN ('I', 'II') GROUP BY t."id", t."level"`

/** A plan typed before its limit began had met it: it is met from there. */
const earlyPlans = `INSERT INTO "clocks_entry" ("id", "subjectKind", "subjectId", "clock", "round", "nth", "kind", "at", "rule", "reason")
  SELECT 'early-' || s."id", ${subject}, s."subjectId", 'plan', 1, 9999, 'stop', s."at", '', ''
  FROM "clocks_entry" s WHERE s."id" LIKE 'plan-%' AND s."kind" = 'start' AND EXISTS (SELECT 1 FROM "clocks_entry" e
    WHERE e."subjectId" = s."subjectId" AND e."clock" = 'plan' AND e."kind" = 'stop' AND e."at" < s."at")`

/** The visit a customer agreed to instead of the promise (R044). */
const pins = `INSERT INTO "clocks_entry" ("id", "subjectKind", "subjectId", "clock", "round", "nth", "kind", "at", "rule", "pinnedAt", "reason", "memberId")
  SELECT 'pin-' || d."id", ${subject}, d."ticketId", 'visit', 1, 9998, 'pin', d."dispatchedAt", '', d."visitFromAt", d."rescheduleReason", d."dispatcherId"
  FROM "tickets_dispatch" d WHERE d."consent" = 'agreed' AND d."state" <> 'handedBack'`

/** Tickets whose last visit did not end the case are in their next round, which began with that result. */
const rounds = [
  `UPDATE "tickets_ticket" SET "round" = 1 + (SELECT count(*) FROM "tickets_result" r WHERE r."ticketId" = "tickets_ticket"."id"
     AND r."outcome" NOT IN ('solved', 'refused')) WHERE "id" IN (SELECT "ticketId" FROM "tickets_result" WHERE "outcome" NOT IN ('solved', 'refused'))`,
  `UPDATE "tickets_ticket" SET "roundAt" = (SELECT max(r."recordedAt") FROM "tickets_result" r WHERE r."ticketId" = "tickets_ticket"."id"
     AND r."outcome" NOT IN ('solved', 'refused')) WHERE "round" > 1`,
]

/**
 * Time as a ledger of any subject, and a row for each deadline that runs. Every entry is carried over with the limit it ran under; open
 * tickets get their rows, an alarm that was given is not given again, and what stood on no list runs from the result it waits since.
 */
export class ClocksOfAnySubject implements MigrationInterface {
  name = 'ClocksOfAnySubject1795824800990'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, carryEntries, planStarts, ...indexes, earlyPlans, pins, ...rounds])
      await runner.query(statement)
    const isPostgres = runner.dataSource.options.type === 'postgres'
    const ask = (text: string, values: unknown[]): Promise<unknown> => {
      let nth = 0
      return runner.query(isPostgres ? text.replaceAll('?', () => `$${(nth += 1)}`) : text, values)
    }
    for (let after = ''; ;) {
      const tickets = (await ask(
        `SELECT "id", "state", "presetId", "level", "handling", "receivedAt", "round", "roundAt", "pausedReason", "nextDueAt", "alarmedDueAt",
           (SELECT max("dispatchedAt") FROM "tickets_dispatch" d WHERE d."ticketId" = t."id") AS "dispatchedAt",
           (SELECT max(a."at") FROM "tickets_attempt" a JOIN "tickets_dispatch" d ON d."id" = a."dispatchId"
             WHERE d."ticketId" = t."id" AND a."result" = 'reached') AS "reachedAt"
         FROM "tickets_ticket" t WHERE "state" IN ('unassigned', 'dispatched') AND "id" > ? ORDER BY "id" LIMIT 300`,
        [after],
      )) as OldTicket[]
      if (tickets.length === 0) return
      after = tickets.at(-1)!.id
      const entries = (await ask(
        `SELECT * FROM "clocks_entry" WHERE "subjectId" IN (${tickets.map(() => '?').join(', ')})`,
        tickets.map(({ id }) => id),
      )) as OldEntry[]
      for (const ticket of tickets) {
        const carried = carriedClocks(
          ticket,
          entries.filter(({ subjectId }) => subjectId === ticket.id),
        )
        for (const row of carried.entries)
          await insert(ask, 'clocks_entry', { ...row, id: randomUUID(), subjectId: ticket.id })
        for (const row of carried.running)
          await insert(ask, 'clocks_running', { ...row, id: randomUUID(), subjectId: ticket.id })
        if (carried.next)
          await ask('UPDATE "tickets_ticket" SET "nextDueAt" = ?, "nextClock" = ? WHERE "id" = ?', [
            carried.next.dueAt,
            carried.next.clock,
            ticket.id,
          ])
      }
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}

async function insert(
  ask: (text: string, values: unknown[]) => Promise<unknown>,
  table: string,
  row: object,
): Promise<void> {
  const columns = Object.keys({ subjectKind: '', ...row })
  const values = Object.values({ subjectKind: 'tickets.ticket', ...row })
  const names = columns.map((column) => `"${column}"`).join(', ')
  await ask(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`, values)
}
