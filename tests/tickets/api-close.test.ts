import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase, solved } from './desk.ts'

describe.each(engines)('finishing and listing on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('closes behind result, ledger and archive only, in this order (R013)', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, technicianId } = await sentCase(house)
    const gate = async () => (await dispatcher.tickets.page({ id: ticketId })).missing
    const ledger = { id: newId(), ticketId, inWarranty: true }
    expect(await gate()).toEqual(['result', 'ledger', 'archive'])
    expect(await refusal(dispatcher.tickets.archive({ ticketId }))).toMatchObject({
      text: 'tickets.failure.resultFirst',
    })
    expect(await refusal(dispatcher.tickets.enterLedger(ledger))).toMatchObject({ text: 'tickets.failure.resultFirst' })

    const technician = await house.as('technician', '孙师傅')
    const input = solved(ticketId, technicianId, {
      arrivedAt: minutes(70),
      finishedAt: minutes(95),
      chargeCents: 1250,
      parts: [{ name: '先导火管', quantity: 1, unitPriceCents: 1250 }],
    })
    expect(await refusal(technician.tickets.recordResult(input))).toMatchObject({ text: 'tickets.failure.notYet' })
    house.clock.at = minutes(96)
    const result = await technician.tickets.recordResult(input)
    expect(result).toMatchObject({ servicePersonName: '孙师傅', chargeCents: 1250, version: 1 })
    expect(await technician.tickets.recordResult(input)).toEqual(result)
    expect(await gate()).toEqual(['ledger', 'archive'])
    expect(await refusal(dispatcher.tickets.archive({ ticketId }))).toMatchObject({
      text: 'tickets.failure.ledgerFirst',
    })
    expect(await refusal(technician.tickets.enterLedger(ledger))).toMatchObject({ kind: 'notAllowed' })

    const line = await dispatcher.tickets.enterLedger(ledger)
    expect(line).toMatchObject({
      user: '青禾路小学食堂',
      problem: '左眼点不着火',
      personName: '孙师傅',
      inWarranty: true,
      archiveNo: null,
      on: '2026-11-20',
    })
    expect(await dispatcher.tickets.enterLedger(ledger)).toEqual(line)
    expect(await refusal(dispatcher.tickets.enterLedger({ ...ledger, id: newId() }))).toMatchObject({
      text: 'tickets.failure.alreadyDone',
    })
    expect(await gate()).toEqual(['archive'])

    house.clock.at = minutes(100)
    const { archiveNo } = await dispatcher.tickets.archive({ ticketId })
    expect(archiveNo).toMatch(/^DA2026-\d{5}$/)
    expect(await dispatcher.tickets.archive({ ticketId })).toEqual({ archiveNo })
    const page = await dispatcher.tickets.page({ id: ticketId })
    expect(page.missing).toEqual([])
    expect(page.ticket).toMatchObject({ state: 'closed', closedAt: minutes(100), nextDueAt: null })
    expect(page.deadlines.map(({ clock, metAt, state }) => [clock, metAt, state])).toEqual([
      ['assign', minutes(0), 'met'],
      ['visit', minutes(70), 'met'],
    ])
    expect((await dispatcher.tickets.ledger({ text: String(line.lineNo) })).rows).toMatchObject([
      { archiveNo, ticketNumber: page.ticket.number },
    ])
    expect(
      await refusal(dispatcher.tickets.cancel({ ticketId, reason: 'x', version: page.ticket.version })),
    ).toMatchObject({ kind: 'ruleBroken' })
    house.clock.at = minutes(0)
  })

  it('gives archive and line numbers once each when many close at once (R353)', async () => {
    const dispatcher = await house.as('dispatcher')
    const cases = await Promise.all(Array.from({ length: 12 }, () => sentCase(house)))
    await Promise.all(cases.map((each) => dispatcher.tickets.recordResult(solved(each.ticketId, each.technicianId))))
    const lines = await Promise.all(
      cases.map(({ ticketId }) => dispatcher.tickets.enterLedger({ id: newId(), ticketId, inWarranty: false })),
    )
    const archives = await Promise.all(cases.map(({ ticketId }) => dispatcher.tickets.archive({ ticketId })))
    expect(new Set(lines.map((line) => line.lineNo)).size).toBe(12)
    expect(new Set(archives.map((each) => each.archiveNo)).size).toBe(12)
  })

  it.each(['notSolved', 'waitsForPart', 'needsFactory'] as const)(
    'gives a case back to the desk when the visit ends %s, and keeps every visit',
    async (outcome) => {
      const dispatcher = await house.as('dispatcher')
      const { ticketId, technicianId } = await sentCase(house)
      const technician = await house.as('technician', '孙师傅')
      const first = solved(ticketId, technicianId, { outcome, result: '等配件' })
      await technician.tickets.recordResult(first)
      expect(await technician.tickets.recordResult(first)).toMatchObject({ outcome })
      expect((await dispatcher.tickets.page({ id: ticketId })).ticket).toMatchObject({
        state: 'unassigned',
        technicianId: null,
      })
      expect(await refusal(dispatcher.tickets.enterLedger({ id: newId(), ticketId, inWarranty: true }))).toMatchObject({
        text: 'tickets.failure.resultFirst',
      })
      await dispatcher.tickets.assign({
        id: newId(),
        ticketId,
        technicianId,
        visitFromAt: minutes(170),
        within3h: 'yes',
      })
      await technician.tickets.recordResult(solved(ticketId, technicianId))
      const page = await dispatcher.tickets.page({ id: ticketId })
      expect(page).toMatchObject({
        ticket: { state: 'resulted' },
        result: { outcome: 'solved' },
        missing: ['ledger', 'archive'],
      })
      const { counts } = await dispatcher.customers.timeline({ customerId: page.ticket.customerId })
      expect(counts['tickets.result']).toBe(2)
    },
  )

  it('corrects a result while the ledger waits, only from its present version', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, technicianId } = await sentCase(house)
    const input = solved(ticketId, technicianId)
    await dispatcher.tickets.recordResult(input)
    expect(await dispatcher.tickets.recordResult({ ...input, result: '换了两根', version: 1 })).toMatchObject({
      result: '换了两根',
      version: 2,
    })
    expect(await refusal(dispatcher.tickets.recordResult({ ...input, version: 1 }))).toMatchObject({
      kind: 'changedByOther',
    })
    expect(
      await refusal(dispatcher.tickets.recordResult({ ...input, version: 2, outcome: 'notSolved' })),
    ).toMatchObject({ field: 'outcome' })
    expect(await refusal(dispatcher.tickets.recordResult(solved(ticketId, technicianId)))).toMatchObject({
      text: 'tickets.failure.alreadyDone',
    })
    await dispatcher.tickets.enterLedger({ id: newId(), ticketId, inWarranty: true })
    expect(await refusal(dispatcher.tickets.recordResult({ ...input, version: 2 }))).toMatchObject({
      text: 'tickets.failure.alreadyDone',
    })
  })

  it('a corrected visit meets its limits when it is said now, on the page and in what was kept', async () => {
    const [dispatcher, technician] = [await house.as('dispatcher'), await house.as('technician', '孙师傅')]
    const { ticketId, technicianId } = await sentCase(house)
    house.clock.at = minutes(200)
    const input = solved(ticketId, technicianId, { arrivedAt: minutes(190), finishedAt: minutes(195) })
    await technician.tickets.recordResult(input)
    const { database } = house.station.services
    const visit = async () => {
      const { deadlines, memberNames } = await dispatcher.tickets.page({ id: ticketId })
      const { metAt, state, steps } = deadlines.find(({ clock }) => clock === 'visit')!
      const kept = (await database.read((reader) =>
        reader.query(
          database.sql(
            'SELECT "clock", "metAt", "ranSeconds" FROM "clocks_met" WHERE "subjectId" = ? ORDER BY "clock"',
          ),
          [ticketId],
        ),
      )) as { clock: string; metAt: string; ranSeconds: number }[]
      expect(kept.map(({ clock }) => clock)).toEqual(['assign', 'visit'])
      expect(kept[0]).toMatchObject({ metAt: minutes(0), ranSeconds: 0 })
      const stops = steps.filter(({ kind }) => kind === 'stop').map(({ memberId }) => memberNames[memberId ?? ''])
      return [metAt, state, kept[1]!.metAt, kept[1]!.ranSeconds / 60, ...stops]
    }
    expect(await visit()).toEqual([minutes(190), 'late', minutes(190), 190, '孙师傅'])
    await dispatcher.tickets.recordResult({ ...input, arrivedAt: minutes(170), version: 1 })
    expect(await visit()).toEqual([minutes(170), 'met', minutes(170), 170, 'dispatcher'])
    await dispatcher.tickets.recordResult({ ...input, arrivedAt: minutes(185), version: 2 })
    expect(await visit()).toEqual([minutes(185), 'late', minutes(185), 185, 'dispatcher'])
    // Left unsaid, it was when the work was done; that too unsaid, when the result was entered.
    await dispatcher.tickets.recordResult({ ...input, arrivedAt: null, finishedAt: null, version: 3 })
    expect(await visit()).toEqual([minutes(200), 'late', minutes(200), 200, 'dispatcher'])
    house.clock.at = minutes(0)
  })

  it('a correction is of the newest visit, and of nothing before its round began', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, technicianId } = await sentCase(house)
    house.clock.at = minutes(80)
    const first = solved(ticketId, technicianId, { outcome: 'notSolved', arrivedAt: minutes(70) })
    await dispatcher.tickets.recordResult(first)
    await dispatcher.tickets.assign({
      ...{ id: newId(), ticketId, technicianId, visitFromAt: minutes(170), within3h: 'yes' },
    })
    house.clock.at = minutes(180)
    const second = solved(ticketId, technicianId, { arrivedAt: minutes(175), finishedAt: minutes(178) })
    await dispatcher.tickets.recordResult(second)
    expect(
      await refusal(dispatcher.tickets.recordResult({ ...second, arrivedAt: minutes(75), version: 1 })),
    ).toMatchObject({ text: 'tickets.failure.beforeDispatch', field: 'arrivedAt', facts: { time: '2026-11-20 11:56' } })
    expect(
      await refusal(
        dispatcher.tickets.recordResult({ ...first, outcome: 'solved', arrivedAt: minutes(170), version: 1 }),
      ),
    ).toMatchObject({ text: 'tickets.failure.alreadyDone' })
    await dispatcher.tickets.recordResult({ ...second, arrivedAt: minutes(171), version: 1 })
    const { deadlines } = await dispatcher.tickets.page({ id: ticketId })
    const visits = deadlines.filter(({ clock }) => clock === 'visit')
    expect(visits.map(({ round, metAt }) => [round, metAt])).toEqual([
      [1, minutes(70)],
      [2, minutes(171)],
    ])
    house.clock.at = minutes(0)
  })

  it('refuses a result without a dispatch, out of order in time, or of somebody else', async () => {
    const dispatcher = await house.as('dispatcher')
    const { memberId } = await house.seat('technician', '孙师傅')
    expect(await refusal(dispatcher.tickets.recordResult(solved(await openCase(house), memberId)))).toMatchObject({
      text: 'tickets.failure.dispatchFirst',
    })
    const { ticketId, technicianId } = await sentCase(house)
    house.clock.at = minutes(61)
    const backwards = solved(ticketId, technicianId, { arrivedAt: minutes(60), finishedAt: minutes(50) })
    expect(await refusal(dispatcher.tickets.recordResult(backwards))).toMatchObject({ field: 'finishedAt' })
    expect(await refusal(dispatcher.tickets.recordResult(solved(ticketId, newId())))).toMatchObject({
      field: 'servicePersonId',
    })
    const technician = await house.as('technician', '孙师傅')
    const other = await house.seat('technician', '李师傅')
    expect(await refusal(technician.tickets.recordResult(solved(ticketId, other.memberId)))).toMatchObject({
      kind: 'notAllowed',
    })
  })

  it('ends guidance by telephone with the follow-up call, without sending anybody (R043)', async () => {
    const dispatcher = await house.as('dispatcher')
    const { memberId } = await house.seat('operator')
    const ticketId = await openCase(house, { handling: 'guidance' })
    house.clock.at = minutes(171)
    await dispatcher.tickets.recordResult(solved(ticketId, memberId, { finishedAt: minutes(170) }))
    const { deadlines, ticket } = await dispatcher.tickets.page({ id: ticketId })
    expect(ticket.state).toBe('resulted')
    expect(deadlines).toMatchObject([{ clock: 'guide', metAt: minutes(170), state: 'met' }])
    expect((await dispatcher.tickets.board()).followupsLate).toBe(0)
  })

  it('never shows charges to follow-up users', async () => {
    const { ticketId, technicianId } = await sentCase(house)
    const part = { name: '先导火管', quantity: 1, unitPriceCents: 1250 }
    await (
      await house.as('dispatcher')
    ).tickets.recordResult(solved(ticketId, technicianId, { chargeCents: 1250, parts: [part] }))
    const user = await house.as('followupUser')
    const page = await user.tickets.page({ id: ticketId })
    expect(page.result).toMatchObject({ chargeCents: null, parts: [{ ...part, unitPriceCents: 0 }] })
    expect(page.ticket).toMatchObject({ phoneShown: '138 **** 5678' })
    expect(page.ticket.address).not.toContain('88')
    expect(await refusal(user.tickets.archive({ ticketId }))).toMatchObject({ kind: 'notAllowed' })
  })

  it('walks every view page by page, each ticket once, and counts the same', async () => {
    const dispatcher = await house.as('dispatcher')
    house.clock.at = minutes(175)
    for (let nth = 0; nth < 3; nth += 1) await openCase(house)
    const counts = await dispatcher.tickets.counts()
    for (const view of [
      'open',
      'unassigned',
      'late',
      'dueSoon',
      'today',
      'paused',
      'mine',
      'toLedger',
      'toArchive',
      'closed',
      'all',
    ] as const) {
      const ids: string[] = []
      let after: string | null = null
      do {
        const page = await dispatcher.tickets.list({ view, after, limit: 4 })
        ids.push(...page.rows.map((row) => row.id))
        after = page.next
      } while (after)
      expect([view, ids.length]).toEqual([view, counts[view]])
      expect(new Set(ids).size).toBe(ids.length)
      expect((await dispatcher.tickets.list({ view, limit: 200 })).rows.map((row) => row.id)).toEqual(ids)
    }
    expect(counts.closed).toBeGreaterThan(10)
    const board = await dispatcher.tickets.board()
    expect([board.late, board.dueSoon, board.unassigned, board.closedToday]).toEqual([
      counts.late,
      counts.dueSoon,
      counts.unassigned,
      counts.closed,
    ])
    expect(await refusal(dispatcher.tickets.list({ after: 'xx' }))).toMatchObject({ kind: 'invalid', field: 'after' })
    house.clock.at = minutes(0)
  })

  it('finds tickets by number, customer, phone and technician', async () => {
    const dispatcher = await house.as('dispatcher')
    const ticketId = await openCase(house, {
      customerName: '百花洲饭店',
      phone: '0531-87654321',
      address: '历下区百花洲 1 号',
    })
    const { ticket, sheetNumber } = await dispatcher.tickets.page({ id: ticketId })
    for (const text of [ticket.number, sheetNumber, ticket.number.toLowerCase(), '花洲', '87654321'])
      expect([text, (await dispatcher.tickets.list({ view: 'all', text })).rows.map((row) => row.id)]).toEqual([
        text,
        [ticketId],
      ])
    expect((await dispatcher.tickets.list({ view: 'all', text: '没有这家' })).rows).toEqual([])
    expect((await dispatcher.tickets.list({ view: 'open', customerId: ticket.customerId })).rows).toHaveLength(1)
    const { memberId } = await house.seat('technician', '孙师傅')
    const his = await dispatcher.tickets.list({ view: 'all', technicianId: memberId })
    expect(his.rows.every((row) => row.technicianName === '孙师傅')).toBe(true)
  })

  it.each(['resumed', 'sent at once'])(
    'promises a visit from the part on where a case waited for it: %s (R044)',
    async (way) => {
      house.clock.at = minutes(0)
      const desk = await house.as('supervisor')
      const { memberId } = await house.seat('technician', '孙师傅')
      const ticketId = await openCase(house)
      const order = { ticketId, technicianId: memberId, within3h: 'yes' as const }
      await desk.tickets.assign({ ...order, id: newId(), visitFromAt: minutes(60) })
      house.clock.at = minutes(70)
      await desk.tickets.recordResult(solved(ticketId, memberId, { outcome: 'waitsForPart', arrivedAt: minutes(65) }))
      house.clock.at = minutes(2880)
      const page = async () => (await desk.tickets.page({ id: ticketId })).ticket
      const listed = async () => (await desk.tickets.list({ view: 'all' })).rows.find(({ id }) => id === ticketId)
      const chosen = async () => (await desk.tickets.chosen({ ids: [ticketId] }))[0]?.promisedUntilAt
      expect([(await page()).promisedFromAt, (await listed())?.promisedFromAt]).toEqual([null, null])
      expect(await chosen()).toBe(minutes(2880 + 180))
      if (way === 'resumed') {
        const { version } = await page()
        expect((await desk.tickets.resume({ ticketId, version })).promisedFromAt).toBe(minutes(2880))
        house.clock.at = minutes(2885)
        expect([(await page()).promisedFromAt, (await listed())?.promisedFromAt]).toEqual([
          minutes(2880),
          minutes(2880),
        ])
        expect(await chosen()).toBe(minutes(2880 + 180))
      }
      const { version } = await page()
      const sent = await desk.tickets.assign({ ...order, id: newId(), version, visitFromAt: minutes(2950) })
      expect(sent.within3h).toBe('yes')
    },
  )

  it('keeps the arrival of who goes after guidance did not help, corrected or not', async () => {
    house.clock.at = minutes(0)
    const ticketId = await openCase(house, { handling: 'guidance' })
    const desk = await house.as('supervisor')
    const [operator, technician] = [await house.seat('operator'), await house.seat('technician', '孙师傅')]
    house.clock.at = minutes(10)
    await desk.tickets.recordResult({ ...solved(ticketId, operator.memberId), outcome: 'notSolved' })
    // Only guidance ends without sending anybody: the round after it is a visit.
    expect(await refusal(desk.tickets.recordResult(solved(ticketId, technician.memberId)))).toMatchObject({
      text: 'tickets.failure.dispatchFirst',
    })
    const order = { id: newId(), ticketId, technicianId: technician.memberId, within3h: 'yes' as const }
    await desk.tickets.assign({ ...order, visitFromAt: minutes(60) })
    house.clock.at = minutes(120)
    const result = { ...solved(ticketId, technician.memberId), arrivedAt: minutes(70), finishedAt: minutes(110) }
    await desk.tickets.recordResult(result)
    const arrived = async () =>
      (await desk.tickets.page({ id: ticketId })).deadlines.find(({ clock }) => clock === 'visit')?.metAt
    expect(await arrived()).toBe(minutes(70))
    await desk.tickets.recordResult({ ...result, arrivedAt: minutes(65), version: 1 })
    expect(await arrived()).toBe(minutes(65))
  })
})
