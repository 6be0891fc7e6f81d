import { outcomesInstead, type Outcome } from '../../shared/intake/outcomes.ts'
import type { RecordIntake } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { deadlinesFor } from '../../shared/tickets/rules.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { findRows, updateRow } from '../database/typed-rows.ts'
import { calendarOf, type Company, companyOf } from '../house/settings.ts'
import { CallEntity, type Intake, IntakeEntity } from './entities.ts'
import { headOnDuty } from './intake-facts.ts'

/** Latest instant of the call that asks how it works after guidance by telephone (R043); null where the trade asks none. */
export function guidanceDue(
  entry: Pick<RecordIntake, 'handling' | 'outcome' | 'kind' | 'level' | 'receivedAt'>,
  preset: Policy,
  company: Company,
  now: string,
): string | null {
  if (entry.handling !== 'guidance' || (entry.outcome !== 'repair' && entry.outcome !== 'consult')) return null
  const kind = { kind: entry.kind, level: entry.level, handling: 'guidance' } as const
  const deadlines = deadlinesFor(preset, kind, { received: entry.receivedAt }, calendarOf(preset, company), now)
  return deadlines.find(({ clock }) => clock === 'guide')?.dueAt ?? null
}

/**
 * What a line says otherwise once its outcome is corrected: a complaint tells the head (R012), and who was advised is asked how it works (R043) only
 * while the line says so. Refuses an outcome that only a case can have.
 */
export async function whatFollows(
  services: Services,
  tx: Tx,
  line: Intake,
  outcome: Outcome | undefined,
): Promise<Partial<Intake>> {
  if (outcome === undefined || outcome === line.outcome) return {}
  if (!outcomesInstead(line).includes(outcome))
    throw new Failure('ruleBroken', 'intake.failure.outcomeOfCase', {}, 'outcome')
  const company = await companyOf(tx)
  const now = services.now()
  const policy = company.policies.at(line.receivedAt, { productName: line.productName }).policy
  const asked = { ...line, outcome, kind: line.kind ?? '', handling: line.handling as RecordIntake['handling'] }
  const headId = outcome === 'complaint' && line.notifiedId === null ? await headOnDuty(services, tx) : null
  return {
    ...(line.followedUpAt === null ? { followUpDueAt: guidanceDue(asked, policy, company, now) } : {}),
    ...(headId === null ? {} : { notifiedId: headId, notifiedAt: now }),
  }
}

/** The call of a line ended as the line says, also where a correction is taken back. */
export async function followOutcome({ database }: Services, tx: Tx, lineId: string): Promise<void> {
  const [line] = await findRows(database, tx, IntakeEntity, { id: lineId })
  if (line?.callId) await updateRow(database, tx, CallEntity, line.callId, { outcome: line.outcome })
}
