import {
  houseQuotas,
  quotaChanges,
  quotaKinds,
  type Quotas,
  type QuotasRow,
  quotasSchema,
} from '../../shared/admin/quotas.ts'
import { roles } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { audit } from './audit.ts'
import { SettingEntity } from './entities.ts'
import { lockSetting } from './lock-setting.ts'

const name = 'quotas'

/** How often each role may do what is counted: the company's own figures, else the house's. */
export async function readQuotas(reader: Reader): Promise<QuotasRow> {
  const row = await reader.findOneBy(SettingEntity, { name })
  if (!row) return { quotas: houseQuotas, version: 0 }
  const { quotas, version } = row.value as { quotas: Partial<Quotas>; version: number }
  // What a later release counts besides has the house's figure until somebody sets it.
  const whole = quotaKinds.map((kind) => [kind, { ...houseQuotas[kind], ...quotas[kind] }])
  return { quotas: quotasSchema.parse(Object.fromEntries(whole)), version }
}

/** Sets the quotas. Refuses by name who did not see the last change; the audit names each role and what it may now. */
export async function saveQuotas(
  services: Services,
  seat: Seat,
  input: { quotas: Quotas; version: number },
): Promise<QuotasRow> {
  return services.database.write(async (tx) => {
    await lockSetting(services, tx, name)
    const before = await readQuotas(tx)
    if (before.version !== input.version) throw new Failure('changedByOther', 'admin.failure.quotasChanged')
    const after = { quotas: input.quotas, version: before.version + 1 }
    await tx.upsert(SettingEntity, { name, value: after, changedAt: services.now(), changedBy: seat.memberId }, [
      'name',
    ])
    const changes = quotaChanges(before.quotas, after.quotas)
    for (const role of roles) {
      const ofRole = changes.filter((change) => change.role === role)
      if (ofRole.length === 0) continue
      const changed = Object.fromEntries(
        ofRole.map(({ kind, was, is }) => [
          `quota.${kind}`,
          [`${was.perHour}/${was.perDay}`, `${is.perHour}/${is.perDay}`],
        ]),
      )
      await audit(services, tx, seat, { action: 'admin.saveQuotas', subject: 'company', details: { role, changed } })
    }
    tx.changed('admin.quotas', 'company')
    return after
  })
}
