import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { renewPolicies } from '../../main/house/settings.ts'
import { addVersion } from '../../main/house/policies/policy-rows.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall, sentCase } from '../tickets/desk.ts'

describe.each(engines)('a register line that was written down wrong, on %s', (engine) => {
  let house: TestStation
  let nth = 0

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const written = async () => {
    nth += 1
    const clerk = await house.as('operator', '周敏')
    const recorded = await clerk.intake.record(
      repairCall({ phone: `1390000${7000 + nth}`, customerName: '青禾路小学' }),
    )
    return { clerk, recorded, line: await clerk.intake.line({ id: recorded.id }) }
  }

  it('is corrected field by field; its open ticket follows, history and undo know both', async () => {
    const { clerk, recorded, line } = await written()
    expect(line).toMatchObject({
      registerNo: recorded.registerNo,
      clerkName: '周敏',
      version: 1,
      address: '济南市槐荫区青禾路 88 号',
    })
    const changes = { address: '济南市历下区青禾路 66 号', symptom: '右眼点不着火', serialNo: 'DG-7' }
    const after = await clerk.intake.correct({ id: line.id, version: 1, changes })
    expect(after).toMatchObject({
      ...changes,
      isCaseChanged: true,
      version: 2,
      customerName: '青禾路小学',
      phone: line.phone,
    })
    const { ticket } = await clerk.tickets.page({ id: recorded.ticket!.id })
    expect(ticket).toMatchObject({ ...changes, region: '历下区' })
    const ref = { kind: 'intake.register', id: line.id }
    const [step] = (await clerk.history.of(ref)).rows
    expect(step).toMatchObject({ doing: 'intake.correct', byName: '周敏', canUndo: true })
    expect(step?.lines.map(({ field, before, after: now }) => [field, before, now])).toEqual([
      ['address', '济南市槐荫区青禾路 88 号', '济南市历下区青禾路 66 号'],
      ['serialNo', '', 'DG-7'],
      ['symptom', '左眼点不着火', '右眼点不着火'],
    ])
    expect((await clerk.history.of({ kind: 'tickets.ticket', id: recorded.ticket!.id })).rows[0]?.doing).toBe(
      'intake.correct',
    )
    await clerk.history.undoLast(ref)
    expect(await clerk.intake.line({ ticketId: recorded.ticket!.id })).toMatchObject({
      symptom: '左眼点不着火',
      serialNo: '',
    })
    expect((await clerk.tickets.page({ id: recorded.ticket!.id })).ticket).toMatchObject({
      ...{ symptom: '左眼点不着火', region: '槐荫区' },
    })
  })

  it('merges what two seats correct in different fields, and shows both values of the same one', async () => {
    const { clerk, line } = await written()
    const other = await house.as('dispatcher', '王芳')
    await other.intake.correct({ id: line.id, version: 1, changes: { model: 'DG2503' } })
    const noted = await clerk.intake.correct({ id: line.id, version: 2, changes: { note: '催过' } })
    expect(noted).toMatchObject({ note: '催过', isCaseChanged: false })
    const merged = await clerk.intake.correct({ id: line.id, version: 1, changes: { symptom: '漏气' } })
    expect(merged).toMatchObject({ model: 'DG2503', symptom: '漏气', version: 4 })
    const refused = await refusal(clerk.intake.correct({ id: line.id, version: 1, changes: { model: 'DG2504' } }))
    expect(refused).toMatchObject({ kind: 'changedByOther', text: 'intake.failure.lineOvertaken' })
    expect(refused).toMatchObject({ conflicts: [{ field: 'model', theirs: 'DG2503', yours: 'DG2504', by: '王芳' }] })
    expect(await clerk.intake.line({ id: line.id })).toMatchObject({ model: 'DG2503', version: 4 })
  })

  it('does not overwrite in the ticket what was changed there, nor touch a covered number or what the trade asks for', async () => {
    const { clerk, recorded, line } = await written()
    await clerk.intake.correct({ id: line.id, version: 1, changes: { contactName: '赵' } })
    await house.station.services.database.write((tx) =>
      tx.query(house.station.services.database.sql('UPDATE "tickets_ticket" SET "symptom" = ? WHERE "id" = ?'), [
        '现场说的',
        recorded.ticket!.id,
      ]),
    )
    const after = await clerk.intake.correct({
      id: line.id,
      version: 2,
      changes: { symptom: '改过', phone: line.phone },
    })
    expect([line.phone.includes('*'), after.phone, after.symptom]).toEqual([true, line.phone, '改过'])
    expect((await clerk.tickets.page({ id: recorded.ticket!.id })).ticket).toMatchObject({
      symptom: '现场说的',
      contactName: '赵',
    })
    const blank = clerk.intake.correct({ id: line.id, version: 3, changes: { address: ' ' } })
    expect(await refusal(blank)).toMatchObject({
      kind: 'invalid',
      text: 'intake.failure.fieldMissing',
      field: 'address',
    })
    const noPhone = clerk.intake.correct({ id: line.id, version: 3, changes: { phone: '没有' } })
    expect(await refusal(noPhone)).toMatchObject({ text: 'intake.failure.phoneUnreadable' })
    const othersCover = clerk.intake.correct({ id: line.id, version: 3, changes: { phone: '138 **** 5678' } })
    expect(await refusal(othersCover)).toMatchObject({ text: 'intake.failure.phoneUnreadable', field: 'phone' })
    const ahead = clerk.intake.correct({ id: line.id, version: 3, changes: { purchasedOn: '2027-01-01' } })
    expect(await refusal(ahead)).toMatchObject({ text: 'intake.failure.dayAhead' })
  })

  it('is asked what the policy of its customer’s category asks', async () => {
    const { services } = house.station
    await services.database.write(async (tx) => {
      const words = { 'zh-CN': '机号', 'zh-TW': '機號', en: 'Serial number' }
      const question = { field: 'serialNo', label: words, short: words, ask: words, rule: 'house' }
      const document = { register: [{ ...question, neededFor: 'save' }] }
      const at = { effectiveAt: services.now(), reason: '', runningCases: 'finish' as const }
      await addVersion(services, tx, null, { layer: 'category', key: 'group', document, ...at })
      await renewPolicies(services, tx, null)
    })
    const clerk = await house.as('operator', '周敏')
    const corrected = async (category: 'group' | 'general', phone: string) => {
      const { id } = await clerk.intake.record(
        repairCall({ phone, category, serialNo: 'DG-9', receivedAt: house.clock.at }),
      )
      return refusal(clerk.intake.correct({ id, version: 1, changes: { serialNo: '' } }))
    }
    expect(await corrected('group', '13900008001')).toMatchObject({
      ...{ text: 'intake.failure.fieldMissing', field: 'serialNo' },
    })
    expect(await corrected('general', '13900008002')).toBeNull()
  })

  it('of no case has its outcome corrected, what follows with it, in history and undo (R012, R043, house)', async () => {
    const clerk = await house.as('operator', '周敏')
    const head = await house.as('supervisor')
    const { database } = house.station.services
    const callId = newId()
    await clerk.intake.startCall({ id: callId, number: '13900009001', direction: 'in', at: house.clock.at })
    const { id } = await clerk.intake.record(
      repairCall({ callId, phone: '13900009001', outcome: 'wrongNumber', handling: 'guidance' }),
    )
    const line = await clerk.intake.line({ id })
    expect(line.outcomes).not.toContain('repair')
    const ended = async () => {
      const sql = database.sql('SELECT "outcome" FROM "intake_call" WHERE "id" = ?')
      const [call] = (await database.read((reader) => reader.query(sql, [callId]))) as { outcome: string }[]
      return call?.outcome
    }
    const listed = async () => (await clerk.intake.register({ limit: 200 })).rows.find((row) => row.id === id)
    expect(await listed()).toMatchObject({ outcome: 'wrongNumber', notifiedAt: null, followUpDueAt: null })

    const told = await clerk.intake.correct({ id, version: 1, changes: { outcome: 'complaint' } })
    expect(told).toMatchObject({ outcome: 'complaint', version: 2, isCaseChanged: false })
    expect(await listed()).toMatchObject({ outcome: 'complaint', followUpDueAt: null })
    expect((await listed())?.notifiedAt).toBe(house.clock.at)
    expect((await head.intake.register({ limit: 200, only: 'complaint' })).rows.map((row) => row.id)).toContain(id)
    expect(await ended()).toBe('complaint')

    const other = await house.as('dispatcher', '王芳')
    await other.intake.correct({ id, version: 1, changes: { note: '要经理回电' } })
    const both = await refusal(other.intake.correct({ id, version: 1, changes: { outcome: 'consult' } }))
    expect(both).toMatchObject({
      ...{ kind: 'changedByOther' },
      conflicts: [{ field: 'outcome', theirs: 'complaint', yours: 'consult', by: '周敏' }],
    })
    await other.intake.correct({ id, version: 3, changes: { outcome: 'consult' } })
    expect((await listed())?.followUpDueAt).not.toBeNull()

    const ref = { kind: 'intake.register', id }
    const [step] = (await other.history.of(ref)).rows
    expect(step?.lines.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['outcome', 'tickets.outcome.complaint', 'tickets.outcome.consult'],
    ])
    await other.history.undoLast(ref)
    expect(await listed()).toMatchObject({ outcome: 'complaint', note: '要经理回电', followUpDueAt: null })
    expect(await ended()).toBe('complaint')
  })

  it('that became a case keeps its outcome, and none becomes a repair or a chase', async () => {
    const { clerk, line } = await written()
    expect(line.outcomes).toEqual([])
    const change = (id: string, outcome: 'consult' | 'repair' | 'chase') =>
      refusal(clerk.intake.correct({ id, version: 1, changes: { outcome } }))
    const no = { kind: 'ruleBroken', text: 'intake.failure.outcomeOfCase', field: 'outcome' }
    expect(await change(line.id, 'consult')).toMatchObject(no)
    const { id } = await clerk.intake.record(repairCall({ phone: '13900009002', outcome: 'consult' }))
    expect(await change(id, 'repair')).toMatchObject(no)
    expect(await change(id, 'chase')).toMatchObject(no)
  })

  it('keeps technicians out', async () => {
    const { ticketId } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    expect(await refusal(technician.intake.line({ ticketId }))).toMatchObject({ kind: 'notAllowed' })
  })
})
