import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostMeant } from '../../main/house/list-source.ts'
import { newId } from '../../main/new-id.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import type { NumberSchemes } from '../../shared/presets/schema.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { fillIndex, forgetIndex } from '../kit/text-index.ts'
import { minutes, openCase, sentCase, solved } from '../tickets/desk.ts'

describe.each(engines)('what a text means in a list on %s', (engine) => {
  let house: TestStation
  let desk: Caller
  let supervisor: Caller
  /** One ticket by the trade's scheme, one by the firm's own. */
  let usual: { ticketId: string; number: string }
  let own: { ticketId: string; number: string }

  const publish = async (numbers: Partial<NumberSchemes>) => {
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const newest = (await supervisor.admin.policies()).find(({ withdrawnAt }) => withdrawnAt === null)?.id ?? id
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn: newest, effectiveOn: null, runningCases: 'finish', kept: [], reason: '' },
      policy: { ...policy, numbers: { ...policy.numbers, ...numbers } },
    })
  }
  const ledgered = async (customerName: string, phone: string) => {
    const sent = await sentCase(house, '孙师傅', { customerName, phone })
    await desk.tickets.recordResult(solved(sent.ticketId, sent.technicianId))
    await desk.tickets.enterLedger({ id: newId(), ticketId: sent.ticketId, inWarranty: true })
    await desk.tickets.archive({ ticketId: sent.ticketId })
    const { ticket } = await desk.tickets.page({ id: sent.ticketId })
    return { ticketId: sent.ticketId, number: ticket.number }
  }

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    desk = supervisor
    usual = await ledgered('历下食堂', '13853120417')
    await publish({
      ticket: '维{yyyy}/{MM}/{seq:3}',
      archive: 'd{yyyy}{MM}{dd}{seq:3}',
      register: '{yyyy}{MM}{dd}{seq:4}',
    })
    own = await ledgered('槐荫食堂', '13896350993')
  })
  afterAll(() => house.close())

  const inTickets = async (text: string) =>
    (await desk.tickets.list({ view: 'all', text })).rows.map(({ id }) => id).sort()
  const inLedger = async (text: string, seat = desk) =>
    (await seat.tickets.ledger({ text })).rows.map(({ ticketId }) => ticketId).sort()
  const inRegister = async (text: string) =>
    (await desk.intake.register({ text })).rows.map(({ ticketId }) => ticketId).sort()

  it('is a number of whichever scheme gave it: whole, its start, without the signs in front, the bare figure of today', async () => {
    expect(own.number).toBe('维2026/11/001')
    for (const text of ['维2026/11/001', '维2026/1', '2026/11/001', '1', '001'])
      expect([text, (await inTickets(text)).includes(own.ticketId)]).toEqual([text, true])
    // The trade's scheme counts no more; its numbers are found as before.
    for (const text of [usual.number, usual.number.toLowerCase(), usual.number.slice(2)])
      expect([text, await inTickets(text)]).toEqual([text, [usual.ticketId]])
    for (const text of ['维2026/12', '2025', '20', '维']) expect([text, await inTickets(text)]).toEqual([text, []])
  })

  it('is the end of a telephone number as well, in every list', async () => {
    for (const [text, ticketId] of [
      ['0417', usual.ticketId],
      ['0993', own.ticketId],
    ] as const)
      for (const find of [inTickets, inLedger, inRegister]) expect([text, await find(text)]).toEqual([text, [ticketId]])
  })

  it('is a line, an archive or a ticket number in the ledger', async () => {
    const lines = (await desk.tickets.ledger({})).rows
    const of = (ticketId: string) => lines.find((line) => line.ticketId === ticketId)!
    for (const { ticketId, number } of [usual, own]) {
      const { lineNo, archiveNo } = of(ticketId)
      for (const text of [String(lineNo), archiveNo!, archiveNo!.slice(0, -1), number])
        expect([text, (await inLedger(text)).includes(ticketId)]).toEqual([text, true])
    }
    expect(of(own.ticketId).archiveNo).toBe('d20261120001')
    expect(await inLedger('20261120001')).toEqual([own.ticketId])
    expect(await inLedger('7')).toEqual([])
  })

  it('is a register number of the own scheme, or the number of the ticket a line opened', async () => {
    const line = (await desk.intake.register({})).rows.find(({ ticketId }) => ticketId === own.ticketId)!
    expect(line.registerNo).toMatch(/^20261120\d{4}$/)
    for (const text of [line.registerNo, '202611200', '维2026/11/001'])
      expect([text, await inRegister(text)]).toEqual([text, [own.ticketId]])
    // The start of both schemes' numbers of the day.
    expect(await inRegister('20261120')).toEqual([usual.ticketId, own.ticketId].sort())
  })

  it('is found in the search box by an own scheme', async () => {
    const hits = await desk.customers.search({ text: '维2026/11/001', limit: 5 })
    expect(hits).toMatchObject([{ kind: 'ticket', customerName: '槐荫食堂' }])
  })

  it('tells who sees numbers covered no more than the end that is shown', async () => {
    const operator = await house.as('operator')
    for (const text of ['8531', '85312', '53120', '1385312', '385'])
      expect([text, await inLedger(text, operator)]).toEqual([text, []])
    // More digits than are shown are compared by those that are.
    for (const text of ['0417', '417', '20417', '90417'])
      expect([text, await inLedger(text, operator)]).toEqual([text, [usual.ticketId]])
  })

  it('takes as many chosen tickets as a list walks', async () => {
    const ids = [usual.ticketId, own.ticketId, ...Array.from({ length: mostWalked - 2 }, () => newId())]
    expect((await desk.tickets.chosen({ ids })).map(({ id }) => id).sort()).toEqual(
      [usual.ticketId, own.ticketId].sort(),
    )
    expect((await desk.tickets.stillListed({ view: 'open', ids })).ids).toEqual([])
    expect((await desk.tickets.stillListed({ view: 'all', ids })).ids).toHaveLength(2)
    expect((await desk.tickets.list({ view: 'open', ids })).rows).toEqual([])
    expect((await desk.tickets.list({ view: 'all', ids, sort: { by: 'number', isDown: false } })).rows).toHaveLength(2)
  })

  describe('where it means more than is looked through', () => {
    /** Rows like one that stands, which no index but the one of what they are found by knows. */
    const copies = async (entity: string, table: string, id: string, count: number, own: Record<string, string>) => {
      const { services } = house.station
      const rest = services.database.source
        .getMetadata(entity)
        .columns.map(({ databaseName }) => databaseName)
        .filter((column) => !(column in own))
        .map((column) => `"${column}"`)
        .join(', ')
      await services.database.write((tx) =>
        tx.query(
          services.database.sql(
            `WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${count})
             INSERT INTO "${table}" (${Object.keys(own)
               .map((column) => `"${column}"`)
               .join(', ')}, ${rest})
             SELECT ${Object.values(own).join(', ')}, ${rest} FROM "${table}", nth WHERE "${table}"."id" = ?`,
          ),
          [id],
        ),
      )
    }
    const asked = (list: string, column: string, wish: object) => ({
      ...{ id: newId(), list, name: '表', wish: wish as never, columns: [column] },
      ...{ language: 'en' as const, isWhole: false },
    })

    beforeAll(async () => {
      const customerId = (await desk.tickets.page({ id: own.ticketId })).ticket.customerId!
      await copies('Customer', 'customers_customer', customerId, mostMeant, {
        ...{
          id: `'copy-' || n`,
          seq: '1000 + n',
          number: `'X' || n`,
          name: `'槐荫食堂' || n`,
          nameKey: `'槐荫食堂' || n`,
        },
      })
    })

    it.each([
      ['tickets.list', 'number'],
      ['tickets.ledger', 'lineNo'],
      ['intake.register', 'no'],
      ['customers.list', 'number'],
    ] as const)('no file of %s is written, in words', async (list, column) => {
      const file = asked(list, column, { text: '槐荫食堂' })
      expect(await refusal(supervisor.lists.askExport(file))).toMatchObject({
        ...{ kind: 'ruleBroken', text: 'lists.failure.textWide', facts: { most: mostMeant } },
      })
      expect(await supervisor.lists.exports()).not.toContainEqual(expect.objectContaining({ id: file.id }))
      const narrow = asked(list, column, { text: '槐荫食堂1999' })
      expect(await supervisor.lists.askExport(narrow)).toMatchObject({ state: 'running' })
    })

    it('the totals say at least so many, and why; a text that means fewer is counted exactly', async () => {
      const wide = { isMore: true, leftOut: ['text'], sums: null }
      expect(await desk.tickets.totals({ view: 'all', text: '槐荫食堂' })).toMatchObject(wide)
      expect(await desk.tickets.ledgerTotals({ text: '槐荫食堂' })).toMatchObject(wide)
      expect(await desk.intake.registerTotals({ text: '槐荫食堂' })).toMatchObject(wide)
      const exact = { count: 0, isMore: false, leftOut: [] }
      expect(await desk.tickets.totals({ view: 'all', text: '槐荫食堂1999' })).toMatchObject(exact)
      expect(await desk.tickets.ledgerTotals({ text: '槐荫食堂1999' })).toMatchObject(exact)
      expect(await refusal(desk.tickets.matching({ view: 'all', text: '槐荫食堂' }))).toMatchObject({
        text: 'lists.failure.textWide',
      })
    })

    it('a list too long says what was not looked through in symptoms, and that it does not stand by what is due', async () => {
      house.clock.at = minutes(5)
      const ticketId = await openCase(house, { customerName: '市中食堂', phone: '13900000001' })
      expect((await desk.tickets.totals({ view: 'open', text: '点不着' })).leftOut).toEqual([])
      expect(await inTickets('点不着')).toContain(ticketId)
      const rare = await openCase(house, { customerName: '天桥食堂', phone: '13900000002', symptom: '炉膛积水' })
      await copies('Ticket', 'tickets_ticket', ticketId, mostWalked + 600, {
        ...{ id: `'copy-' || n`, number: `'X' || n`, sheetNumber: `'S' || n` },
      })
      expect(await desk.tickets.totals({ view: 'open', text: '' })).toMatchObject({ isMore: true, leftOut: ['order'] })
      expect(await desk.tickets.totals({ view: 'open', text: 'X77' })).toMatchObject({ count: 111, leftOut: [] })
      expect(await desk.tickets.totals({ view: 'closed', text: '' })).toMatchObject({ leftOut: [] })
      const file = asked('tickets.list', 'number', { view: 'open', text: '点不着' })

      await forgetIndex(house)
      expect(await desk.tickets.totals({ view: 'open', text: '炉膛积' })).toMatchObject({
        leftOut: ['index'],
        sums: null,
      })
      expect(await refusal(supervisor.lists.askExport(file))).toMatchObject({ text: 'lists.failure.indexOpen' })
      await fillIndex(house)
      expect(await inTickets('炉膛积')).toEqual([rare])
      expect(await desk.tickets.totals({ view: 'open', text: '炉膛积' })).toMatchObject({ count: 1, leftOut: [] })

      expect(await desk.tickets.totals({ view: 'open', text: '点不着' })).toMatchObject({
        leftOut: ['told', 'order'],
        sums: null,
      })
      expect(await refusal(supervisor.lists.askExport(file))).toMatchObject({ text: 'lists.failure.toldWide' })
      // Among few cases the same text is looked for in each.
      const { customerId } = (await desk.tickets.page({ id: rare })).ticket
      const few = await desk.tickets.totals({ view: 'open', text: '左眼点', customerId })
      expect(few).toMatchObject({ count: 0, leftOut: [] })
    })
  })
})
