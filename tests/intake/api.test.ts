import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, repairCall } from '../tickets/desk.ts'

describe.each(engines)('the register on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
    await house.seat('supervisor', '刘雪梅')
  })
  afterAll(() => house.close())

  const count = async (table: string, where = '1 = 1') => {
    const [row] = (await house.station.services.database.read((reader) =>
      reader.query(`SELECT count(*) AS "n" FROM "${table}" WHERE ${where}`),
    )) as { n: number | string }[]
    return Number(row!.n)
  }

  it('keeps customer, product, line, ticket and clocks in one write, and notifies the head (R012, R014, R353)', async () => {
    const operator = await house.as('operator')
    const input = repairCall()
    const recorded = await operator.intake.record(input)
    expect(recorded).toMatchObject({ customerId: input.newCustomerId, dispatch: null, alreadyStored: false })
    expect(recorded.registerNo).toMatch(/^DJ20261120-\d{4}$/)
    expect(recorded.ticket?.number).toMatch(/^GD20261120-\d{4}$/)
    const page = await operator.tickets.page({ id: recorded.ticket!.id })
    expect(page.sheetNumber).toMatch(/^FW20261120-\d{4}$/)
    expect(page.ticket).toMatchObject({
      state: 'unassigned',
      customerName: '青禾路小学食堂',
      region: '槐荫区',
      phoneShown: '138 **** 5678',
    })
    expect(page.deadlines.map(({ clock, dueAt, rule }) => [clock, dueAt, rule])).toEqual([
      ['assign', minutes(10), 'house'],
      ['visit', minutes(180), 'R044'],
    ])
    expect(page.warranty).toMatchObject({ stage: 'free', freeUntilOn: '2027-03-17' })
    const [line] = (await operator.intake.register({ text: recorded.registerNo })).rows
    expect(line).toMatchObject({
      registerNo: recorded.registerNo,
      notifiedName: '刘雪梅',
      clerkName: 'operator',
      ticketNumber: recorded.ticket!.number,
    })
  })

  it('registers a call once, whichever of two seats is first: the other is answered with the stored line', async () => {
    const [one, two] = [await house.as('operator', '甲'), await house.as('operator', '乙')]
    const call = await one.intake.startCall({ id: newId(), number: '13900000091', direction: 'in', at: house.clock.at })
    const before = await count('tickets_ticket')
    const rows = await Promise.all(
      [one, two].map((seat) => seat.intake.record(repairCall({ callId: call.id, phone: '13900000091' }))),
    )
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    expect(new Set(rows.map(({ ticket }) => ticket?.number)).size).toBe(1)
    expect(rows.map(({ alreadyStored }) => alreadyStored).sort()).toEqual([false, true])
    expect(await count('tickets_ticket')).toBe(before + 1)
  })

  it('keeps what the second of two seats wrote of one call in its note, once, and tells whose line it is', async () => {
    const [one, two] = [await house.as('operator', '甲'), await house.as('operator', '乙')]
    const call = await one.intake.startCall({ id: newId(), number: '13900000092', direction: 'in', at: house.clock.at })
    const first = await one.intake.record(repairCall({ callId: call.id, phone: '13900000092' }))
    const second = repairCall({ callId: call.id, phone: '13900000092', symptom: '右眼也点不着', note: '下午来' })
    const told = await two.intake.record(second)
    expect(told).toMatchObject({ registerNo: first.registerNo, alreadyStored: true })
    expect(told.joined).toMatchObject({ byName: '甲', isSameCall: true, differs: ['symptom', 'note'] })
    expect(told.joined?.ticketNumber).toBe(first.ticket?.number)
    await two.intake.record(second)
    const [line] = (await one.intake.register({ text: first.registerNo })).rows
    expect(line?.note).toBe('右眼也点不着 · 下午来')
    await two.intake.record(repairCall({ callId: call.id, phone: '13900000093', address: '济南市历下区山大路 7 号' }))
    expect((await one.intake.register({ text: first.registerNo })).rows[0]?.note).toBe('右眼也点不着 · 下午来')
    const { customer } = await one.customers.card({ customerId: line!.customerId! })
    expect([customer.addressNote.includes('山大路 7 号'), customer.phones.length]).toEqual([true, 2])
    expect(first.joined).toBeNull()
  })

  it('makes one customer of an unknown caller whom two seats write down at once: two lines, both told, every word kept', async () => {
    const [one, two] = [await house.as('operator', '甲'), await house.as('operator', '乙')]
    for (let nth = 0; nth < 5; nth += 1) {
      const phone = `1860000020${nth}`
      const before = await count('customers_customer')
      const entries = [
        repairCall({ phone, customerName: '王建国', serialNo: `SN-${nth}` }),
        repairCall({ phone, customerName: '王先生', contactName: '王先生', address: '济南市市中区经十路 5 号' }),
      ]
      const [first, second] = await Promise.all([one.intake.record(entries[0]!), two.intake.record(entries[1]!)])
      expect(await count('customers_customer')).toBe(before + 1)
      expect(second.customerId).toBe(first.customerId)
      expect(await count('products_product', `"customerId" = '${first.customerId}'`)).toBe(1)
      const [joining] = [first, second].filter(({ joined }) => joined !== null)
      const [made] = [first, second].filter(({ joined }) => joined === null)
      const [maker, joiner] = made === first ? [one, two] : [two, one]
      expect(joining!.joined).toMatchObject({
        registerNo: made!.registerNo,
        ticketNumber: made!.ticket?.number,
        byName: made === first ? '甲' : '乙',
        isSameCall: false,
      })
      expect(joining!.joined?.differs).toEqual(expect.arrayContaining(['customerName', 'contactName', 'address']))
      expect(await maker.intake.joined()).toContainEqual(
        expect.objectContaining({ id: joining!.id, registerNo: made!.registerNo, otherNo: joining!.registerNo }),
      )
      expect((await joiner.intake.joined()).map(({ id }) => id)).not.toContain(joining!.id)
      const [line] = (await one.intake.register({ text: joining!.registerNo })).rows
      const written = entries.find(({ id }) => id === joining!.id)!
      expect(line).toMatchObject({ customerName: written.customerName, address: written.address })
      const page = (await one.customers.card({ customerId: first.customerId! }))!
      expect(page.customer.note).toContain(`${joining!.registerNo} `)
      expect(page.customer.note).not.toContain(written.address!)
      expect(page.customer.addressNote).toContain(written.address!)
      const again = await joiner.intake.record(written)
      expect(again).toMatchObject({ alreadyStored: true, registerNo: joining!.registerNo, joined: joining!.joined })
      expect(await count('customers_customer')).toBe(before + 1)
    }
  })

  it.each([
    ['another name', { customerName: '李秀英' }, 0],
    ['ten minutes later', {}, 11],
  ])('does not take %s from the same number for the same caller', async (_, changes, later) => {
    const [one, two] = [await house.as('operator', '甲'), await house.as('operator', '乙')]
    const phone = `186000003${later.toString().padStart(2, '0')}`
    const began = house.clock.at
    const first = await one.intake.record(repairCall({ phone, customerName: '王建国' }))
    house.clock.at = new Date(Date.parse(began) + later * 60_000).toISOString()
    const second = await two.intake.record(repairCall({ phone, customerName: '王建国', ...changes }))
    house.clock.at = began
    expect(second.customerId).not.toBe(first.customerId)
    expect(second.joined).toBeNull()
  })

  it('leaves one audit entry of who took what down, also when it is sent twice', async () => {
    const operator = await house.as('operator')
    const input = repairCall({ phone: '13900000077' })
    const { ticket, customerId } = await operator.intake.record(input)
    await operator.intake.record(input)
    const entries = (await house.station.services.database.read((reader) =>
      reader.query(
        `SELECT "memberId", "details" FROM "admin_audit" WHERE "action" = 'intake.record' AND "subject" = 'intake:${input.id}'`,
      ),
    )) as { memberId: string; details: string }[]
    expect(entries.map(({ memberId, details }) => ({ memberId, ...(JSON.parse(details) as object) }))).toEqual([
      {
        memberId: (await house.seat('operator')).memberId,
        outcome: 'repair',
        ticketId: ticket!.id,
        customerId,
        notifiedId: (await house.seat('supervisor', '刘雪梅')).memberId,
      },
    ])
  })

  it('stores the same entry once, also when it comes many times at once', async () => {
    const operator = await house.as('operator')
    const input = repairCall({ phone: '13900000001' })
    const before = [await count('intake_register'), await count('tickets_ticket'), await count('customers_customer')]
    const answers = await Promise.all(Array.from({ length: 8 }, () => operator.intake.record(input)))
    expect(new Set(answers.map((answer) => answer.registerNo)).size).toBe(1)
    expect(answers.filter((answer) => !answer.alreadyStored)).toHaveLength(1)
    expect((await operator.intake.record(input)).alreadyStored).toBe(true)
    expect([await count('intake_register'), await count('tickets_ticket'), await count('customers_customer')]).toEqual(
      before.map((n) => n + 1),
    )
  })

  it('gives no number twice to 50 entries at once (R353)', async () => {
    const operator = await house.as('operator')
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => operator.intake.record(repairCall({ phone: `1370000${1000 + nth}` }))),
    )
    expect(new Set(answers.map((answer) => answer.registerNo)).size).toBe(50)
    expect(new Set(answers.map((answer) => answer.ticket!.number)).size).toBe(50)
    const pages = await Promise.all(answers.map((answer) => operator.tickets.page({ id: answer.ticket!.id })))
    expect(new Set(pages.map((page) => page.sheetNumber)).size).toBe(50)
  })

  it.each([
    ['customerName', 'R014'],
    ['address', 'R014'],
    ['phone', 'R014'],
    ['productName', 'R014'],
    ['purchasedOn', 'R014'],
    ['symptom', 'R014'],
  ])('does not save a repair call without %s (%s), and stores nothing of it', async (field) => {
    const operator = await house.as('operator')
    const before = await count('customers_customer')
    const answer = operator.intake.record(repairCall({ [field]: field === 'purchasedOn' ? null : ' ' }))
    expect(await refusal(answer)).toMatchObject({ kind: 'invalid', text: 'intake.failure.fieldMissing', field })
    expect(await count('customers_customer')).toBe(before)
  })

  it('takes from the archive what the seat may not see (R014)', async () => {
    const operator = await house.as('operator')
    const first = repairCall({ phone: '13711112222' })
    await operator.intake.record(first)
    const again = repairCall({
      customerId: first.newCustomerId,
      productId: first.newProductId,
      customerName: '',
      phone: '137 **** 2222',
      address: '',
      productName: '',
      purchasedOn: null,
    })
    const recorded = await operator.intake.record(again)
    expect(recorded.customerId).toBe(first.newCustomerId)
    const page = await operator.tickets.page({ id: recorded.ticket!.id })
    expect(page.ticket).toMatchObject({
      customerName: '青禾路小学食堂',
      productName: '双眼大锅灶',
      phoneShown: '137 **** 2222',
      productId: first.newProductId,
    })
    // R114: the first case is still open, nobody has repaired it.
    expect(page.sameFault).toEqual([])
  })

  it('refuses a customer and a product that are not there', async () => {
    const operator = await house.as('operator')
    expect(await refusal(operator.intake.record(repairCall({ customerId: newId() })))).toMatchObject({
      kind: 'notFound',
      field: 'customerId',
    })
    expect(await refusal(operator.intake.record(repairCall({ productId: newId() })))).toMatchObject({
      kind: 'notFound',
      field: 'productId',
    })
  })

  it('saves and dispatches in one stroke (R041, R044), and asks what that needs', async () => {
    const operator = await house.as('operator')
    const { memberId } = await house.seat('technician', '孙师傅')
    const sent = await operator.intake.record(
      repairCall({ technicianId: memberId, visitFromAt: minutes(90), visitToAt: minutes(120), within3h: 'yes' }),
    )
    expect(sent.dispatch?.number).toMatch(/^PG20261120-\d{4}$/)
    expect((await operator.tickets.page({ id: sent.ticket!.id })).ticket).toMatchObject({
      state: 'dispatched',
      technicianName: '孙师傅',
      nextClock: 'visit',
    })
    const before = await count('intake_register')
    const untimed = operator.intake.record(repairCall({ technicianId: memberId, within3h: 'yes' }))
    expect(await refusal(untimed)).toMatchObject({ text: 'intake.failure.fieldMissing', field: 'visitFromAt' })
    const late = operator.intake.record(
      repairCall({ technicianId: memberId, visitFromAt: minutes(300), within3h: 'no' }),
    )
    expect(await refusal(late)).toMatchObject({ text: 'tickets.failure.promiseUnkept', field: 'rescheduleReason' })
    expect(await count('intake_register')).toBe(before)
  })

  it('refuses a visit in which nobody can come, beside its field, and keeps one that waited for the station', async () => {
    const operator = await house.as('operator')
    const dispatcher = await house.as('dispatcher')
    const { memberId: technicianId } = await house.seat('technician', '孙师傅')
    const before = await count('intake_register')
    const ticketId = (await operator.intake.record(repairCall({ phone: '13900002201' }))).ticket!.id
    for (const [visitFromAt, visitToAt, text, field] of [
      [minutes(-16), null, 'visitInPast', 'visitFromAt'],
      ['2199-01-01T00:00:00.000Z', null, 'visitTooFar', 'visitFromAt'],
      [minutes(60), '2199-01-01T00:00:00.000Z', 'visitTooFar', 'visitToAt'],
      [minutes(60), minutes(30), 'windowBackwards', 'visitToAt'],
    ] as const) {
      const refused = { kind: 'invalid', text: `tickets.failure.${text}`, field }
      const visit = { visitFromAt, visitToAt, within3h: 'yes' as const }
      const wishes = [repairCall(visit), repairCall({ ...visit, technicianId })]
      for (const wish of wishes) expect(await refusal(operator.intake.record(wish))).toMatchObject(refused)
      const order = dispatcher.tickets.assign({ ...visit, id: newId(), ticketId, technicianId })
      expect(await refusal(order)).toMatchObject(refused)
    }
    expect(await count('intake_register')).toBe(before + 1)
    const waited = repairCall({ receivedAt: minutes(-120), technicianId, visitFromAt: minutes(-60), within3h: 'yes' })
    expect((await operator.intake.record(waited)).dispatch?.number).toMatch(/^PG/)
  })

  it('runs deadlines from the report, also when the line was cut meanwhile (R036)', async () => {
    const operator = await house.as('operator')
    const recorded = await operator.intake.record(repairCall({ receivedAt: minutes(-30) }))
    const { deadlines, ticket } = await operator.tickets.page({ id: recorded.ticket!.id })
    expect(deadlines[0]).toMatchObject({ clock: 'assign', startedAt: minutes(-30), dueAt: minutes(-20), state: 'late' })
    expect(ticket.nextDueAt).toBe(minutes(-20))
    const ahead = await operator.intake.record(repairCall({ receivedAt: minutes(60) }))
    expect((await operator.tickets.page({ id: ahead.ticket!.id })).ticket.receivedAt).toBe(house.clock.at)
  })

  it('asks within three hours how it works after guidance by telephone (R043)', async () => {
    const operator = await house.as('operator')
    const recorded = await operator.intake.record(repairCall({ handling: 'guidance' }))
    const { deadlines } = await operator.tickets.page({ id: recorded.ticket!.id })
    expect(deadlines.map(({ clock, dueAt }) => [clock, dueAt])).toEqual([['guide', minutes(180)]])
    const consult = await operator.intake.record(
      repairCall({ outcome: 'consult', handling: 'guidance', purchasedOn: null }),
    )
    expect(consult.ticket).toBeNull()
    const [line] = (await operator.intake.register({ text: consult.registerNo })).rows
    expect(line).toMatchObject({ outcome: 'consult', followUpDueAt: minutes(180), notifiedAt: null })
  })

  it.each(['complaint', 'booking', 'transferred', 'wrongNumber', 'silent'] as const)(
    'keeps a line of a call that ends as %s (R015, R016)',
    async (outcome) => {
      const operator = await house.as('operator')
      const recorded = await operator.intake.record(repairCall({ outcome, phone: '', productName: '' }))
      expect(recorded.ticket).toBeNull()
      expect((await operator.intake.register({ text: recorded.registerNo })).rows[0]).toMatchObject({ outcome })
    },
  )

  it('counts a chase on the open ticket instead of opening another', async () => {
    const operator = await house.as('operator')
    const ticketId = await openCase(house)
    const chase = repairCall({ outcome: 'chase', ticketId })
    expect((await operator.intake.record(chase)).ticket?.id).toBe(ticketId)
    await operator.intake.record(chase)
    const page = await operator.tickets.page({ id: ticketId })
    expect(page.ticket.chaseCount).toBe(1)
    expect(page.chases).toHaveLength(1)
    expect(await refusal(operator.intake.record(repairCall({ outcome: 'chase', ticketId: newId() })))).toMatchObject({
      text: 'intake.failure.noOpenTicket',
    })
  })

  it('takes a call begun by hand off the seat once it is registered or closed', async () => {
    const operator = await house.as('operator', '周敏')
    const callId = newId()
    await operator.intake.startCall({ id: callId, number: '13800138000', direction: 'in', at: house.clock.at })
    await operator.intake.startCall({ id: callId, number: '13800138000', direction: 'in', at: house.clock.at })
    expect(await operator.intake.mine()).toMatchObject([
      { id: callId, number: '13800138000', numberShown: '138 0013 8000', state: 'answered' },
    ])
    await operator.intake.record(repairCall({ callId }))
    expect(await operator.intake.mine()).toEqual([])
    const second = newId()
    await operator.intake.startCall({ id: second, direction: 'in', at: house.clock.at })
    expect(await operator.intake.closeCall({ callId: second, outcome: 'silent' })).toMatchObject({
      outcome: 'silent',
      state: 'ended',
    })
    expect(await operator.intake.mine()).toEqual([])
    expect(await refusal(operator.intake.closeCall({ callId: newId(), outcome: 'silent' }))).toMatchObject({
      kind: 'notFound',
    })
  })

  it('masks numbers of other seats and pages without shifting', async () => {
    const operator = await house.as('operator', '钱丽')
    for (let nth = 0; nth < 5; nth += 1)
      await operator.intake.startCall({ id: newId(), number: '13600136000', direction: 'out', at: minutes(-nth - 1) })
    const other = await house.as('operator', '周敏')
    const first = await other.intake.recent({ text: '13600136000', limit: 2 })
    const second = await other.intake.recent({ text: '13600136000', limit: 3, after: first.next })
    const ids = [...first.rows, ...second.rows].map((row) => row.id)
    expect(new Set(ids).size).toBe(5)
    expect(second.next).toBeNull()
    expect(first.rows[0]).toMatchObject({ number: null, numberShown: '136 **** 6000', memberName: '钱丽' })
    expect(await refusal(other.intake.recent({ after: 'nonsense' }))).toMatchObject({ kind: 'invalid', field: 'after' })
  })

  it('keeps technicians and follow-up users from the desk', async () => {
    for (const role of ['technician', 'followupUser'] as const) {
      const caller = await house.as(role)
      expect(await refusal(caller.intake.mine())).toMatchObject({ kind: 'notAllowed' })
      expect(await refusal(caller.intake.record(repairCall()))).toMatchObject({ kind: 'notAllowed' })
      expect(await refusal(caller.intake.register({}))).toMatchObject({ kind: 'notAllowed' })
    }
    expect(await refusal(house.nobody.intake.lost())).toMatchObject({ kind: 'signedOut' })
  })
})

describe.each(engines)('the fitness register on %s', (engine) => {
  it('asks its own five things (R010), refuses what it does not offer and days ahead, and opens a ticket for a letter (R011)', async () => {
    const house = await openTestStation(engine, { presetId: 'P21' })
    try {
      const operator = await house.as('operator')
      const letter = repairCall({ channel: 'letter', productName: '', level: '', fault: '' })
      expect(await refusal(operator.intake.record({ ...letter, symptom: '' }))).toMatchObject({ field: 'symptom' })
      for (const [field, wrong] of [
        ['channel', { channel: 'fax' }],
        ['level', { level: 'stopped' }],
        ['fault', { fault: 'noIgnition' }],
        ['purchasedOn', { purchasedOn: '2063-05-25' }],
        ['acceptedOn', { acceptedOn: '2063-05-25' }],
      ] as const)
        expect(await refusal(operator.intake.record({ ...letter, ...wrong }))).toMatchObject({ kind: 'invalid', field })
      const recorded = await operator.intake.record(letter)
      expect((await operator.tickets.page({ id: recorded.ticket!.id })).ticket).toMatchObject({
        channel: 'letter',
        nextClock: 'assign',
      })
    } finally {
      await house.close()
    }
  })
})
