import type { RecordIntakeInput } from '../../shared/intake/schema.ts'
import { newId } from '../../main/new-id.ts'
import { below, pick } from '../bench/seeded.ts'

/** What the desk knows while it writes: people it may send, callers and cases it has had an answer for. */
export interface DeskMemory {
  technicians: readonly string[]
  customers: string[]
  tickets: string[]
}

const names = [
  '青禾路小学食堂',
  '悦来酒楼',
  '鲁香园',
  '城南卫生院',
  '惠民超市',
  '金穗粮油店',
  '安居物业',
  '三友机械厂',
] as const
const symptoms = ['左眼点不着火', '火苗发黄', '风机不转', '阀门漏气', '炉膛开裂', '熄火保护跳闸'] as const

/** One entry of the register as a seat sends it: repairs by new and known callers, orders given at once, questions, chases. */
export function deskEntry(random: () => number, memory: DeskMemory): RecordIntakeInput {
  const chance = random()
  const known = memory.customers.length > 0 && random() < 0.4 ? pick(random, memory.customers) : null
  const entry: RecordIntakeInput = {
    id: newId(),
    receivedAt: new Date().toISOString(),
    channel: 'phone',
    outcome: 'repair',
    customerId: known,
    newCustomerId: newId(),
    newProductId: newId(),
    ticketId: newId(),
    customerName: `${pick(random, names)} ${below(random, 10_000)} 号店`,
    contactName: '赵桂兰',
    phone: `13${String(below(random, 1_000_000_000)).padStart(9, '0')}`,
    address: `济南市槐荫区青禾路 ${below(random, 900) + 1} 号`,
    productName: '双眼大锅灶',
    purchasedOn: '2025-03-18',
    symptom: pick(random, symptoms),
    fault: 'noIgnition',
    level: 'reduced',
  }
  if (chance < 0.35) return { ...entry, ...orderAtOnce(random, memory) }
  if (chance < 0.45) return { ...entry, outcome: 'consult', handling: 'guidance' }
  if (chance < 0.55 && memory.tickets.length > 0)
    return { ...entry, outcome: 'chase', customerId: null, ticketId: pick(random, memory.tickets), note: '催办' }
  return entry
}

function orderAtOnce(random: () => number, { technicians }: DeskMemory): Partial<RecordIntakeInput> {
  const visitFromAt = new Date(Date.now() + 3_600_000).toISOString()
  return { technicianId: pick(random, technicians), visitFromAt, within3h: 'yes' }
}
