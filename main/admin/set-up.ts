import type { z } from 'zod'
import type { setUpSchema } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Services } from '../api/context.ts'
import { bringRecords } from '../database/bring-records.ts'
import { openSession } from '../house/sessions.ts'
import { audit } from '../house/audit.ts'
import { type Member, MemberEntity } from '../house/entities.ts'
import { hashPassword } from './passwords.ts'
import type { SampleCompany } from './sample-company.ts'
import { writeCompany } from '../house/settings.ts'

/** The first run: company, preset, administrator. Only once; afterwards it is refused. Answers with a session cookie. */
export async function setUp(
  services: Services,
  input: z.output<typeof setUpSchema>,
  device: string,
  sample?: SampleCompany,
): Promise<string> {
  const passwordHash = await hashPassword(services, input.administrator.password)
  if (input.start === 'sample' && !sample) throw new Error('this station has no sample company')
  const fill = input.start === 'sample' ? await sample?.prepare(services) : null
  const cookie = await services.database.write(async (tx) => {
    if (await tx.existsBy(MemberEntity, {})) throw new Failure('ruleBroken', 'admin.failure.alreadySetUp')
    const preset = presetById(input.presetId)
    const company = {
      name: input.companyName,
      branch: input.branch,
      hotline: input.hotline,
      language: input.language,
      timeZone: 'Asia/Shanghai',
      presetId: input.presetId,
      warrantyMonths: input.warrantyMonths,
      version: 1,
    }
    await writeCompany(services, tx, null, company, preset ? { ...preset, areaCode: input.areaCode } : undefined)
    const memberId = services.newId()
    const now = services.now()
    const administrator: Member = {
      id: memberId,
      login: input.administrator.login,
      loginKey: input.administrator.login.toLowerCase(),
      name: input.administrator.name,
      workNumber: '001',
      role: 'administrator',
      status: 'active',
      extension: '',
      phone: '',
      region: '',
      department: null,
      rowScope: null,
      passwordHash,
      mustChangePassword: false,
      createdAt: now,
      updatedAt: now,
      version: 1,
    }
    await bringRecords(services.database, tx, MemberEntity, [administrator])
    await audit(services, tx, null, {
      action: 'admin.setUp',
      subject: `member:${memberId}`,
      details: { presetId: input.presetId },
    })
    await fill?.(services, tx)
    return openSession(services, tx, memberId, device)
  })
  return cookie
}
