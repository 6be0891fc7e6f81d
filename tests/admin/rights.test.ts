import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyProcedure } from '@trpc/server'
import { mayUse, type Right, rights, type Role, roles } from '../../shared/admin/rights.ts'
import { appRouter } from '../../main/registry.ts'
import { MemberEntity } from '../../main/house/entities.ts'
import { openSession } from '../../main/house/sessions.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

/** Every procedure of the API with the right it asks for. */
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).map(
  ([path, procedure]) => ({
    path,
    type: procedure._def.type as 'query' | 'mutation' | 'subscription',
    right: (procedure._def.meta as { right?: Right } | undefined)?.right,
  }),
)

describe('the rights matrix, walked role by procedure', () => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation('sqlite')
  })
  afterAll(() => house.close())

  it('sees the whole API', () => {
    expect(procedures.length).toBeGreaterThan(40)
    expect(procedures.filter((procedure) => procedure.right === undefined)).toEqual([])
    const used = new Set(procedures.map((procedure) => procedure.right))
    const unused = (Object.keys(rights) as Right[]).filter((right) => !used.has(right))
    expect(unused).toEqual([])
  })

  it.each(procedures)('$path asks for $right and nothing else lets in', async ({ path, type, right }) => {
    for (const role of [null, ...roles]) {
      const { status, text } = await call(path, type, role)
      const refused = mayUse(role, right!) ? null : role === null ? 401 : 403
      if (refused) expect([path, role, status]).toEqual([path, role, refused])
      else expect([path, role, status === 401 || status === 403]).toEqual([path, role, false])
      expect(status, text).toBeLessThan(500)
      expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|SELECT |INSERT |\/main\/|\.ts\b/)
    }
  })

  it('ends at once for a disabled member', async () => {
    const seat = await house.seat('operator')
    await house.station.services.database.write((tx) =>
      tx.update(MemberEntity, { id: seat.memberId }, { status: 'disabled' }),
    )
    expect((await call('admin.colleagues', 'query', 'operator')).status).toBe(401)
  })

  /** A call with no sensible input: whoever may use the procedure gets 200 or a foreseen no, everyone else 401 or 403. */
  async function call(path: string, type: string, role: Role | null): Promise<{ status: number; text: string }> {
    const cookie = role === null ? '' : await sessionOf(house, role)
    const abort = new AbortController()
    const response = await house.station.handle(
      new Request(`http://127.0.0.1/api/${path}`, {
        method: type === 'mutation' ? 'POST' : 'GET',
        headers: {
          cookie,
          ...(type === 'mutation' ? { 'content-type': 'application/json' } : { accept: 'text/event-stream' }),
        },
        body: type === 'mutation' ? '{"hostile":"\' OR 1=1 --"}' : undefined,
        signal: abort.signal,
      }),
    )
    if (type !== 'subscription') return { status: response.status, text: await response.text() }
    const reader = response.body!.getReader()
    let heard = ''
    while (!heard.includes('httpStatus')) {
      const next = await Promise.race([reader.read(), new Promise<null>((resolve) => setTimeout(resolve, 400, null))])
      if (!next || next.done) break
      heard += new TextDecoder().decode(next.value)
    }
    abort.abort()
    await reader.cancel().catch(() => undefined)
    const refused = /"httpStatus":(\d+)/.exec(heard)?.[1]
    return { status: refused ? Number(refused) : response.status, text: heard }
  }
})

/** The cookie of a fresh session: a walk over every procedure also signs out. */
async function sessionOf(house: TestStation, role: Role): Promise<string> {
  const { services } = house.station
  const seat = await house.seat(role)
  const cookie = await services.database.write((tx) => openSession(services, tx, seat.memberId, 'test'))
  return cookie.split(';')[0]!
}

describe('a defect', () => {
  it('answers with six letters and nothing of the inside', async () => {
    const house = await openTestStation('sqlite')
    const { database } = house.station.services
    const cookie = await sessionOf(house, 'administrator')
    await database.write((tx) => tx.query('ALTER TABLE "admin_member" RENAME COLUMN "workNumber" TO "lost"'))
    const response = await house.station.handle(
      new Request('http://127.0.0.1/api/admin.members', { headers: { cookie } }),
    )
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toMatch(/"incident":"[A-Z]{6}"/)
    expect(text).not.toMatch(/workNumber|SELECT|\bat |\.ts|column/i)
    expect(house.logged.join('')).toContain('no such column')
    await house.close()
  })
})
