import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleMembers } from '../../main/admin/sample/people.ts'
import { verifyAudit } from '../../main/admin/verify-audit.ts'
import { roles } from '../../shared/admin/rights.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

describe.each(engines)('the sample company on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine, { bare: true })
    await house.nobody.admin.setUp({
      language: 'zh-CN',
      companyName: '禾炊厨具',
      branch: '济南售后',
      hotline: '4000008003',
      presetId: 'P32',
      warrantyMonths: 24,
      administrator: { login: 'admin', name: '韩秋实', password: 'password-1' },
      start: 'sample',
    })
  }, 120_000)
  afterAll(() => house.close())

  it('has members of every role who can sign in', async () => {
    expect(new Set(['administrator', ...sampleMembers.map((member) => member.role)])).toEqual(new Set(roles))
    const { login, password } = sampleMembers[1]!
    await expect(house.nobody.admin.signIn({ login, password })).resolves.toBeUndefined()
  })

  it('has a living board', async () => {
    const head = await house.as('supervisor')
    const board = await head.tickets.board()
    expect(board).toMatchObject({ lostCalls: 3, complaints: 1 })
    for (const figure of ['late', 'dueSoon', 'unassigned', 'callsToday'] as const)
      expect(board[figure]).toBeGreaterThan(1)
    const counts = await head.tickets.counts()
    expect(counts).toMatchObject({ paused: 1, toLedger: 2, toArchive: 2, closed: 26, all: 50 })
    expect((await head.customers.list({ text: '', limit: 200 })).rows).toHaveLength(40)
  })

  it('was told in order, from a clock that never ran ahead', async () => {
    const report = await verifyAudit(house.station.services)
    expect(report.broken).toBeNull()
    const admin = await house.as('administrator')
    const entries = await admin.admin.audit({ limit: 200 })
    expect(entries.every((entry) => entry.at <= house.clock.at)).toBe(true)
  })
})
