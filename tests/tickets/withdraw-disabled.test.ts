import { expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation } from '../kit/station.ts'
import { minutes, sentCase, solved } from './desk.ts'

it.each(engines)(
  'a case given back to who was disabled meanwhile says so, and another takes it, on %s',
  async (engine) => {
    const house = await openTestStation(engine)
    const { ticketId, technicianId } = await sentCase(house)
    const desk = await house.as('supervisor')
    const ticketNow = async () => (await desk.tickets.page({ id: ticketId })).ticket
    const result = solved(ticketId, technicianId)
    await desk.tickets.recordResult(result)
    await house.station.services.database.write((tx) =>
      tx.update(MemberEntity, { id: technicianId }, { status: 'disabled' }),
    )
    await desk.tickets.withdrawResult({ id: result.id, ticketId, reason: '登错' })
    expect(await ticketNow()).toMatchObject({ state: 'dispatched', technicianId, technicianIsDisabled: true })
    const { memberId } = await house.seat('technician', '接手师傅')
    await desk.tickets.assign({
      ...{ id: newId(), ticketId, technicianId: memberId, visitFromAt: minutes(90), within3h: 'yes' },
      ...{ rescheduleReason: '换人', consent: 'agreed', version: (await ticketNow()).version },
    })
    expect(await ticketNow()).toMatchObject({ technicianId: memberId, technicianIsDisabled: false })
    await house.close()
  },
)
