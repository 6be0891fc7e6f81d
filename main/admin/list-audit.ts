import type { z } from 'zod'
import type { AuditRow, listAuditSchema } from '../../shared/admin/schema.ts'
import { addDays, startOfDay } from '../../shared/kit/calendar.ts'
import type { Seat, Services } from '../api/context.ts'
import { namesOf } from './audit-names.ts'
import { type Audit, AuditEntity } from '../house/entities.ts'
import { companyOf } from '../house/settings.ts'

/**
 * Newest audit entries first, keyset by sequence number, narrowed to a thing, a member, a feature or a day of the company's zone. Each comes
 * with the names of what it speaks of as they are now, where the seat meets them.
 */
export async function listAudit(
  services: Services,
  seat: Seat,
  input: z.output<typeof listAuditSchema>,
): Promise<AuditRow[]> {
  const { before, subject, memberId, feature, day, limit } = input
  return services.database.read(async (reader) => {
    const query = reader.createQueryBuilder(AuditEntity, 'entry').orderBy('entry.seq', 'DESC').limit(limit)
    if (before) query.andWhere('entry.seq < :before', { before })
    if (subject) query.andWhere('entry.subject = :subject', { subject })
    if (memberId) query.andWhere('entry.memberId = :memberId', { memberId })
    if (feature)
      query.andWhere('entry.action >= :from AND entry.action < :to', { from: `${feature}.`, to: `${feature}/` })
    if (day) {
      const { timeZone } = await companyOf(reader)
      const [start, end] = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)]
      query.andWhere('entry.at >= :start AND entry.at < :end', { start, end })
    }
    const entries = await query.getMany()
    const names = await namesOf(services, reader, seat, entries.flatMap(idsIn))
    return entries.map((entry) => ({
      ...entry,
      memberName: entry.memberId === null ? null : (names.get(entry.memberId) ?? null),
      names: Object.fromEntries(idsIn(entry).flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : []))),
    }))
  })
}

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Whatever an entry names by id: its member, its subject and what its details hold. */
function idsIn({ memberId, subject, details }: Audit): string[] {
  return [...(memberId === null ? [] : [memberId]), ...(`${subject} ${details}`.match(anId) ?? [])]
}
