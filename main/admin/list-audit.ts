import type { z } from 'zod'
import type { AuditFilter, auditTotalsSchema, listAuditSchema } from '../../shared/admin/audit-list.ts'
import type { AuditRow } from '../../shared/admin/schema.ts'
import { adminWords } from '../../shared/admin/words.ts'
import { askedText } from '../../shared/kit/asked-text.ts'
import { endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { Seat, Services } from '../api/context.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Database, Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { auditEntries, countAudit, lastNotWalked } from '../house/audit-entries.ts'
import type { Audit } from '../house/entities.ts'
import { refuseCutFile } from '../house/list-source.ts'
import { anyOf, type Condition } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import { namesOf } from '../house/names-of.ts'
import { idsCalled } from './audit-names.ts'

/**
 * Audit entries by keyset in the order of their numbers, newest first unless asked otherwise. Each comes with the names of what it speaks of as
 * they are now, where the seat meets them.
 */
export async function listAudit(
  services: Services,
  seat: Seat,
  wish: z.output<typeof listAuditSchema>,
): Promise<Page<AuditRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const { conditions, leftOut } = await meantBy(services, reader, seat, wish)
    refuseCutFile(seat, leftOut)
    const rows = await auditEntries(database, reader, conditions, {
      ...{ beyond: Number(readCursor(wish.after, 'count')?.[0] ?? 0) || null, limit: wish.limit + 1 },
      isDown: wish.sort?.isDown ?? true,
    })
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    const names = await namesOf(services, reader, seat, shown.flatMap(idsIn))
    return {
      rows: shown.map((entry) => ({
        ...entry,
        id: String(entry.seq),
        memberName: entry.memberId === null ? null : (names.get(entry.memberId) ?? null),
        names: Object.fromEntries(idsIn(entry).flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : []))),
      })),
      next: rows.length > wish.limit && last ? writeCursor([last.seq, String(last.seq)]) : null,
    }
  })
}

/** How many entries match. */
export async function totalAudit(
  services: Services,
  seat: Seat,
  wish: AuditFilter,
): Promise<z.output<typeof auditTotalsSchema>> {
  return services.database.read(async (reader) => {
    const { conditions, leftOut } = await meantBy(services, reader, seat, wish)
    const count = await countAudit(services.database, reader, conditions)
    const isMore = count > mostWalked || leftOut.length > 0
    return { count: Math.min(count, mostWalked), isMore, leftOut, sums: {} }
  })
}

/** What a wish narrows the entries to. */
async function meantBy(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: AuditFilter,
): Promise<{ conditions: Condition[]; leftOut: ListGap[] }> {
  const { text, subject, memberId, feature, action, onFrom, onTo } = wish
  const conditions: Condition[] = []
  const equals = { 'a."subject"': subject, 'a."memberId"': memberId, 'a."action"': action }
  for (const [column, value] of Object.entries(equals))
    if (value) conditions.push({ where: `${column} = ?`, values: [value] })
  if (feature) conditions.push({ where: 'a."action" >= ? AND a."action" < ?', values: [`${feature}.`, `${feature}/`] })
  const { timeZone } = await companyOf(reader)
  if (onFrom) conditions.push({ where: 'a."at" >= ?', values: [startOfDay(onFrom, timeZone)] })
  if (onTo) conditions.push({ where: 'a."at" <= ?', values: [endOfDay(onTo, timeZone)] })
  const sought = askedText(text).toLowerCase()
  const leftOut: ListGap[] = []
  if (sought !== '') {
    const called = await idsCalled(services, reader, seat, sought)
    const beyond = await lastNotWalked(services.database, reader, conditions)
    if (called.isCut) leftOut.push('text')
    if (called.isRecent || beyond > 0) leftOut.push('recent')
    conditions.push(meaning(services.database, sought, called.ids, beyond))
  }
  return { conditions, leftOut }
}

/** What a text may mean: an entry's number, words of its details, what was done, who did it or what it is about. */
function meaning(
  database: Pick<Database, 'engine'>,
  sought: string,
  ids: readonly string[],
  beyond: number,
): Condition {
  const isSqlite = database.engine === 'sqlite'
  const idOfSubject = isSqlite ? `substr(a."subject", instr(a."subject", ':') + 1)` : `split_part(a."subject", ':', 2)`
  const words = anyOf([
    { where: `${isSqlite ? 'instr' : 'strpos'}(lower(a."details"), ?) > 0`, values: [sought] },
    oneOf(database, 'a."action"', actionsSaid(sought)),
    oneOf(database, 'a."memberId"', ids),
    oneOf(database, idOfSubject, ids),
  ])
  const among: Condition = { where: `(a."seq" > ${beyond} AND ${words.where})`, values: words.values }
  const isNumber = /^\d{1,15}$/.test(sought)
  return isNumber ? anyOf([among, { where: 'a."seq" = CAST(? AS bigint)', values: [sought] }]) : among
}

const actionPrefix = 'action.'

/** Actions whose words hold the text, in whichever language it was typed. */
const actionsSaid = (sought: string): string[] =>
  Object.entries(adminWords as Words).flatMap(([key, text]) =>
    key.startsWith(actionPrefix) && Object.values(text).some((said) => said.toLowerCase().includes(sought))
      ? [key.slice(actionPrefix.length)]
      : [],
  )

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Whatever an entry names by id: its member, its subject and what its details hold. */
function idsIn({ memberId, subject, details }: Audit): string[] {
  return [...(memberId === null ? [] : [memberId]), ...(`${subject} ${details}`.match(anId) ?? [])]
}
