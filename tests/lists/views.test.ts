import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { newId } from '../../main/new-id.ts'
import { mostViews, type SaveView } from '../../shared/lists/schema.ts'
import { refusal } from '../kit/refusal.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const view = (changes: Partial<SaveView> = {}): SaveView => ({
  id: newId(),
  list: 'tickets.list',
  name: '槐荫未结',
  wish: {
    filters: { view: 'open', region: '槐荫区' },
    sort: { by: 'received', isDown: true },
    columns: ['due', 'number', 'customer'],
  },
  ...changes,
})

describe.each(engines)('views of a list on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const namesFor = async (role: 'operator' | 'supervisor' | 'dispatcher', list = 'tickets.list') =>
    (await (await house.as(role)).lists.kept({ list })).views.map(({ name, isShared, isMine }) => [
      name,
      isShared,
      isMine,
    ])

  it('are kept with conditions, order and columns, once however often they are sent, and are one’s own', async () => {
    const operator = await house.as('operator')
    const sent = view()
    await operator.lists.save(sent)
    const again = await operator.lists.save(sent)
    expect(again).toMatchObject({ version: 1, wish: sent.wish, ownerName: 'operator' })
    expect(await namesFor('operator')).toEqual([['槐荫未结', false, true]])
    expect(await namesFor('supervisor')).toEqual([])
    expect(await namesFor('operator', 'intake.register')).toEqual([])
    const other = await house.as('dispatcher')
    const stolen = { ...sent, version: 1, name: 'x' }
    expect(await refusal(other.lists.save(stolen))).toMatchObject({ kind: 'notFound' })
    await other.lists.remove({ id: sent.id })
    expect(await namesFor('operator')).toHaveLength(1)
  })

  it('are shared by who may, seen by all who see the list, changed by who may share', async () => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const sent = view({ name: '要补打' })
    expect(await refusal(operator.lists.saveShared(sent))).toMatchObject({ kind: 'notAllowed' })
    await supervisor.lists.saveShared(sent)
    expect(await namesFor('operator')).toEqual([
      ['要补打', true, false],
      ['槐荫未结', false, true],
    ])
    const change = { ...sent, version: 1, name: '改' }
    expect(await refusal(operator.lists.save(change))).toMatchObject({ text: 'lists.failure.mayNotShare' })
    expect(await refusal(operator.lists.remove({ id: sent.id }))).toMatchObject({ text: 'lists.failure.mayNotShare' })
    expect(await (await house.as('administrator')).lists.saveShared(change)).toMatchObject({ name: '改', version: 2 })
  })

  it('of a list nobody may see, or that is none, are as good as none', async () => {
    const technician = await house.as('technician')
    for (const list of ['intake.register', 'tickets.nothing'])
      expect(await refusal(technician.lists.kept({ list }))).toMatchObject({ kind: 'notFound' })
    expect(await refusal(technician.lists.save(view({ list: 'intake.register' })))).toMatchObject({ kind: 'notFound' })
  })

  it('merge what two seats changed in different fields and refuse the same', async () => {
    const [one, other] = [await house.as('supervisor'), await house.as('administrator')]
    const sent = view({ name: '待登账' })
    await one.lists.saveShared(sent)
    await one.lists.saveShared({ ...sent, version: 1, name: '待登账单' })
    const wish = { ...sent.wish, sort: null }
    expect(await other.lists.saveShared({ ...sent, version: 1, wish })).toMatchObject({
      name: '待登账单',
      wish,
      version: 3,
    })
    expect(await refusal(other.lists.saveShared({ ...sent, version: 1, name: '另一个' }))).toMatchObject({
      kind: 'changedByOther',
      conflicts: [{ kind: 'lists.view', field: 'name', theirs: '待登账单', yours: '另一个', by: 'supervisor' }],
    })
    const record = { kind: 'lists.view', id: sent.id }
    const { rows } = await one.history.of(record)
    expect(rows.map(({ lines }) => lines.map(({ label, what }) => [what, label]))).toEqual([
      [['change', 'lists.view.wish']],
      [['change', 'lists.view.name']],
      [['add', 'history.kind.lists.view']],
    ])
    expect(await one.history.undoLast(record)).toMatchObject({ labels: ['lists.view.name'] })
    expect((await one.lists.kept({ list: 'tickets.list' })).views).toContainEqual(
      expect.objectContaining({ id: sent.id, name: '待登账', wish }),
    )
    await one.history.redoLast(record)
    expect(await refusal((await house.as('dispatcher')).history.of(record))).toMatchObject({ kind: 'notFound' })
  })

  it('keep columns and the first view of each member alone, and forget a view that is gone', async () => {
    const [operator, supervisor] = [await house.as('operator'), await house.as('supervisor')]
    const mine = view({ name: '我的' })
    await operator.lists.save(mine)
    await operator.lists.keep({ list: 'tickets.list', columns: ['number', 'state'] })
    await operator.lists.keep({ list: 'tickets.list', defaultViewId: mine.id })
    expect(await operator.lists.kept({ list: 'tickets.list' })).toMatchObject({
      columns: ['number', 'state'],
      defaultViewId: mine.id,
    })
    expect(await supervisor.lists.kept({ list: 'tickets.list' })).toMatchObject({ columns: null, defaultViewId: null })
    expect(await refusal(supervisor.lists.keep({ list: 'tickets.list', defaultViewId: mine.id }))).toMatchObject({
      kind: 'notFound',
    })
    await operator.lists.remove({ id: mine.id })
    await operator.lists.remove({ id: mine.id })
    expect(await operator.lists.kept({ list: 'tickets.list' })).toMatchObject({ defaultViewId: null })
    const foreign = (await house.as('dispatcher')).lists.save(view({ id: mine.id }))
    expect(await refusal(foreign)).toMatchObject({ kind: 'notFound' })
    expect(await operator.lists.save(mine)).toMatchObject({ id: mine.id, name: '我的', isMine: true })
    expect(await operator.lists.kept({ list: 'tickets.list' })).toMatchObject({ defaultViewId: mine.id })
    await operator.lists.remove({ id: mine.id })
    await operator.lists.keep({ list: 'tickets.list', columns: null })
    expect(await operator.lists.kept({ list: 'tickets.list' })).toMatchObject({ columns: null, defaultViewId: null })
  })

  it('stand in the audit chain', async () => {
    const entries = await (
      await house.as('supervisor')
    ).admin
      .audit({ feature: 'lists', limit: 50 })
      .then(({ rows }) => rows)
    expect(new Set(entries.map(({ action }) => action))).toEqual(
      new Set(['lists.addView', 'lists.changeView', 'lists.removeView']),
    )
    expect(await verifyAudit(house.station.services)).toMatchObject({ broken: null })
  })

  it(`are at most ${mostViews} of one list and member`, async () => {
    const technician = await house.as('technician')
    for (let nth = 0; nth < mostViews; nth += 1) await technician.lists.save(view({ name: `${nth}` }))
    expect(await refusal(technician.lists.save(view()))).toMatchObject({ text: 'lists.failure.manyViews' })
    const chief = await house.as('supervisor')
    const own = await chief.lists.save(view())
    const shared = (await chief.lists.kept({ list: 'tickets.list' })).views.filter(({ isShared }) => isShared)
    for (let nth = shared.length; nth < mostViews; nth += 1) await chief.lists.saveShared(view({ name: `${nth}` }))
    const turned = chief.lists.saveShared({ ...view(), id: own.id, version: own.version })
    expect(await refusal(turned)).toMatchObject({ text: 'lists.failure.manyViews' })
  })
})
