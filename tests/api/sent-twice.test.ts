import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { adminJobs } from '../../main/admin/jobs.ts'
import { SentEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { appRouter } from '../../main/registry.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, refusal, repairCall, sentCase, solved } from '../tickets/desk.ts'

/** A create, ready to be sent: as it is, or with other words under the same id. */
type Send = (other?: boolean) => Promise<unknown>
type Prepare = (house: TestStation) => Promise<Send>

const create =
  <Input extends object>(send: (input: Input) => Promise<unknown>, input: Input, other: Partial<Input>): Send =>
  (isOther = false) =>
    send(isOther ? { ...input, ...other } : input)

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
    const input = {
      id: newId(),
      login: `zhao.${newId().slice(-12)}`,
      name: '赵师傅',
      role: 'technician' as const,
      password: 'password-1',
    }
    return create(chief.admin.saveMember, input, { name: '钱师傅' })
  },
  'admin.savePolicy': async (house) => {
    const desk = await supervisor(house)
    const { id, policy } = await desk.admin.policy({ id: null })
    const draft = { basedOn: id, effectiveOn: null, runningCases: 'finish' as const, kept: [], reason: '试行', policy }
    const input = { id: newId(), ...draft }
    return create(desk.admin.savePolicy, input, { reason: '另一个缘由' })
  },
  'admin.changeCalendar': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ...days }
    return create(desk.admin.changeCalendar, input, { source: '另一份通知' })
  },
  'customers.save': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), name: '济水苑物业', phones: [{ id: newId(), raw: '13700000001' }] }
    return create(desk.customers.save, input, { name: '泺口物业' })
  },
  'intake.callBack': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), number: '13700000002', at: house.clock.at, reached: false }
    return create(operator.intake.callBack, input, { reached: true })
  },
  'intake.startCall': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), number: '13700000003', direction: 'in' as const, at: house.clock.at }
    return create(operator.intake.startCall, input, { number: '13700000033' })
  },
  'intake.record': async (house) => {
    const operator = await house.as('operator')
    const input = repairCall({ phone: '13700000004' })
    const send = async (entry: typeof input) => {
      const { alreadyStored: _, ...row } = await operator.intake.record(entry)
      return row
    }
    return create(send, input, { symptom: '右眼点不着火' })
  },
  'lists.save': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), ...view }
    return create(operator.lists.save, input, { name: '不急' })
  },
  'lists.saveShared': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ...view }
    return create(desk.lists.saveShared, input, { name: '不急' })
  },
  'lists.askExport': async (house) => {
    const operator = await house.as('operator')
    const of = { list: 'tickets.list', name: '全部', wish: { view: 'all' }, columns: ['number'], isWhole: false }
    const input = { id: newId(), ...of, language: 'en' as const }
    return create(operator.lists.askExport, input, { columns: ['number', 'customer'] })
  },
  'products.save': async (house) => {
    const desk = await supervisor(house)
    const { ticket } = await desk.tickets.page({ id: await openCase(house) })
    const input = { id: newId(), customerId: ticket.customerId, name: '双眼大锅灶', serialNo: 'SN-2601' }
    return create(desk.products.save, input, { serialNo: 'SN-2602' })
  },
  'sheets.printed': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), formId: 'F11' as const, ticketId: await openCase(house), paper: 'a4' }
    return create(desk.sheets.printed, input, { paper: 'a5' })
  },
  'tickets.assign': async (house) => {
    const desk = await supervisor(house)
    const [ticketId, { memberId }] = [await openCase(house), await house.seat('technician', '孙师傅')]
    const visitFromAt = new Date(Date.parse(house.clock.at) + 3_600_000).toISOString()
    const input = { id: newId(), ticketId, technicianId: memberId, visitFromAt, within3h: 'yes' as const, parts: '' }
    return create(desk.tickets.assign, input, { parts: '气泵' })
  },
  'tickets.contact': async (house) => {
    const { dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const input = { id: newId(), dispatchId: dispatch.id, at: house.clock.at, result: 'busy' as const, note: '' }
    return create(technician.tickets.contact, input, { note: '正在开会' })
  },
  'tickets.mismatch': async (house) => {
    const { dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const input = { id: newId(), dispatchId: dispatch.id, field: 'other' as const, correct: '门禁要登记' }
    return create(technician.tickets.mismatch, input, { correct: '门禁不用登记' })
  },
  'tickets.note': async (house) => {
    const operator = await house.as('operator')
    const input = { id: newId(), ticketId: await openCase(house), note: '门禁 0412' }
    const send = async (note: typeof input) => {
      await operator.tickets.note(note)
      return (await operator.tickets.page({ id: input.ticketId })).notes
    }
    return create(send, input, { note: '门禁 0413' })
  },
  'tickets.moment': async (house) => {
    const operator = await house.as('operator')
    const ticketId = await openCase(house, { handling: 'guidance' })
    const input = { id: newId(), ticketId, event: 'followedUp' as const, at: house.clock.at, note: '' }
    const send = async (moment: typeof input) => {
      await operator.tickets.moment(moment)
      return (await operator.tickets.page({ id: ticketId })).moments
    }
    return create(send, input, { note: '家里人说会用了' })
  },
  'tickets.chase': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ticketId: await openCase(house), note: '' }
    return create(desk.tickets.chase, input, { note: '等了两天' })
  },
  'tickets.submitPlan': async (house) => {
    const desk = await supervisor(house)
    const { ticketId } = await sentCase(house)
    const input = { id: newId(), ticketId, cause: '气泵老化', plan: '带气泵去换', begunAt: house.clock.at }
    return create(desk.tickets.submitPlan, input, { plan: '带点火器去换' })
  },
  'tickets.recordResult': async (house) => {
    const { ticketId, technicianId } = await sentCase(house)
    const desk = await supervisor(house)
    const input = solved(ticketId, technicianId)
    return create(desk.tickets.recordResult, input, { result: '换点火器' })
  },
  'tickets.enterLedger': async (house) => {
    const desk = await supervisor(house)
    const input = { id: newId(), ticketId: await resulted(house), inWarranty: true }
    return create(desk.tickets.enterLedger, input, { inWarranty: false })
  },
}

