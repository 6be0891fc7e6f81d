import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutForm } from '../../shared/forms/fill.ts'
import { forms } from '../../shared/forms/catalog.ts'
import { customerFields } from '../../shared/customers/fields.ts'
import type { FieldEntry } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import { houseQuotas } from '../../shared/admin/quotas.ts'
import { audit } from '../../main/house/audit.ts'
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
    const { rows } = await dispatcher.tickets.list({ view: 'open', limit: 50 })
    expect(rows.find(({ id }) => id === ticketId)).toMatchObject(channel)
    expect((await dispatcher.intake.register({ limit: 1 })).rows[0]).toMatchObject(channel)
    const { record, info } = await dispatcher.sheets.record({ formId: 'F01', ticketId, mode: 'complete' })
    expect(record).toMatchObject(channel)
    const { figures: _, ...foot } = info
    const print = { ...foot, language: 'zh-CN', timeZone: 'Asia/Shanghai', printedAt: info.at, time: info.nth } as const
    const printed = JSON.stringify(layoutForm(forms.F01, 'a4', record, 'complete', print))
    expect(printed).toContain('物业转来')
  })

  it('prints what the files of the customer and the product say, each field where it says (F01, F11)', async () => {
    const { database } = house.station.services
    const dispatcher = await house.as('dispatcher')
    const { ticketId } = await sentCase(house)
    const { customerId, productId } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    const files: [string, string | null, readonly FieldEntry[]][] = [
      ['customers_customer', customerId, customerFields],
      ['products_product', productId, productFields],
    ]
    const places = files.flatMap(([table, id, fields]) =>
      fields.flatMap(({ key, paper, shape }) =>
        Object.entries(paper ?? {}).map(([form, path]) => ({ table, id, key, form, path, shape })),
      ),
    )
    expect(places.length).toBeGreaterThan(1)
    for (const { table, id, key, form, path, shape } of places) {
      const filed = shape.kind === 'maybeDay' ? '2024-05-06' : (shape.codes?.[0] ?? `〔${key}〕`)
      const set = `UPDATE "${table}" SET "${key}" = ? WHERE "id" = ?`
      await database.write((tx) => tx.query(database.sql(set), [filed, id]))
      const formId = form as 'F01'
      const { record, info } = await dispatcher.sheets.paper({ formId, ticketId, mode: 'half' })
      expect([key, record[path]]).toEqual([key, filed])
      const { figures: _, ...foot } = info
      const print = { ...foot, language: 'zh-CN', timeZone: 'Asia/Shanghai', printedAt: info.at, time: 1 } as const
      for (const paper of ['a4', '241x140'] as const) {
        const pages = layoutForm(forms[formId], paper, record, 'half', print)
        if (!shape.codes) expect([key, JSON.stringify(pages).includes(filed)]).toEqual([key, true])
        expect(pages.pages).toHaveLength(layoutForm(forms[formId], paper, {}, 'half', print).pages.length)
      }
    }
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
      figures: { promise: { 'zh-CN': '3 小时内', en: 'within 3 h' }, attempts: { 'zh-CN': '3' } },
    })
  })

  it('prints the promise and the tries of the policies the ticket stands on (F11, R044, R048, R049)', async () => {
    const { admin, sheets } = await house.as('supervisor')
    const { ticketId } = await sentCase(house)
    const { id: basedOn, policy } = await admin.policy({ id: null })
    await admin.savePolicy({
      ...{ id: newId(), basedOn, effectiveOn: null, runningCases: 'finish', kept: [], reason: '' },
      policy: {
        ...policy,
        promise: { withinMinutes: 90, rule: 'house' },
        contact: { attempts: 2, gapMinutes: 5, rule: 'house' },
      },
    })
    const figuresOf = async (wish: { ticketId: string; mode: 'half' } | { mode: 'blank' }) =>
      (await sheets.record({ formId: 'F11', ...wish })).info.figures
    expect(await figuresOf({ ticketId, mode: 'half' })).toMatchObject({ promise: { 'zh-CN': '3 小时内' } })
    expect(await figuresOf({ mode: 'blank' })).toEqual({
      promise: { 'zh-CN': '1.5 小时内', 'zh-TW': '1.5 小時內', en: 'within 1.5 h' },
      attempts: { 'zh-CN': '2', 'zh-TW': '2', en: '2' },
      gapMinutes: { 'zh-CN': '5', 'zh-TW': '5', en: '5' },
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

  it('covers the number on the paper of a case that is over, as on screen (house)', async () => {
    const dispatcher = await house.as('dispatcher', '打印员')
    const { ticketId } = await sentCase(house)
    const wish = { formId: 'F01' as const, ticketId, mode: 'complete' as const }
    expect((await dispatcher.sheets.paper(wish)).record.phone).toBe('138 1234 5678')
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    await dispatcher.tickets.cancel({ ticketId, reason: '客户不修了', version })
    const given = async () =>
      (await (await house.as('administrator')).admin.audit({ limit: 50 }).then(({ rows }) => rows)).filter(
        ({ action, subject }) => action === 'sheets.give' && subject === `ticket:${ticketId}`,
      ).length
    expect(await given()).toBe(1)
    expect((await dispatcher.sheets.paper(wish)).record.phone).toBe('138 **** 5678')
    expect(await given()).toBe(1)
  })

  it('gives whole numbers of so many tickets and no more, one ticket as often as it is printed (house)', async () => {
    const { services } = house.station
    const seat = await house.seat('dispatcher', '一直打印的人')
    const dispatcher = await house.as('dispatcher', '一直打印的人')
    const [first, next] = [await openCase(house), await openCase(house)]
    const paper = (ticketId: string) => ({ formId: 'F01' as const, ticketId, mode: 'half' as const })
    await dispatcher.sheets.paper(paper(first))
    const { perHour } = houseQuotas.paper.dispatcher
    await services.database.write(async (tx) => {
      for (let nth = 2; nth < perHour; nth += 1)
        await audit(services, tx, seat, { action: 'sheets.give', subject: `ticket:${newId()}` })
    })
    // Asked for at once, the last one is given to one of them alone.
    const others = [next, await openCase(house)]
    const asked = await Promise.allSettled(others.map((ticketId) => dispatcher.sheets.paper(paper(ticketId))))
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const over = others[asked.findIndex(({ status }) => status === 'rejected')]!
    const refused = {
      ...{ kind: 'ruleBroken', text: 'sheets.failure.paperLimit' },
      facts: { limit: perHour, until: minutes(60) },
    }
    expect(await refusal(dispatcher.sheets.paper(paper(over)))).toMatchObject(refused)
    expect(await refusal(dispatcher.sheets.mayPrint(paper(over)))).toMatchObject(refused)
    await dispatcher.sheets.mayPrint(paper(first))
    expect((await dispatcher.sheets.paper(paper(first))).record.phone).toBe('138 1234 5678')
    const told = await (await house.as('supervisor')).admin.audit({ limit: 200 }).then(({ rows }) => rows)
    expect(told.filter(({ action }) => action === 'sheets.giveRefused')).toHaveLength(1)
    expect((await (await house.as('dispatcher')).sheets.paper(paper(over))).record.phone).toBe('138 1234 5678')
    house.clock.at = minutes(60)
    expect((await dispatcher.sheets.paper(paper(over))).record.phone).toBe('138 1234 5678')
    house.clock.at = minutes(0)
  })

  it('lists the trade’s forms in the order of their use, and lets follow-up users print nothing', async () => {
    const dispatcher = await house.as('dispatcher')
    expect((await dispatcher.sheets.forms()).map(({ id }) => id)).toEqual(['F11', 'F01'])
    expect(await refusal((await house.as('followupUser')).sheets.forms())).toMatchObject({ kind: 'notAllowed' })
  })
})
