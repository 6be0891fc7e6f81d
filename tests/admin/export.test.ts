import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../main/house/audit.ts'
import { openSession } from '../../main/house/sessions.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { newId } from '../../main/new-id.ts'
import { appRouter } from '../../main/registry.ts'
import { auditFileColumns } from '../../shared/admin/audit-said.ts'
import type { Role } from '../../shared/admin/rights.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'

type Asked = Parameters<Caller['lists']['askExport']>[0]

const wanted = (changes: Partial<Asked> = {}): Asked => ({
  ...{ id: newId(), list: 'admin.audit', name: '审计 2026-11-20', wish: {}, language: 'zh-CN', isWhole: false },
  columns: auditFileColumns.map(({ id }) => id),
  ...changes,
})

/** More than a page of the writer. */
const many = 203

describe.each(engines)('the audit as a file on %s', (engine) => {
  let house: TestStation
  const customerId = newId()

  beforeAll(async () => {
    house = await openTestStation(engine)
    const operator = await house.as('operator', '周敏')
    const phone = { id: newId(), raw: '13853120417' }
    await operator.customers.save({ id: customerId, name: '青禾路小学食堂', phones: [phone] } as never)
    await operator.customers.reveal({ phoneId: phone.id, reason: '客户要求回拨' })
    const admin = await house.as('administrator')
    const { company } = await admin.admin.house()
    const { timeZone: _, ...seen } = company!
    await admin.admin.saveCompany({ ...seen, presetId: 'P01' })
  })
  afterAll(() => house.close())

  async function written(role: Role, asked: Asked): Promise<{ lines: string[]; rows: number }> {
    const member = await house.as(role)
    await member.lists.askExport(asked)
    await house.station.scheduler.tick()
    const row = (await member.lists.exports()).find(({ id }) => id === asked.id)!
    const { services } = house.station
    const { memberId } = await house.seat(role)
    const cookie = await services.database.write((tx) => openSession(services, tx, memberId, 'test'))
    const answer = await house.station.handle(
      new Request(`http://127.0.0.1/files/${row.hash!}`, { headers: { cookie: cookie.split(';')[0]! } }),
    )
    return { lines: (await answer.text()).trim().split('\r\n'), rows: row.rows }
  }
  const told = async (action: string) => {
    const { rows } = await (await house.as('supervisor')).admin.audit({ action, limit: 1 })
    return { ...rows[0]!, details: JSON.parse(rows[0]!.details) as object }
  }

  it('is written by the station in the words of the page, and what left is what is audited', async () => {
    const { lines, rows } = await written('supervisor', wanted({ wish: { feature: 'customers' } }))
    expect(lines[0]).toBe('序号,时间,谁,做了什么,对象,详情')
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^\d+,2026-11-20 10:36,周敏,看号码,客户 KH-\d+ 青禾路小学食堂,.*客户要求回拨/),
      expect.stringMatching(/^\d+,2026-11-20 10:36,周敏,建档,客户 KH-\d+ 青禾路小学食堂,/),
    ])
    expect(lines.join()).not.toContain('13853120417')
    const { memberId } = await house.seat('supervisor')
    expect(await told('lists.export')).toMatchObject({
      ...{ memberId, subject: 'list:admin.audit' },
      details: { rows, filter: expect.stringContaining('feature=customers') as string, whole: false },
    })
    expect(rows).toBe(2)
    expect(await verifyAudit(house.station.services)).toMatchObject({ broken: null })
  })

  it('calls a trade by its name, in the language of who asked', async () => {
    const of = (language: Asked['language']) =>
      written('supervisor', wanted({ language, wish: { subject: 'company' }, columns: ['details'] }))
    const [chinese, english] = [await of('zh-CN'), await of('en')]
    for (const { lines } of [chinese, english]) expect(lines[1]).not.toMatch(/P01|P32/)
    expect(english.lines[1]).not.toEqual(chinese.lines[1])
  })

  it('has every entry, however many pages of the screen they fill, and of a whole number that was looked for the last four digits', async () => {
    const { services } = house.station
    const seat = await house.seat('operator', '周敏')
    await services.database.write(async (tx) => {
      for (let nth = 0; nth < many; nth += 1)
        await audit(services, tx, seat, {
          action: 'customers.reveal',
          subject: `customer:${customerId}`,
          details: { nth },
        })
    })
    const { lines, rows } = await written('administrator', wanted({ wish: { action: 'customers.reveal' } }))
    expect(rows).toBe(many + 1)
    expect(new Set(lines.slice(1)).size).toBe(many + 1)
    await written('administrator', wanted({ wish: { text: '138 5312 0417' } }))
    expect(await told('lists.export')).toMatchObject({ details: { rows: 0, filter: 'text=****0417' } })
  })

  it('is for who reads the audit: others learn no more than of a list that is not there', async () => {
    for (const role of ['operator', 'dispatcher', 'followupUser'] as const)
      expect(await refusal((await house.as(role)).lists.askExport(wanted()))).toMatchObject({
        ...{ kind: 'notFound', text: 'lists.failure.noList' },
      })
    expect(await refusal((await house.as('technician')).lists.askExport(wanted()))).toMatchObject({
      kind: 'notAllowed',
    })
    const supervisor = await house.as('supervisor')
    expect(await refusal(supervisor.lists.askExport(wanted({ columns: ['hash'] })))).toMatchObject({ field: 'columns' })
  })

  it('leaves no way to claim an export that was not written', async () => {
    const before = (await told('lists.export')).seq
    for (const path of Object.keys(appRouter._def.procedures)) expect(path).not.toMatch(/recordExport/)
    const seat = await house.as('operator')
    const claim = (seat.admin as unknown as Record<string, ((input: object) => Promise<unknown>) | undefined>)[
      'recordExport'
    ]
    await expect(
      Promise.resolve().then(() => claim!({ feature: 'tickets', view: 'late', filter: '', rows: 37 })),
    ).rejects.toThrow()
    expect((await told('lists.export')).seq).toBe(before)
    expect((await (await house.as('supervisor')).admin.audit({ action: 'admin.export' })).rows).toEqual([])
  })
})
