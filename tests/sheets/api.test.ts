import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutForm } from '../../shared/forms/fill.ts'
import { forms } from '../../shared/forms/catalog.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase, solved } from '../tickets/desk.ts'

describe.each(engines)('papers on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it.each(['F01', 'F11'] as const)('fills every field of %s and names none the form does not know', async (formId) => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId } = await sentCase(house)
    const { record } = await dispatcher.sheets.record({ formId, ticketId, mode: 'half' })
    const known = new Set([...Object.keys(forms[formId].fields), 'appointmentEndAt'])
    expect(Object.keys(record).filter((path) => !known.has(path))).toEqual([])
    expect([...known].filter((path) => !(path in record))).toEqual([])
  })

  it('tells what was noted of the channel in the register, on the case, on its paper and in the lists', async () => {
    const channel = { channel: 'phone', channelNote: '物业转来' }
    const { ticketId } = await sentCase(house, '孙师傅', channel)
    const dispatcher = await house.as('dispatcher')
    expect((await dispatcher.tickets.page({ id: ticketId })).ticket).toMatchObject(channel)
    expect((await dispatcher.tickets.list({ view: 'open', limit: 1 })).rows[0]).toMatchObject(channel)
    expect((await dispatcher.intake.register({ limit: 1 })).rows[0]).toMatchObject(channel)
    const { record, info } = await dispatcher.sheets.record({ formId: 'F01', ticketId, mode: 'complete' })
    expect(record).toMatchObject(channel)
    const print = { ...info, language: 'zh-CN', timeZone: 'Asia/Shanghai', printedAt: info.at, time: info.nth } as const
    const printed = JSON.stringify(layoutForm(forms.F01, 'a4', record, 'complete', print))
    expect(printed).toContain('物业转来')
  })

  it('prints the dispatch order the technician needs (F11, R041, R046)', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, dispatch } = await sentCase(house)
    const { record, info } = await dispatcher.sheets.paper({ formId: 'F11', ticketId, mode: 'half' })
    expect(record).toMatchObject({
      dispatchNo: dispatch.number,
      technicianName: '孙师傅',
      phone: '138 1234 5678',
      address: '济南市槐荫区青禾路 88 号',
      appointmentAt: minutes(60),
      withinThreeHours: 'yes',
      warrantyState: 'free',
      result: null,
    })
    expect(info).toMatchObject({
      number: dispatch.number,
      nth: 1,
      hotline: '4000008003',
      printedBy: 'dispatcher',
      company: { name: '禾炊厨具' },
    })
  })

  it('prints the tracking sheet with number, company and result (F01, R353)', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, technicianId } = await sentCase(house)
    await dispatcher.tickets.recordResult(
      solved(ticketId, technicianId, {
        parts: [{ name: '先导火管', quantity: 2, unitPriceCents: 600 }],
        chargeCents: 1200,
        satisfaction: 'satisfied',
      }),
    )
    const { record, info } = await dispatcher.sheets.record({ formId: 'F01', ticketId, mode: 'complete' })
    expect(info.number).toMatch(/^FW20261120-\d{4}$/)
    expect(record).toMatchObject({
      serviceNo: info.number,
      outcome: 'solved',
      chargeCents: 1200,
      partsUsed: [{ name: '先导火管', quantity: 2 }],
      satisfaction: 'satisfied',
    })
  })

  it('needs no ticket for a blank paper, one for any other, and a dispatch for an order', async () => {
    const dispatcher = await house.as('dispatcher')
    expect(await dispatcher.sheets.record({ formId: 'F11', mode: 'blank' })).toMatchObject({
      record: {},
      info: { number: '' },
    })
    expect(await refusal(dispatcher.sheets.record({ formId: 'F01', mode: 'half' }))).toMatchObject({
      kind: 'invalid',
      field: 'ticketId',
    })
    const ticketId = await openCase(house)
    expect(await refusal(dispatcher.sheets.record({ formId: 'F11', ticketId, mode: 'half' }))).toMatchObject({
      text: 'sheets.failure.notDispatched',
    })
    expect(await refusal(dispatcher.sheets.record({ formId: 'F01', ticketId: newId(), mode: 'half' }))).toMatchObject({
      kind: 'notFound',
    })
  })

  it('counts printings without a race, from the second on a reprint (补打)', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId } = await sentCase(house)
    const printings = Array.from({ length: 10 }, () => ({
      id: newId(),
      formId: 'F11' as const,
      ticketId,
      paper: '241x140',
    }))
    const answers = await Promise.all([...printings, printings[0]!].map((each) => dispatcher.sheets.printed(each)))
    expect(
      answers
        .slice(0, 10)
        .map(({ nth }) => nth)
        .sort((a, b) => a - b),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(answers[10]).toEqual(answers[0])
    expect((await dispatcher.sheets.record({ formId: 'F11', ticketId, mode: 'half' })).info.nth).toBe(11)
    expect((await dispatcher.sheets.printed({ id: newId(), formId: 'F01', ticketId, paper: 'a4' })).nth).toBe(1)
  })

  it('lists the trade’s forms in the order of their use, and lets follow-up users print nothing', async () => {
    const dispatcher = await house.as('dispatcher')
    expect((await dispatcher.sheets.forms()).map(({ id }) => id)).toEqual(['F11', 'F01'])
    expect(await refusal((await house.as('followupUser')).sheets.forms())).toMatchObject({ kind: 'notAllowed' })
  })
})
