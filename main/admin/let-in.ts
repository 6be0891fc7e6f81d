import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { audit } from '../house/audit.ts'
import { MemberEntity } from '../house/entities.ts'

/** Lets a member who has to wait after wrong passwords try again at once, from wherever: all addresses start anew as well. */
export async function letIn(services: Services, seat: Seat, { id }: { id: string }): Promise<void> {
  await services.database.write(async (tx) => {
    const member = await tx.findOneBy(MemberEntity, { id })
    if (!member) throw new Failure('notFound', 'admin.failure.noMember')
    await tx.query(services.database.sql(`DELETE FROM "admin_tries" WHERE "who" = ? OR "who" LIKE 'address:%'`), [
      `login:${member.loginKey}`,
    ])
    await audit(services, tx, seat, { action: 'admin.letIn', subject: `member:${id}` })
  })
}
