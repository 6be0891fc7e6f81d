import type { MemberListRow } from '../../shared/admin/schema.ts'
import type { Services } from '../api/context.ts'
import { MemberEntity } from '../house/entities.ts'
import { TriesEntity } from './entities.ts'
import { memberRow } from './save-member.ts'
import { isWaitNow } from './sign-in-tries.ts'

/** Every account in the order they were made, with who has to wait after wrong passwords. */
export async function listMembers(services: Services): Promise<MemberListRow[]> {
  const now = services.now()
  return services.database.read(async (reader) => {
    const members = await reader.find(MemberEntity, { order: { createdAt: 'ASC' } })
    const waiting = new Map(
      (await reader.find(TriesEntity))
        .filter(({ waitsUntil }) => isWaitNow(waitsUntil, now))
        .map(({ who, waitsUntil }) => [who, waitsUntil]),
    )
    return members.map((member) => ({
      ...memberRow(member),
      waitsUntil: waiting.get(`login:${member.loginKey}`) ?? null,
    }))
  })
}
