import fc from 'fast-check'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { newId } from '../../main/new-id.ts'
import { appRouter } from '../../main/registry.ts'
import { mayUse, type Right, type Role, roles } from '../../shared/admin/rights.ts'
import { clientWith, seatClient, type SeatClient } from '../kit/seat-client.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'
import { inputsFor } from './hostile-inputs.ts'

interface Procedure {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  right: Right
  schema: z.ZodType | undefined
}

const procedures: Procedure[] = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: Procedure['type']; meta?: { right: Right }; inputs: z.ZodType[] } }
  >,
)
  .map(([path, { _def }]) => ({ path, type: _def.type, right: _def.meta!.right, schema: _def.inputs[0] }))
  // Sign-in and first run cost a password hash each and are tried below, a few times; signing out would end the seats.
  .filter(
    ({ path, type }) => type !== 'subscription' && !['admin.setUp', 'admin.signIn', 'admin.signOut'].includes(path),
  )

/** Calls of one run, as many for each procedure however many there are; `GENDAN_FUZZ=10000` for the long one. */
const calls = Number(process.env.GENDAN_FUZZ ?? procedures.length * 12)

const inside =
  /\bat .*\.(ts|js):\d|node_modules|sqlite|postgres|SELECT |INSERT |UPDATE "|DELETE FROM|relation "|constraint|\/work\/|\/tmp\/|Error:|stack"/i

/** Whether an answer is the rule that who tried too many passwords waits; any other trouble of the station is wrong. */
const isMadeToWait = (answer: string): boolean => /"kind":"busy","text":"admin\.failure\.tooManyTries/.test(answer)

describe.each(engines)('any input to any procedure by anybody on %s', (engine) => {
  let house: TestStation
  const seats = new Map<Role | null, SeatClient>()
  const ids: string[] = []
  /** Procedures that took at least one of the inputs: else the inputs say nothing. */
  const answered = new Set<string>()

  beforeAll(async () => {
    house = await openTestStation(engine)
    for (const role of roles) seats.set(role, await seatClient(house, role))
    seats.set(
      null,
      clientWith('', '', (request) => house.station.handle(request)),
    )
    const operator = await house.as('operator')
    const technician = await house.seat('technician', '孙师傅')
    for (const phone of ['13812345678', '13900000001']) {
      const input = repairCall({ phone })
      await operator.intake.record(input)
      ids.push(input.id, input.ticketId, input.newCustomerId, input.newProductId)
    }
    const call = await operator.intake.startCall({
      id: newId(),
      number: '13812345678',
      direction: 'in',
      at: house.clock.at,
    })
    const dispatch = await operator.tickets.assign({
      id: newId(),
      ticketId: ids[1]!,
      technicianId: technician.memberId,
      visitFromAt: '2026-11-20T03:36:00.000Z',
      within3h: 'yes',
    })
    ids.push(call.id, dispatch.id, technician.memberId)
  })
  afterAll(() => house.close())

  const callOf = (procedure: Procedure) =>
    fc.record({
      procedure: fc.constant(procedure),
      // Half of the calls by somebody who may make them: the others end at the door.
      role: fc.oneof(
        fc.constantFrom<Role | null>(...roles, null),
        fc.constantFrom<Role | null>(...[...roles, null].filter((role) => mayUse(role, procedure.right))),
      ),
      input: procedure.schema ? inputsFor(procedure.schema, ids) : fc.constant(undefined),
    })

  /** What is wrong with the answer to a call; empty when nothing is. */
  async function judge({
    procedure,
    role,
    input,
  }: {
    procedure: Procedure
    role: Role | null
    input: unknown
  }): Promise<string> {
    const seat = seats.get(role)!
    const response = await (procedure.type === 'query'
      ? seat.query(procedure.path, input)
      : seat.mutate(procedure.path, input))
    if (response.status === 200) answered.add(procedure.path)
    const text = await response.text()
    const told = `${procedure.path} by ${role}: ${response.status} ${text.slice(0, 300)}`
    if (response.status >= 500 && !isMadeToWait(text))
      return `${told}\n${house.logged
        .filter((line) => line.includes('defect'))
        .at(-1)
        ?.slice(0, 900)}`
    if (response.status >= 400 && inside.test(text)) return `tells of the inside: ${told}`
    const isAllowed = mayUse(role, procedure.right)
    const expected = role === null ? 401 : 403
    if (!isAllowed && response.status !== expected) return `not refused: ${told}`
    const isRefused = text.includes('admin.failure.notAllowed') || text.includes('admin.failure.signedOut')
    return isAllowed && isRefused ? `refused against the matrix: ${told}` : ''
  }

  it('knows every procedure', () => expect(procedures.length).toBeGreaterThan(35))

  it('keeps to the rights matrix: every procedure, every role', async () => {
    const wrong: string[] = []
    for (const procedure of procedures)
      for (const role of [...roles, null]) {
        if (mayUse(role, procedure.right)) continue
        wrong.push(await judge({ procedure, role, input: {} }))
      }
    expect(wrong.filter(Boolean)).toEqual([])
  })

  it(
    `answers ${calls} generated calls by name, without a defect and without telling of the inside`,
    async () => {
      const wrong = new Map<string, string>()
      const sample = fc.sample(
        fc.integer({ min: 0, max: procedures.length - 1 }).chain((nth) => callOf(procedures[nth]!)),
        { numRuns: calls, seed: Number(process.env.GENDAN_SEED ?? 20261120) },
      )
      for (const call of sample) {
        const what = await judge(call)
        if (what)
          wrong.set(
            `${call.procedure.path} ${what.match(/"error":"[^"]*"/)?.[0] ?? ''}`,
            `${what}\n<- ${String(JSON.stringify(call.input)).slice(0, 400)}`,
          )
      }
      expect([...wrong.values()].join('\n\n')).toBe('')
    },
    60_000 + calls * 50,
  )

  it('has gone past the doors', () => expect(answered.size).toBeGreaterThan(procedures.length / 2))

  it('still holds its audit chain and its first run afterwards', async () => {
    expect((await verifyAudit(house.station.services)).broken).toBeNull()
    const nobody = seats.get(null)!
    const setUp = {
      language: 'zh-CN',
      companyName: 'x',
      presetId: 'P32',
      warrantyMonths: null,
      start: 'empty',
      administrator: { login: 'thief', name: 'x', password: 'password-1' },
    }
    expect((await nobody.mutate('admin.setUp', setUp)).status).toBe(422)
    for (const login of ["' OR 1=1 --", 'chief\0', '', 'x'.repeat(40)])
      expect((await nobody.mutate('admin.signIn', { login, password: 'password-1' })).status).toBe(400)
  })
})
