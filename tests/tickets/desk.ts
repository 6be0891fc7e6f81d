import type { TRPCError } from '@trpc/server'
import type { RecordIntakeInput } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { newId } from '../../main/new-id.ts'
import type { TestStation } from '../kit/station.ts'

/** Minutes from 10:36 in Shanghai, where the test clock starts. */
export const minutes = (count: number) =>
  new Date(Date.parse('2026-11-20T02:36:00.000Z') + count * 60_000).toISOString()

/** The failure a refused call answers with. */
export async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: TRPCError) => reason,
  )
  return error?.cause instanceof Failure ? error.cause.data : error
}

/** A repair call as the stove trade asks it (R014), with fresh ids. */
export function repairCall(changes: Partial<RecordIntakeInput> = {}): RecordIntakeInput {
  return {
    id: newId(),
    receivedAt: minutes(0),
    channel: 'phone',
    outcome: 'repair',
    newCustomerId: newId(),
    newProductId: newId(),
    ticketId: newId(),
    customerName: '青禾路小学食堂',
    contactName: '赵桂兰',
    phone: '138 1234 5678',
    address: '济南市槐荫区青禾路 88 号',
    productName: '双眼大锅灶',
    purchasedOn: '2025-03-18',
    symptom: '左眼点不着火',
    fault: 'noIgnition',
    level: 'reduced',
    ...changes,
  }
}

/** Registers a repair call and answers its ticket's id. */
export async function openCase(house: TestStation, changes: Partial<RecordIntakeInput> = {}): Promise<string> {
  const operator = await house.as('operator')
  const recorded = await operator.intake.record(repairCall({ receivedAt: house.clock.at, ...changes }))
  return recorded.ticket!.id
}

/** Registers a repair call and sends a technician within the promise. */
export async function sentCase(house: TestStation, technician = '孙师傅', changes: Partial<RecordIntakeInput> = {}) {
  const ticketId = await openCase(house, changes)
  const { memberId } = await house.seat('technician', technician)
  const dispatcher = await house.as('dispatcher')
  const visitFromAt = new Date(Date.parse(house.clock.at) + 60 * 60_000).toISOString()
  const dispatch = await dispatcher.tickets.assign({
    id: newId(),
    ticketId,
    technicianId: memberId,
    visitFromAt,
    within3h: 'yes',
  })
  return { ticketId, dispatch, technicianId: memberId }
}

/** What a visit brought, ready to send. */
export const solved = (ticketId: string, servicePersonId: string, changes = {}) => ({
  id: newId(),
  ticketId,
  servicePersonId,
  serviceOn: '2026-11-20',
  result: '换先导火管，试火正常',
  outcome: 'solved' as const,
  ...changes,
})
