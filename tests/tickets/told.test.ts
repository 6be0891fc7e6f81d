import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillTexts, findRecords } from '../../main/database/search/record-texts.ts'
import { newId } from '../../main/new-id.ts'
import { addPastTickets } from '../../main/tickets/past-tickets.ts'
import { TicketEntity } from '../../main/tickets/ticket-entity.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { fillIndex, forgetIndex, indexedEntities, indexFaults } from '../kit/text-index.ts'
import { openCase, sentCase, solved } from './desk.ts'

describe.each(engines)('what was told of a case on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const found = async (text: string, seat: 'dispatcher' | 'technician' = 'dispatcher') =>
    (
      await (await house.as(seat, seat === 'technician' ? '孙师傅' : undefined)).tickets.list({ view: 'all', text })
    ).rows.map(({ id }) => id)
  /** What the index alone answers. */
  const candidates = async (text: string) => {
    const { database } = house.station.services
    const all = await database.read((reader) =>
      findRecords(database, reader, TicketEntity, 'symptom', [text], { beyond: null, limit: 100 }),
    )
    return all.map(({ id }) => id)
  }

  it('is declared by the features that bring it', () => {
    expect(indexedEntities(house).map(({ kind, texts }) => [kind, texts!.columns])).toEqual([
      ['tickets.ticket', ['symptom']],
    ])
    for (const { journal, texts } of indexedEntities(house))
      for (const column of texts!.columns) expect(journal.follows ?? []).not.toContain(column)
  })

  it('is found by its words once the case is registered, the newest first, and by nothing else', async () => {
    const first = await openCase(house, { phone: '13811110001', symptom: '排烟口有响声，锅体摇晃' })
    const second = await openCase(house, { phone: '13811110002', symptom: '摇晃得厉害' })
    expect(await candidates('摇晃')).toEqual([second, first])
    expect([await found('排烟口有响'), await found('口有响声，锅')]).toEqual([[first], [first]])
    expect(await found('响声锅')).toEqual([])
    expect(await indexFaults(house)).toEqual([])
  })

  it('follows a correction of the line and its undo, and a case without words', async () => {
    const ticketId = await openCase(house, { phone: '13811110003', symptom: '阀芯卡死' })
    const desk = await house.as('operator')
    const line = (await desk.intake.register({})).rows.find((row) => row.ticketId === ticketId)!
    await desk.intake.correct({ id: line.id, version: 1, changes: { symptom: '接头渗水' } })
    expect([await candidates('阀芯卡'), await found('接头渗')]).toEqual([[], [ticketId]])
    await desk.history.undoLast({ kind: 'intake.register', id: line.id })
    expect([await found('阀芯卡'), await candidates('接头渗')]).toEqual([[ticketId], []])
    await openCase(house, { phone: '13811110004', symptom: '无' })
    expect(await candidates('无')).toEqual([])
    expect(await found('无')).toEqual([])
    expect(await indexFaults(house)).toEqual([])
  })

  it('comes with an old archive, stays when the person is erased and goes with the customer', async () => {
    const sent = await sentCase(house, '孙师傅', { phone: '13811110005', symptom: '火盖烧穿' })
    const supervisor = await house.as('supervisor')
    const { customerId } = (await supervisor.tickets.page({ id: sent.ticketId })).ticket
    const { services } = house.station
    const past = { id: newId(), intakeId: null, personId: null, customerName: '旧户', phone: '', address: '' }
    await services.database.write((tx) =>
      addPastTickets(services, tx, [
        {
          ...past,
          customerId: customerId!,
          receivedAt: '2024-03-01T00:00:00.000Z',
          category: 'general',
          productName: '',
          symptom: '旧账里的怪味',
        },
      ]),
    )
    expect([await found('怪味'), await indexFaults(house)]).toEqual([[past.id], []])
    house.clock.at = '2026-11-20T05:00:00.000Z'
    await supervisor.tickets.recordResult(solved(sent.ticketId, sent.technicianId))
    await supervisor.tickets.enterLedger({ id: newId(), ticketId: sent.ticketId, inWarranty: true })
    await supervisor.tickets.archive({ ticketId: sent.ticketId })
    const { number } = await supervisor.customers.get({ id: customerId! })
    await supervisor.customers.erase({ customerId: customerId!, reason: '客户来电要求删除个人信息', typed: number })
    expect([await found('火盖烧'), await indexFaults(house)]).toEqual([[sent.ticketId], []])
    const { removeCustomers } = await import('../../main/customers/public.ts')
    await services.database.write((tx) => removeCustomers(services, tx, [customerId!]))
    expect([await candidates('火盖烧'), await candidates('怪味'), await indexFaults(house)]).toEqual([[], [], []])
  })

  it('is found by who meets the case alone, and a hit counts only where the case says it', async () => {
    const mine = await sentCase(house, '孙师傅', { phone: '13811110006', symptom: '旋钮脱落' })
    const foreign = await openCase(house, { phone: '13811110007', symptom: '旋钮断裂' })
    expect(await found('旋钮')).toEqual([foreign, mine.ticketId])
    expect(await found('旋钮', 'technician')).toEqual([mine.ticketId])
    const { database } = house.station.services
    // Past every door: the index says what the case no longer does.
    await database.write((tx) =>
      tx.query(database.sql('UPDATE "tickets_ticket" SET "symptom" = ? WHERE "id" = ?'), ['别的', foreign]),
    )
    expect([await candidates('旋钮断'), await found('旋钮断')]).toEqual([[foreign], []])
    await database.write((tx) =>
      tx.query(database.sql('UPDATE "tickets_ticket" SET "symptom" = ? WHERE "id" = ?'), ['旋钮断裂', foreign]),
    )
  })

  it('is indexed afterwards where it stood before, a part at a time, whatever is written meanwhile', async () => {
    await forgetIndex(house)
    const { database } = house.station.services
    const desk = await house.as('dispatcher')
    expect(await database.write((tx) => fillTexts(database, tx, TicketEntity, 2))).toBe(true)
    const meanwhile = await openCase(house, { phone: '13811110008', symptom: '旋钮发烫' })
    expect((await candidates('旋钮')).slice(0, 1)).toEqual([meanwhile])
    // A short list is read off its cases meanwhile.
    expect(await found('摇晃')).toHaveLength(2)
    await fillIndex(house)
    expect(await indexFaults(house)).toEqual([])
    expect(await candidates('旋钮')).toEqual([meanwhile, ...(await found('旋钮')).slice(1)])
    expect((await desk.tickets.totals({ view: 'all', text: '摇晃' })).leftOut).toEqual([])
    await fillIndex(house)
    expect(await indexFaults(house)).toEqual([])
  })
})