/** Writes whose `id` is of something that stands already, or that store nothing. An import needs a file and is sent twice in its own test. */
const noCreates = [
  ...['admin.previewPolicy', 'admin.withdrawPolicy', 'admin.previewCalendar', 'admin.takeBackCalendar', 'admin.letIn'],
  ...['customers.importStart', 'customers.importCancel', 'history.undoLast', 'history.redoLast', 'intake.correct'],
  ...['lists.remove', 'lists.stopExport', 'lists.decideExport', 'tickets.fixMismatch', 'tickets.withdrawMoment'],
  ...['tickets.resume', 'tickets.withdrawResult'],
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

  it.each(Object.entries(creates))(
    '%s with other words under its id is refused, and what stands is left alone (principle 9)',
    async (path, prepare) => {
      const send = await prepare(house)
      const first = await send()
      expect(await refusal(send(true)), path).toMatchObject({ kind: 'ruleBroken', text: 'kit.error.sentOther' })
      expect(await send(), path).toEqual(first)
      await house.station.services.database.write((tx) => tx.clear(SentEntity))
      expect(await refusal(send(true)), `${path}, from before there were digests`).toBeNull()
      expect(await send(), path).toEqual(first)
    },
  )

  it('is told apart when both are sent at once: one stands, the other is refused', async () => {
    const operator = await house.as('operator')
    const call = repairCall({ phone: '13700000044' })
    const asked = [call, { ...call, symptom: '右眼点不着火' }].map((input) => refusal(operator.intake.record(input)))
    const refused = (await Promise.all(asked)).filter((each) => each !== null)
    expect(refused).toMatchObject([{ text: 'kit.error.sentOther' }])
  })

  it('is held to its words for ninety days (house), and leaves no row after', async () => {
    const { database } = house.station.services
    const digests = () => database.read((reader) => reader.countBy(SentEntity, {}))
    const job = adminJobs.find(({ name }) => name === 'admin.forgetSent')!
    const later = (days: number) => new Date(Date.parse(house.clock.at) + days * 86_400_000).toISOString()
    const forgetOn = (days: number) =>
      job.run({ ...house.station.services, now: () => later(days) }, new AbortController().signal)
    const [name, digest] = ['tickets.note:', 'x']
    const many = Array.from({ length: 1001 }, (_, nth) => ({ name: `${name}${nth}`, digest, at: house.clock.at }))
    await database.write(async (tx) => {
      await tx.clear(SentEntity)
      for (let from = 0; from < many.length; from += 100) await tx.insert(SentEntity, many.slice(from, from + 100))
    })
    await forgetOn(89)
    expect(await digests()).toBe(1001)
    await forgetOn(91)
    expect(await digests()).toBe(0)
  })

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
