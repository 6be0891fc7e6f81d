import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { newId } from '../../main/new-id.ts'
import { appRouter } from '../../main/registry.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, repairCall, sentCase, solved } from '../tickets/desk.ts'

type Send = () => Promise<unknown>
type Prepare = (house: TestStation) => Promise<Send>

const supervisor = (house: TestStation) => house.as('supervisor')
const view = { list: 'tickets.list', name: '急件', wish: { filters: {}, sort: null, columns: null } }
const days = { year: null, source: '', days: [{ on: '2028-01-04', kind: 'off' as const, name: '盘点' }] }

async function resulted(house: TestStation): Promise<string> {
  const { ticketId, technicianId } = await sentCase(house)
  await (await supervisor(house)).tickets.recordResult(solved(ticketId, technicianId))
  return ticketId
}

/** Every create, ready to be sent: by its path. */
const creates: Record<string, Prepare> = {
  'admin.saveMember': async (house) => {
    const chief = await house.as('administrator')
    const input = { id: newId(), login: 'zhao', name: '赵师傅', role: 'technician' as const, password: 'password-1' }
    return () => chief.admin.saveMember(input)
  },
  'admin.savePolicy': async (house) => {
    const desk = await supervisor(house)
    const { id, policy } = await desk.admin.policy({ id: null })
    const draft = { basedOn: id, effectiveOn: null, runningCases: 'finish' as const, kept: [], reason: '试行', policy }
    const input = { id: newId(), ...draft }
    return () => desk.admin.savePolicy(input)
  },
  'admin.changeCalendar': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ...days }
    return () => desk.admin.changeCalendar(input)
  },
  'customers.save': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), name: '济水苑物业', phones: [{ id: newId(), raw: '13700000001' }] }
    return () => desk.customers.save(input)
  },
  'intake.callBack': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), number: '13700000002', at: house.clock.at, reached: false }
    return () => operator.intake.callBack(input)
  },
  'intake.startCall': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), number: '13700000003', direction: 'in' as const, at: house.clock.at }
    return () => operator.intake.startCall(input)
  },
  'intake.record': async (house) => {
    const operator = await house.as('operator')
    const input = repairCall({ phone: '13700000004' })
    return async () => {
      const { alreadyStored: _, ...row } = await operator.intake.record(input)
      return row
    }
  },
  'lists.save': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), ...view }
    return () => operator.lists.save(input)
  },
  'lists.saveShared': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ...view }
    return () => desk.lists.saveShared(input)
  },
  'lists.askExport': async (house) => {
    const operator = await house.as('operator')
    const of = { list: 'tickets.list', name: '全部', wish: { view: 'all' }, columns: ['number'], isWhole: false }
    const input = { id: newId(), ...of, language: 'en' as const }
    return () => operator.lists.askExport(input)
  },
  'products.save': async (house) => {
    const desk = await supervisor(house)
    const { ticket } = await desk.tickets.page({ id: await openCase(house) })
    const input = { id: newId(), customerId: ticket.customerId, name: '双眼大锅灶', serialNo: 'SN-2601' }
    return () => desk.products.save(input)
  },
  'sheets.printed': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), formId: 'F11' as const, ticketId: await openCase(house), paper: 'a4' }
    return () => desk.sheets.printed(input)
  },
  'tickets.assign': async (house) => {
    const desk = await supervisor(house)
    const [ticketId, { memberId }] = [await openCase(house), await house.seat('technician', '孙师傅')]
    const visitFromAt = new Date(Date.parse(house.clock.at) + 3_600_000).toISOString()
    const input = { id: newId(), ticketId, technicianId: memberId, visitFromAt, within3h: 'yes' as const }
    return () => desk.tickets.assign(input)
  },
  'tickets.contact': async (house) => {
    const { dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const input = { id: newId(), dispatchId: dispatch.id, at: house.clock.at, result: 'busy' as const }
    return () => technician.tickets.contact(input)
  },
  'tickets.mismatch': async (house) => {
    const { dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const input = { id: newId(), dispatchId: dispatch.id, field: 'other' as const, correct: '门禁要登记' }
    return () => technician.tickets.mismatch(input)
  },
  'tickets.note': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), ticketId: await openCase(house), note: '门禁 0412' }
    return async () => {
      await operator.tickets.note(input)
      return (await operator.tickets.page({ id: input.ticketId })).notes
    }
  },
  'tickets.moment': async (house) => {
    const operator = await house.as('operator')
    const ticketId = await openCase(house, { handling: 'guidance' })
    const input = { id: newId(), ticketId, event: 'followedUp' as const, at: house.clock.at }
    return async () => {
      await operator.tickets.moment(input)
      return (await operator.tickets.page({ id: ticketId })).moments
    }
  },
  'tickets.chase': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ticketId: await openCase(house) }
    return () => desk.tickets.chase(input)
  },
  'tickets.submitPlan': async (house) => {
    const desk = await supervisor(house)
    const { ticketId } = await sentCase(house)
    const input = { id: newId(), ticketId, cause: '气泵老化', plan: '带气泵去换', begunAt: house.clock.at }
    return () => desk.tickets.submitPlan(input)
  },
  'tickets.recordResult': async (house) => {
    const { ticketId, technicianId } = await sentCase(house)
    const desk = await supervisor(house)
    const input = solved(ticketId, technicianId)
    return () => desk.tickets.recordResult(input)
  },
  'tickets.enterLedger': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ticketId: await resulted(house), inWarranty: true }
    return () => desk.tickets.enterLedger(input)
  },
}

/** Writes whose `id` is of something that stands already, or that store nothing. An import needs a file and is sent twice in its own test. */
const noCreates = [
  ...['admin.previewPolicy', 'admin.withdrawPolicy', 'admin.previewCalendar', 'admin.takeBackCalendar', 'admin.letIn'],
  ...['customers.importStart', 'customers.importCancel', 'history.undoLast', 'history.redoLast', 'intake.correct'],
  ...['lists.remove', 'lists.stopExport', 'lists.decideExport', 'tickets.fixMismatch'],
]

const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; inputs: readonly z.ZodObject[] } }
>

describe.each(engines)('a create sent thrice at once on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it.each(Object.entries(creates))(
    '%s is stored once, and each is answered with it (principle 9)',
    async (_, prepare) => {
      const send = await prepare(house)
      const [first, ...others] = await Promise.all([send(), send(), send()])
      for (const other of others) expect(other).toEqual(first)
      expect(await send()).toEqual(first)
    },
  )

  it('is every write with an id of the asker', () => {
    const asked = Object.entries(procedures).filter(
      ([, { _def }]) => _def.type === 'mutation' && _def.inputs[0]?.shape && 'id' in _def.inputs[0].shape,
    )
    const known = [...Object.keys(creates), ...noCreates]
    expect(known.toSorted()).toEqual(asked.map(([path]) => path).toSorted())
  })

  it('is one of several: papers of one form printed at three seats are three printings', async () => {
    const [desk, ticketId] = [await supervisor(house), await openCase(house)]
    const printed = await Promise.all(
      [newId(), newId(), newId()].map((id) => desk.sheets.printed({ id, formId: 'F11', ticketId, paper: 'a4' })),
    )
    expect(printed.map(({ nth }) => nth).toSorted()).toEqual([1, 2, 3])
  })
})
