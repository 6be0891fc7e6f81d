import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'

const id = (nth: number) => `0193e000-0000-7000-8000-${String(nth).padStart(12, '0')}`

describe.each(engines)('history and undo on %s', (engine) => {
  let house: TestStation
  let operator: Caller
  let supervisor: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator', '周敏')
    supervisor = await house.as('supervisor', '刘主管')
    await operator.customers.save({
      id: id(1),
      name: '泉景鲁菜馆',
      address: '历下区泉景路 41 号',
      bestTime: '14:30–16:30',
      phones: [{ id: id(21), raw: '18653120295' }],
    })
  })
  afterAll(() => house.close())

  const record = { kind: 'customers.customer', id: id(1) }
  const asSent = (row: Awaited<ReturnType<Caller['customers']['get']>>) => ({
    ...row,
    phones: row.phones.map(({ id: phoneId, shown, personId, note }) => ({ id: phoneId, raw: shown, personId, note })),
  })
  const change = async (caller: Caller, part: object, customerId = id(1)) =>
    caller.customers.save({ ...asSent(await caller.customers.get({ id: customerId })), ...part })
  const read = () => operator.customers.get({ id: id(1) })

  it('tells who changed which field when, before and after, masked by right', async () => {
    house.clock.at = '2026-11-20T02:36:00.000Z'
    await change(operator, { bestTime: '14:00–16:00', phones: [{ id: id(21), raw: '18653120925' }] })
    const { rows, undo } = await operator.history.of(record)
    expect(rows[0]).toMatchObject({
      at: '2026-11-20T02:36:00.000Z',
      byName: '周敏',
      isOwn: true,
      doing: 'customers.change',
      state: 'stands',
      canUndo: true,
    })
    expect(undo).toBe(rows[0]?.step)
    const lines = rows[0]?.lines.map(({ label, before, after }) => [label, before, after]) ?? []
    expect(lines.sort()).toEqual([
      ['customers.field.bestTime', '14:30–16:30', '14:00–16:00'],
      ['customers.field.phone', '186 **** 0295', '186 **** 0925'],
    ])
    expect(rows[1]).toMatchObject({
      doing: 'customers.add',
      lines: [{ what: 'add' }, { what: 'add' }, { what: 'add' }],
    })
    const followup = await house.as('followupUser')
    expect((await followup.history.of(record)).rows[0]).toMatchObject({ canUndo: false, isOwn: false })
    await change(operator, { address: '历下区泉景路 41 号 1 层 102' })
    const [moved] = (await followup.history.of(record)).rows
    expect(moved?.lines[0]).toMatchObject({ before: '历下区…', after: '历下区…' })
  })

  it('takes the own last edit back, brings it again, and stops where a new edit was made', async () => {
    await change(operator, { note: '后门卸货' })
    await change(operator, { bestTime: '早上', note: '周二店休' })
    expect(await operator.history.undoLast(record)).toMatchObject({
      labels: ['customers.field.bestTime', 'customers.field.note'],
    })
    expect(await read()).toMatchObject({ bestTime: '14:00–16:00', note: '后门卸货' })
    const taken = (await operator.history.of(record)).rows[0]
    expect(taken).toMatchObject({ doing: 'history.undo', state: 'undo' })
    await operator.history.redoLast(record)
    expect(await read()).toMatchObject({ bestTime: '早上', note: '周二店休' })
    const [again] = (await operator.history.of(record)).rows
    expect(again).toMatchObject({ doing: 'history.redo', state: 'redo', canUndo: true })
    await operator.history.undoLast(record)
    await operator.history.undoLast(record)
    expect(await read()).toMatchObject({ bestTime: '14:00–16:00', note: '' })
    await operator.history.redoLast(record)
    expect(await read()).toMatchObject({ note: '后门卸货' })
    await change(operator, { note: '新的' })
    expect(await operator.history.redoLast(record)).toBeNull()
    expect(await read()).toMatchObject({ note: '新的' })
  })

  it('leaves alone what others changed since, and refuses what they changed too, with both values', async () => {
    await change(operator, { bestTime: '晚上' })
    await change(supervisor, { note: '主管写的' })
    await operator.history.undoLast(record)
    expect(await read()).toMatchObject({ bestTime: '14:00–16:00', note: '主管写的' })
    await change(operator, { bestTime: '中午' })
    await change(supervisor, { bestTime: '随时' })
    expect(await refusal(operator.history.undoLast(record))).toMatchObject({
      kind: 'changedByOther',
      text: 'history.failure.overtaken',
      conflicts: [{ field: 'bestTime', theirs: '随时', yours: '14:00–16:00', by: '刘主管' }],
    })
    expect(await read()).toMatchObject({ bestTime: '随时' })
  })

  it('lets only a supervisor take back what somebody else did, once', async () => {
    const step = (await operator.history.of(record)).rows.find(({ byName }) => byName === '刘主管')!
    expect(await refusal(operator.history.undo({ step: step.step }))).toMatchObject({ kind: 'notAllowed' })
    await supervisor.history.undo({ step: step.step })
    await supervisor.history.undo({ step: step.step })
    expect(await read()).toMatchObject({ bestTime: '中午' })
    const again = (await supervisor.history.of(record)).rows.find((row) => row.step === step.step)
    expect(again).toMatchObject({ state: 'undone', canUndo: false })
  })

  it('refuses by name where somebody wrote the same value again since', async () => {
    const second = await house.as('operator', '陈晨')
    await change(operator, { note: '甲' })
    await change(supervisor, { note: '乙' })
    await change(second, { note: '甲' })
    expect(await refusal(operator.history.undoLast(record))).toMatchObject({
      kind: 'changedByOther',
      conflicts: [{ field: 'note', theirs: '甲', by: '陈晨' }],
    })
    expect(await read()).toMatchObject({ note: '甲' })
    await second.history.undoLast(record)
    await supervisor.history.undoLast(record)
    await operator.history.undoLast(record)
    expect(await read()).toMatchObject({ note: '主管写的' })
  })

  it('keeps the order of the steps though the clock ran ahead and was set back', async () => {
    const { database } = house.station.services
    await change(operator, { note: '钟走快时写的' })
    // As the station left it that ran ten days ahead; this one knows nothing of it but what is stored.
    await database.write((tx) =>
      tx.query(database.sql('UPDATE "database_journal" SET "orderNo" = "orderNo" + ?'), [864_000_000_000]),
    )
    await change(operator, { note: '拨回以后写的' })
    await change(operator, { note: '再改一次' })
    const noted = async () =>
      (await operator.history.of(record)).rows.slice(0, 3).map(({ lines }) => lines.map(({ after }) => after))
    expect(await noted()).toEqual([['再改一次'], ['拨回以后写的'], ['钟走快时写的']])
    await operator.history.undoLast(record)
    expect(await read()).toMatchObject({ note: '拨回以后写的' })
    await operator.history.undoLast(record)
    expect(await read()).toMatchObject({ note: '钟走快时写的' })
    await operator.history.redoLast(record)
    expect(await read()).toMatchObject({ note: '拨回以后写的' })
  })

  it('takes a step back once though two seats ask at the same moment', async () => {
    const windows = [operator, supervisor, await house.as('operator', '周敏'), await house.as('supervisor', '刘主管')]
    for (let round = 0; round < 8; round += 1) {
      await change(operator, { note: `第 ${round} 次` })
      const step = (await operator.history.of(record)).rows[0]!.step
      const answers = await Promise.all(windows.map((seat) => seat.history.undo({ step })))
      expect([round, answers.filter(({ labels }) => labels.length > 0).length]).toEqual([round, 1])
      const { database } = house.station.services
      const written: unknown[] = await database.read((reader) =>
        reader.query(database.sql('SELECT DISTINCT "step" FROM "database_journal" WHERE "undoes" = ?'), [step]),
      )
      expect([round, written.length]).toEqual([round, 1])
    }
  })

  it('takes a new record away again as long as nothing hangs on it, and finds it no more', async () => {
    await operator.customers.save({ id: id(2), name: '重庆小面馆', phones: [{ id: id(22), raw: '13853120418' }] })
    const [added] = (await operator.history.of({ ...record, id: id(2) })).rows
    await operator.products.save({ id: id(32), customerId: id(2), name: '大锅灶' })
    expect(await refusal(operator.history.undo({ step: added!.step }))).toMatchObject({
      kind: 'ruleBroken',
      text: 'history.failure.inUse',
    })
    const product = (await operator.history.of({ ...record, id: id(2) })).rows[0]
    await operator.history.undo({ step: product!.step })
    const gone = await operator.history.undo({ step: added!.step })
    expect(await operator.customers.search({ text: '小面', limit: 5 })).toEqual([])
    expect(await refusal(operator.customers.get({ id: id(2) }))).toMatchObject({ kind: 'notFound' })
    await operator.history.undo({ step: gone.step })
    expect(await operator.customers.get({ id: id(2) })).toMatchObject({ name: '重庆小面馆', phones: [{ id: id(22) }] })
    expect(await operator.customers.search({ text: '小面', limit: 5 })).toHaveLength(1)
  })

  it('says in words how a step that reached others is taken back', async () => {
    const opened = await operator.intake.record({
      ...{ id: id(41), ticketId: id(40), newCustomerId: id(42), newProductId: id(43), receivedAt: house.clock.at },
      ...{ channel: 'phone', outcome: 'repair', handling: 'dispatch', customerId: id(1), customerName: '泉景鲁菜馆' },
      ...{ contactName: '范志刚', phone: '18653120925', address: '历下区泉景路 41 号', category: 'general' },
      ...{
        productName: '双头小炒炉',
        purchasedOn: '2025-03-18',
        symptom: '打不着火',
        fault: 'noIgnition',
        level: 'usable',
      },
    })
    const technician = await house.seat('technician', '王海涛')
    await operator.tickets.assign({
      ...{ id: id(44), ticketId: opened.ticket!.id, technicianId: technician.memberId, within3h: 'yes' },
      visitFromAt: '2026-11-20T04:00:00.000Z',
    })
    const page = { kind: 'tickets.ticket', id: opened.ticket!.id }
    const [assigned] = (await operator.history.of(page)).rows
    expect(assigned).toMatchObject({ doing: 'tickets.assign', canUndo: false, instead: 'history.instead.handBack' })
    expect(assigned?.lines).toContainEqual(
      expect.objectContaining({ label: 'tickets.field.technician', before: '', after: '王海涛' }),
    )
    expect(await refusal(operator.history.undoLast(page))).toMatchObject({
      kind: 'ruleBroken',
      text: 'history.instead.handBack',
    })
    const stranger = await house.as('technician', '别的师傅')
    expect(await refusal(stranger.history.of(page))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusal(operator.history.of({ kind: 'house.member', id: id(1) }))).toMatchObject({ kind: 'notFound' })
  })

  it('tells of calls before the visit, plans and chases of a case, and what to do instead of taking them back', async () => {
    const page = { kind: 'tickets.ticket', id: id(40) }
    const technician = await house.as('technician', '王海涛')
    await operator.tickets.chase({ id: id(45), ticketId: id(40), note: '老板急' })
    await technician.tickets.contact({ id: id(46), dispatchId: id(44), at: house.clock.at, result: 'reached' })
    const plan = { cause: '点火针断', plan: '换点火针', begunAt: house.clock.at }
    await technician.tickets.submitPlan({ id: id(47), ticketId: id(40), ...plan })
    const { rows } = await technician.history.of({ ...page, limit: 3 })
    const told = rows.map(({ doing, byName, instead, canUndo, lines }) => [
      ...[doing, byName, canUndo, instead, lines.find(({ what }) => what === 'add')?.label],
    ])
    expect(told).toEqual([
      ['tickets.submitPlan', '王海涛', false, 'history.instead.submitPlan', 'history.kind.tickets.plan'],
      ['tickets.contact', '王海涛', false, 'history.instead.counted', 'history.kind.tickets.attempt'],
      ['tickets.chase', '周敏', false, 'history.instead.counted', 'history.kind.tickets.chase'],
    ])
  })

  it('tells when an order goes back and when a fact is put right', async () => {
    const technician = await house.as('technician', '王海涛')
    const page = { kind: 'tickets.ticket', id: id(40), limit: 1 }
    await technician.tickets.mismatch({ id: id(48), dispatchId: id(44), field: 'other', correct: '后门进' })
    await operator.tickets.fixMismatch({ id: id(48) })
    const labelled = (
      lines: readonly { label: string; before: string | null; after: string | null }[],
      wanted: string,
    ) => lines.filter(({ label }) => label === wanted).map(({ before, after }) => [before, after])
    const [fixed] = (await operator.history.of(page)).rows
    expect(labelled(fixed!.lines, 'tickets.mismatch.fixed')).toEqual([['', house.clock.at]])
    await technician.tickets.handBack({ dispatchId: id(44), reason: '车坏了' })
    const [back] = (await operator.history.of(page)).rows
    expect(labelled(back!.lines, 'history.field.orderState')).toEqual([
      ['history.order.active', 'history.order.handedBack'],
    ])
  })

  it('keeps readable what a withdrawn result said, field by field, masked by right', async () => {
    const technician = await house.seat('technician', '王海涛')
    await operator.tickets.assign({
      ...{ id: id(50), ticketId: id(40), technicianId: technician.memberId, within3h: 'yes' },
      visitFromAt: '2026-11-20T05:00:00.000Z',
    })
    const parts = [{ name: '先导火管', quantity: 2, unitPriceCents: 1500 }]
    const result = {
      result: '换先导火管，试火正常',
      outcome: 'solved' as const,
      parts,
      opinion: '满意',
      chargeCents: 3000,
    }
    await operator.tickets.recordResult({
      ...{ id: id(51), ticketId: id(40), servicePersonId: technician.memberId, serviceOn: '2026-11-20' },
      ...result,
    })
    await operator.tickets.withdrawResult({ id: id(51), ticketId: id(40), reason: '记错单了' })
    const page = { kind: 'tickets.ticket', id: id(40), limit: 1 }
    const saidTo = async (caller: Caller) => {
      const [step] = (await caller.history.of(page)).rows
      expect(step?.doing).toBe('tickets.withdrawResult')
      return Object.fromEntries(
        step!.lines.filter(({ what, field }) => what === 'remove' && field).map((line) => [line.field, line.before]),
      )
    }
    expect(await saidTo(operator)).toMatchObject({
      ...{ servicePersonId: '王海涛', serviceOn: '2026-11-20', result: '换先导火管，试火正常', parts: '先导火管 × 2' },
      ...{ outcome: 'history.outcome.solved', chargeCents: '3000', opinion: '满意' },
    })
    expect(await saidTo(await house.as('followupUser'))).toMatchObject({ result: result.result, chargeCents: null })
  })
})
