import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseQuotas } from '../../shared/admin/quotas.ts'
import { newId } from '../../main/new-id.ts'
import { refusal, sentCase } from '../tickets/desk.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

describe.each(engines)('seeing what is covered on %s', (engine) => {
  let house: TestStation
  const [strangerId, phoneId] = [newId(), newId()]

  beforeAll(async () => {
    house = await openTestStation(engine)
    const operator = await house.as('operator')
    await operator.customers.save({
      ...{ id: strangerId, name: '陌生的面馆', address: '历下区解放路5号' },
      phones: [{ id: phoneId, raw: '13853120418' }],
    })
  })
  afterAll(() => house.close())

  const entries = async () => (await house.as('administrator')).admin.audit({ limit: 200 }).then(({ rows }) => rows)

  it.each(['.', '啊啊啊啊', '123456'])('asks for a reason of substance: not %s', async (reason) => {
    const before = (await entries()).length
    const refused = await refusal((await house.as('operator')).customers.reveal({ phoneId, reason }))
    expect(refused).toMatchObject({ kind: 'invalid', text: 'customers.failure.reasonThin', field: 'reason' })
    expect(await entries()).toHaveLength(before)
  })

  it('shows a technician the number of who he is sent to, and nobody else’s', async () => {
    const { ticketId } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const { ticket } = await technician.tickets.page({ id: ticketId })
    const { phones } = await technician.customers.get({ id: ticket.customerId })
    const shown = await technician.customers.reveal({ phoneId: phones[0]!.id, reason: '上门前联系' })
    expect(shown.number).toBe('138 1234 5678')
    for (const asked of [
      technician.customers.reveal({ phoneId, reason: '上门前联系' }),
      technician.customers.revealAddress({ customerId: strangerId, reason: '上门前联系' }),
    ])
      expect(await refusal(asked)).toMatchObject({ kind: 'notAllowed', text: 'customers.failure.revealForeign' })
  })

  it('shows a technician the address and the way there while he is sent, and covers both afterwards', async () => {
    const { ticketId } = await sentCase(house, '李师傅', { phone: '13900007001', address: '济南市历下区解放路 5 号' })
    const technician = await house.as('technician', '李师傅')
    const dispatcher = await house.as('dispatcher')
    const { ticket } = await technician.tickets.page({ id: ticketId })
    const { phones, ...row } = await dispatcher.customers.get({ id: ticket.customerId })
    const asSent = phones.map(({ id, shown, personId, note }) => ({ id, raw: shown, personId, note }))
    await dispatcher.customers.save({ ...row, phones: asSent, addressNote: '走北门，见岗亭左转' })
    const told = async () => {
      const customer = await technician.customers.get({ id: ticket.customerId })
      const { customer: onCard } = await technician.customers.card({ customerId: ticket.customerId })
      expect(onCard).toEqual(customer)
      return [customer.address, customer.addressNote, customer.addressMasked]
    }
    expect(await told()).toEqual(['济南市历下区解放路 5 号', '走北门，见岗亭左转', false])
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    await dispatcher.tickets.cancel({ ticketId, reason: '客户不修了', version })
    expect(await told()).toEqual(['济南市历下区…', '…', true])
  })

  it('shows the follow-up user an address for a reason that stays', async () => {
    const user = await house.as('followupUser')
    const covered = await user.customers.get({ id: strangerId })
    expect(covered).toMatchObject({ addressMasked: true })
    expect(covered.address).not.toContain('解放路')
    expect(await (await house.as('operator')).customers.get({ id: strangerId })).toMatchObject({ addressMasked: false })
    const shown = await user.customers.revealAddress({ customerId: strangerId, reason: '寄回访卡片' })
    expect(shown).toMatchObject({ address: '历下区解放路5号', until: '2026-11-20T02:37:00.000Z' })
    expect((await entries())[0]).toMatchObject({
      ...{ action: 'customers.revealAddress', subject: `customer:${strangerId}`, memberName: 'followupUser' },
      details: expect.stringContaining('寄回访卡片'),
    })
  })

  it('ends at the limit of the hour, also asked for at once, tells the supervisor once, and goes on later', async () => {
    const operator = await house.as('operator', '好奇的人')
    const { perHour } = houseQuotas.reveal.operator
    const asked = await Promise.all(
      Array.from({ length: perHour + 5 }, () =>
        operator.customers.reveal({ phoneId, reason: '客户要求回拨' }).then(
          () => null,
          (error: { cause: { data: unknown } }) => error.cause.data,
        ),
      ),
    )
    const refused = asked.filter((each) => each !== null)
    expect(refused).toHaveLength(5)
    expect(refused[0]).toMatchObject({
      ...{ kind: 'ruleBroken', text: 'customers.failure.revealLimit' },
      facts: { limit: perHour, until: '2026-11-20T03:36:00.000Z' },
    })
    const told = await (await house.as('supervisor')).admin.audit({ limit: 200 }).then(({ rows }) => rows)
    expect(told.filter(({ action }) => action === 'customers.revealRefused')).toHaveLength(1)
    const other = await house.as('operator', '另一个人')
    expect((await other.customers.reveal({ phoneId, reason: '客户要求回拨' })).number).toBe('138 5312 0418')
    house.clock.at = '2026-11-20T03:36:00.000Z'
    expect((await operator.customers.reveal({ phoneId, reason: '客户要求回拨' })).number).toBe('138 5312 0418')
  })
})
