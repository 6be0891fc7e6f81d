import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../main/house/sessions.ts'
import { MemberEntity } from '../../main/house/entities.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { ListExportEntity } from '../../main/lists/entities.ts'
import { newId } from '../../main/new-id.ts'
import { sweep } from '../../main/files/jobs.ts'
import { mayFetchExport } from '../../main/lists/list-exports.ts'
import type { Role } from '../../shared/admin/rights.ts'
import { refusal } from '../kit/refusal.ts'
import { seatClient } from '../kit/seat-client.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase } from '../tickets/desk.ts'

type Asked = Parameters<Caller['lists']['askExport']>[0]

const wanted = (changes: Partial<Asked> = {}): Asked => ({
  id: newId(),
  list: 'tickets.list',
  name: '全部 2026-11-20',
  wish: { view: 'all' },
  columns: ['number', 'customer', 'phone', 'address', 'state'],
  language: 'zh-CN',
  isWhole: false,
  ...changes,
})

describe.each(engines)('a list that leaves the house on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
    await openCase(house, {
      ...{ customerName: '=HYPERLINK("http://x")', phone: '13800000001' },
      productName: '双眼灶 JZT-7201（表姐 139/1234/8765）',
    })
    for (let nth = 0; nth < 4; nth += 1) {
      house.clock.at = minutes(nth + 1)
      await openCase(house, { customerName: `青禾路小学食堂 ${nth}`, phone: '138 1234 5678' })
    }
  })
  afterAll(() => house.close())

  const written = () => house.station.scheduler.tick()

  /** The file as the page of that member fetches it; null where the station refuses. */
  async function fetched(role: Role, hash: string, name: string = role): Promise<string | null> {
    const { services } = house.station
    const seat = await house.seat(role, name)
    const cookie = await services.database.write((tx) => openSession(services, tx, seat.memberId, 'test'))
    const headers = { cookie: cookie.split(';')[0]! }
    const answer = await house.station.handle(new Request(`http://127.0.0.1/files/${hash}`, { headers }))
    return answer.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()) : null
  }
  const told = async (action: string) => {
    const entries = await (
      await house.as('supervisor')
    ).admin
      .audit({ feature: 'lists', limit: 50 })
      .then(({ rows }) => rows)
    const entry = entries.find((each) => each.action === action)
    return entry && { subject: entry.subject, ...(JSON.parse(entry.details) as object) }
  }
  const mine = async (role: Role, id: string) =>
    (await (await house.as(role)).lists.exports()).find((row) => row.id === id)

  it('is written by the station: every row once, in words, no formula, numbers and addresses masked, audited by what left', async () => {
    const operator = await house.as('operator')
    const asked = wanted()
    expect(await operator.lists.askExport(asked)).toMatchObject({ state: 'running', hash: null })
    expect(await operator.lists.askExport(asked)).toMatchObject({ id: asked.id })
    await written()
    const row = await mine('operator', asked.id)
    expect(row).toMatchObject({ state: 'done', rows: 5, isMine: true })
    const text = await fetched('operator', row!.hash!)
    const lines = text!.split('\r\n')
    expect(lines[0]).toBe('\u{feff}工单号,客户,电话,地址,状态')
    expect(lines).toHaveLength(7)
    expect(new Set(lines.slice(1, 6).map((line) => line.split(',')[0])).size).toBe(5)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain('未派')
    expect(text).toContain('138 **** 5678')
    expect(text).not.toMatch(/1234|青禾路 88/)
    expect(await told('lists.export')).toMatchObject({
      subject: 'list:tickets.list',
      rows: 5,
      columns: 'number customer phone address state',
      filter: 'view=all',
      whole: false,
    })
    expect(await fetched('dispatcher', row!.hash!)).toBeNull()
    expect(await mine('dispatcher', asked.id)).toBeUndefined()
  })

  it('covers a number that was typed to a product, and leaves the name of its model', async () => {
    const operator = await house.as('operator')
    const asked = wanted({ columns: ['number', 'product'] })
    await operator.lists.askExport(asked)
    await written()
    const text = await fetched('operator', (await mine('operator', asked.id))!.hash!)
    expect(text).toContain('双眼灶 JZT-7201（表姐 ****8765）')
  })

  it('keeps order, filter and the sort of the screen, at any page', async () => {
    const operator = await house.as('operator')
    const asked = wanted({
      wish: { view: 'all', text: '青禾路小学食堂', sort: { by: 'number', isDown: true } },
      columns: ['number'],
    })
    await operator.lists.askExport(asked)
    await written()
    const row = await mine('operator', asked.id)
    const numbers = (await fetched('operator', row!.hash!))!.trim().split('\r\n').slice(1)
    expect(numbers).toHaveLength(4)
    expect(numbers).toEqual([...numbers].sort().reverse())
  })

  it('with whole numbers and addresses waits for a second person, who is another, and says so in the chain', async () => {
    const [operator, supervisor] = [await house.as('operator'), await house.as('supervisor')]
    for (const reason of ['', '看看', '。。。。', '1234'])
      expect(await refusal(operator.lists.askExport(wanted({ isWhole: true, reason })))).toMatchObject({
        text: 'lists.failure.whyWhole',
        field: 'reason',
      })
    const asked = wanted({ isWhole: true, reason: '厂家召回，要逐个通知' })
    expect(await operator.lists.askExport(asked)).toMatchObject({ state: 'waiting' })
    await written()
    expect(await mine('operator', asked.id)).toMatchObject({ state: 'waiting', hash: null })
    expect(await mine('supervisor', asked.id)).toMatchObject({
      isMine: false,
      memberName: 'operator',
      reason: asked.reason,
      title: 'tickets.list.title',
      columns: ['number', 'customer', 'phone', 'address', 'state'].map((column) => `tickets.column.${column}`),
      personal: ['tickets.column.phone', 'tickets.column.address'],
      conditions: [{ label: 'tickets.list.view', side: null, key: 'tickets.view.all', choice: null, text: 'all' }],
      matches: { count: 5, isMore: false },
    })
    expect(await refusal(operator.lists.decideExport({ id: asked.id, isAllowed: true }))).toMatchObject({
      kind: 'notAllowed',
    })
    expect(await supervisor.lists.decideExport({ id: asked.id, isAllowed: true })).toMatchObject({ state: 'running' })
    expect(await refusal(supervisor.lists.decideExport({ id: asked.id, isAllowed: false }))).toMatchObject({
      text: 'lists.failure.decided',
    })
    await written()
    const row = await mine('operator', asked.id)
    expect(row).toMatchObject({ state: 'done', decidedByName: 'supervisor' })
    const text = await fetched('operator', row!.hash!)
    expect(text).toContain('138 1234 5678')
    expect(text).toContain('青禾路 88')
    const { memberId } = await house.seat('supervisor')
    expect(await told('lists.export')).toMatchObject({ whole: true, allowedBy: memberId, reason: asked.reason })
    expect(await verifyAudit(house.station.services)).toMatchObject({ broken: null })
  })

  it('is told to the second person in words: names for ids, the words of the policies, days, no whole number; and how many rows', async () => {
    const [operator, supervisor] = [await house.as('operator'), await house.as('supervisor')]
    const { memberId } = await house.seat('operator')
    const reason = '厂家召回，要逐个通知'
    const tickets = wanted({
      ...{ isWhole: true, reason, columns: ['number', 'phone'] },
      wish: { view: 'open', text: '食堂 13812345678', receivedFrom: '2026-11-01', technicianId: memberId },
    })
    const register = wanted({
      ...{ isWhole: true, reason, list: 'intake.register', columns: ['no', 'phone'] },
      wish: { channel: 'phone', outcome: 'repair', sort: { by: 'no', isDown: true } },
    })
    const customers = wanted({
      ...{ isWhole: true, reason, list: 'customers.list', columns: ['name', 'phone'] },
      wish: { text: '青禾路 食堂', category: 'general' },
    })
    for (const asked of [tickets, register, customers]) {
      await operator.lists.askExport(asked)
      expect((await mine('supervisor', asked.id))?.state).toBe('waiting')
    }
    const saidOf = async ({ id }: Asked) => {
      const { conditions, matches } = (await mine('supervisor', id))!
      const said = conditions.map(({ label, side, key, choice, text }) =>
        [label, side, key ?? choice?.['zh-CN'] ?? text].filter(Boolean).join(' '),
      )
      return { said: said.sort(), rows: matches?.count }
    }
    expect(await saidOf(tickets)).toEqual({
      said: [
        'lists.told.text 食堂 ****5678',
        'tickets.filter.received from 2026-11-01',
        'tickets.filter.technician operator',
        'tickets.list.view tickets.view.open',
      ],
      rows: 0,
    })
    expect(await saidOf(register)).toEqual({
      said: [
        'tickets.register.channel 电话',
        'tickets.register.filter tickets.register.only.all',
        'tickets.register.outcome tickets.outcome.repair',
      ],
      rows: 5,
    })
    expect(await saidOf(customers)).toMatchObject({ rows: 4 })
    for (const { id } of [tickets, register, customers]) {
      await supervisor.lists.decideExport({ id, isAllowed: false })
      expect((await mine('operator', id))?.matches).toBeNull()
    }
  })

  it('is agreed to by nobody for oneself, refused in words, and taken back by who asked', async () => {
    const [supervisor, other] = [await house.as('supervisor'), await house.as('supervisor', '刘主管')]
    const own = wanted({ isWhole: true, reason: '给厂家对账' })
    await supervisor.lists.askExport(own)
    expect(await refusal(supervisor.lists.decideExport({ id: own.id, isAllowed: true }))).toMatchObject({
      text: 'lists.failure.ownExport',
    })
    await other.lists.decideExport({ id: own.id, isAllowed: false })
    await written()
    expect(await mine('supervisor', own.id)).toMatchObject({ state: 'refused', hash: null, decidedByName: '刘主管' })
    const back = wanted({ isWhole: true, reason: '给厂家对账' })
    await supervisor.lists.askExport(back)
    await supervisor.lists.stopExport({ id: back.id })
    expect(await refusal(other.lists.decideExport({ id: back.id, isAllowed: true }))).toMatchObject({
      text: 'lists.failure.decided',
    })
    const running = wanted()
    await supervisor.lists.askExport(running)
    await supervisor.lists.stopExport({ id: running.id })
    await written()
    expect(await mine('supervisor', running.id)).toMatchObject({ state: 'stopped', hash: null })
    expect(await refusal(other.lists.stopExport({ id: own.id }))).toMatchObject({ kind: 'notFound' })
  })

  it('of columns without numbers and addresses needs nobody, and what is hidden from a role stays so', async () => {
    const operator = await house.as('operator')
    expect(await operator.lists.askExport(wanted({ isWhole: true, columns: ['number', 'state'] }))).toMatchObject({
      isWhole: false,
      state: 'running',
    })
  })

  it.each([
    ['another column', { columns: ['passwordHash'] }],
    ['another condition', { wish: { view: 'nothing' } }],
    ['no list', { list: 'tickets.page' }],
  ] as [string, Partial<Asked>][])('refuses %s', async (_, changes) => {
    await expect((await house.as('operator')).lists.askExport(wanted(changes))).rejects.toThrow()
  })

  it.each(['intake.register', 'intake.recent', 'tickets.ledger', 'customers.list'])('writes %s', async (list) => {
    const operator = await house.as('operator')
    const columns = {
      'intake.register': ['no', 'at', 'channel', 'outcome', 'phone', 'ticket'],
      'intake.recent': ['at', 'number', 'rang', 'outcome'],
      'tickets.ledger': ['lineNo', 'inWarranty'],
      'customers.list': ['name', 'category', 'phone', 'products'],
    }[list]!
    const asked = wanted({ list, columns, wish: {}, language: 'en' })
    await operator.lists.askExport(asked)
    await written()
    const row = await mine('operator', asked.id)
    expect(row?.state).toBe('done')
    const text = await fetched('operator', row!.hash!)
    expect(text).not.toMatch(/customers\.|tickets\.|\{\{|12345678/)
    expect(text!.split('\r\n')[0]).not.toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ['whose rows were narrowed meanwhile', { rowScope: 'own' as const }, true],
    ['whose role may export nothing any more', { role: 'technician' as const }, true],
    ['masked, whose role may export nothing any more', { role: 'technician' as const }, false],
    ['who stays as he was', {}, true],
  ])('is written as agreed for a member only while he may have it: %s', async (who, changes, isWhole) => {
    const asked = wanted({ isWhole, reason: '厂家召回，要逐个通知' })
    await (await house.as('dispatcher', who)).lists.askExport(asked)
    if (isWhole) await (await house.as('supervisor')).lists.decideExport({ id: asked.id, isAllowed: true })
    const { memberId } = await house.seat('dispatcher', who)
    const { database } = house.station.services
    if (Object.keys(changes).length > 0)
      await database.write((tx) => tx.update(MemberEntity, { id: memberId }, changes))
    await written()
    const row = await database.read((reader) => reader.findOneBy(ListExportEntity, { id: asked.id }))
    expect(row).toMatchObject(
      Object.keys(changes).length > 0 ? { state: 'failed', hash: null } : { state: 'done', rows: 5 },
    )
  })

  it('is fetched by nobody who may export nothing any more', async () => {
    const asked = wanted()
    await (await house.as('operator', '换岗的')).lists.askExport(asked)
    await written()
    const seat = await house.seat('operator', '换岗的')
    const { services } = house.station
    const [done] = await (await house.as('operator', '换岗的')).lists.exports()
    expect(done).toMatchObject({ id: asked.id, state: 'done' })
    expect(await mayFetchExport(services, seat, done!.hash!)).toBe(true)
    expect(await mayFetchExport(services, { ...seat, role: 'technician' }, done!.hash!)).toBe(false)
    expect(await mayFetchExport(services, { ...seat, memberId: 'another' }, done!.hash!)).toBe(false)
  })

  it('keeps its end and its readers when somebody sends the same content for an import', async () => {
    const name = '同内容的'
    const asked = wanted({ columns: ['number', 'state', 'customer'] })
    await (await house.as('operator', name)).lists.askExport(asked)
    await written()
    const { hash } = (await (await house.as('operator', name)).lists.exports())[0]!
    const text = (await fetched('operator', hash!, name))!
    const importer = await seatClient(house, 'supervisor', { name: '导入的' })
    const sent = await importer.ask('/files?name=a.csv&use=import', { method: 'POST', body: text })
    expect(await sent.json()).toMatchObject({ hash })
    expect(await fetched('operator', hash!, name)).toBe(text)
    expect(await fetched('operator', hash!, '旁人')).toBeNull()
    const before = house.clock.at
    house.clock.at = new Date(Date.parse(before) + 25 * 3_600_000).toISOString()
    expect(await fetched('operator', hash!, name)).toBeNull()
    expect(await fetched('supervisor', hash!, '旁人')).toBeNull()
    house.clock.at = before
  })

  it('is not written for who left meanwhile, and is gone after a day', async () => {
    const leaver = await house.as('dispatcher', '要走的')
    const asked = wanted()
    await leaver.lists.askExport(asked)
    const { memberId } = await house.seat('dispatcher', '要走的')
    const { services } = house.station
    await services.database.write((tx) => tx.update(MemberEntity, { id: memberId }, { status: 'disabled' }))
    await written()
    const done = (await (await house.as('operator')).lists.exports()).find(({ hash }) => hash !== null)!
    expect((await leaver.lists.exports())[0]).toMatchObject({ state: 'failed', hash: null })
    expect(await fetched('operator', done.hash!)).not.toBeNull()
    house.clock.at = new Date(Date.parse(house.clock.at) + 25 * 3_600_000).toISOString()
    expect(await fetched('operator', done.hash!)).toBeNull()
    await sweep(services, new AbortController().signal)
    expect(await fetched('operator', done.hash!)).toBeNull()
  })
})
