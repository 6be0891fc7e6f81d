import { recordIntakeSchema, type RecordIntakeInput } from '../../shared/intake/schema.ts'
import { assignSchema, chaseSchema, contactSchema, pauseSchema, resultSchema } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { madeUp, recordCallEvent, recordIntake } from '../intake/public.ts'
import {
  archiveTicket,
  assignTicket,
  chaseTicket,
  enterLedger,
  handBack,
  pauseTicket,
  readTicketPage,
  recordContact,
  recordResult,
} from '../tickets/public.ts'
import type { Member } from '../house/entities.ts'
import type { SampleCase, sampleTalks } from './cases.ts'
import { type Symptom, symptomOf } from './symptoms.ts'

/** Who and what the sample's cases are made of, and its clock. */
export interface Plot {
  /** The station so many minutes ago. */
  at(minutesAgo: number): Services
  instant(minutesAgo: number): string
  day(minutesAgo: number): string
  operators: Seat[]
  dispatcher: Seat
  technicians: Pick<Member, 'id' | 'region'>[]
  kitchens: {
    customerId: string
    personId: string
    name: string
    contact: string
    phone: string
    address: string
    district: string
    category: string
    products: {
      id: string
      name: string
      model: string
      serialNo: string
      purchasedOn: string
      acceptedOn: string
      proof: 'told' | 'invoice'
    }[]
  }[]
  hotline: string
  /** Whether a repair of a product costs nothing on a day. */
  isFree(product: Plot['kitchens'][number]['products'][number], on: string): boolean
}

/** One thing somebody did, so many minutes ago. */
export interface SampleStep {
  minutesAgo: number
  run(services: Services): Promise<unknown>
}

/** What a repair out of warranty costs where the case names nothing. */
const usualChargeCents = 8_000

/** A case from its call to as far as it has come. */
export function stepsOfCase(plot: Plot, one: SampleCase, nth: number): SampleStep[] {
  const kitchen = plot.kitchens[one.customer % plot.kitchens.length]!
  const technician =
    plot.technicians.find(({ region }) => region === kitchen.district) ??
    plot.technicians[nth % plot.technicians.length]!
  const begun = one.minutesAgo
  const product = kitchen.products[nth % kitchen.products.length]!
  const trouble = symptomOf(product.name, nth)
  const isFree = plot.isFree(product, plot.day(begun))
  const chargeCents = isFree ? 0 : one.chargeCents || usualChargeCents
  const newId = () => plot.at(0).newId()
  const [ticketId, dispatchId] = [newId(), newId()]
  const step = (after: number, run: SampleStep['run']): SampleStep => ({ minutesAgo: begun - after, run })
  const steps = [
    step(0, (services) => takeCall(plot, services, { kitchen, nth, minutesAgo: begun, ticketId, one, trouble })),
  ]
  if (one.stage === 'reported' || one.stage === 'guided') return steps
  const visitAfter = one.visitAfter ?? 150
  steps.push(
    step(5, (services) =>
      assignTicket(
        services,
        plot.dispatcher,
        assignSchema.parse({
          ...{ id: dispatchId, ticketId, technicianId: technician.id, visitFromAt: plot.instant(begun - visitAfter) },
          ...{
            visitToAt: plot.instant(begun - visitAfter - 60),
            cause: '按报修描述',
            measure: '上门检修',
            parts: trouble.parts,
          },
          ...(visitAfter <= 180
            ? { within3h: 'yes' }
            : { within3h: 'no', rescheduleReason: '当日排满', consent: 'agreed' }),
        }),
      ),
    ),
  )
  for (let chase = 0; chase < (one.chases ?? 0); chase += 1) {
    const input = chaseSchema.parse({ id: newId(), ticketId, note: '问师傅什么时候到' })
    steps.push(
      step(Math.round(begun * 0.6) + chase * 40, (services) => chaseTicket(services, plot.operators[nth % 3]!, input)),
    )
  }
  if (one.stage === 'sent') return steps
  const call = contactSchema.parse({
    id: newId(),
    dispatchId,
    at: plot.instant(begun - 12),
    result: one.stage === 'unreached' ? 'noAnswer' : 'reached',
  })
  steps.push(step(12, (services) => recordContact(services, plot.dispatcher, call)))
  if (one.stage === 'reached' || one.stage === 'unreached') return steps
  if (one.stage === 'handedBack')
    return [
      ...steps,
      step(40, (services) => handBack(services, plot.dispatcher, { dispatchId, reason: '需带两人拆炉体，改派' })),
    ]
  if (one.stage === 'waitingForPart')
    return [
      ...steps,
      step(visitAfter + 40, async (services) => {
        const { ticket } = await readTicketPage(services, plot.dispatcher, ticketId)
        return pauseTicket(
          services,
          plot.dispatcher,
          pauseSchema.parse({
            ticketId,
            reason: 'waitingForPart',
            note: `等${trouble.parts || '配件'}`,
            version: ticket.version,
          }),
        )
      }),
    ]
  const result = resultSchema.parse({
    ...{
      id: newId(),
      ticketId,
      servicePersonId: technician.id,
      serviceOn: plot.day(begun - visitAfter - 45),
      outcome: 'solved',
    },
    ...{
      arrivedAt: plot.instant(begun - visitAfter - 5),
      finishedAt: plot.instant(begun - visitAfter - 45),
      result: trouble.result,
    },
    ...{
      chargeCents,
      receipt: chargeCents ? 'receipt' : 'none',
      opinion: '',
      satisfaction: nth % 6 === 5 ? 'fair' : 'satisfied',
    },
  })
  steps.push(step(visitAfter + 60, (services) => recordResult(services, plot.dispatcher, result)))
  if (one.stage === 'resulted') return steps
  const ledger = { id: newId(), ticketId, inWarranty: isFree }
  steps.push(step(visitAfter + 75, (services) => enterLedger(services, plot.dispatcher, ledger)))
  if (one.stage === 'ledgered') return steps
  return [...steps, step(visitAfter + 80, (services) => archiveTicket(services, plot.dispatcher, { ticketId }))]
}

/** A call that became a line of the register only. */
export function talk(plot: Plot, said: (typeof sampleTalks)[number], nth: number): SampleStep {
  const kitchen = plot.kitchens[said.customer % plot.kitchens.length]!
  const { minutesAgo, outcome, symptom } = said
  const ticketId = plot.at(0).newId()
  return {
    minutesAgo,
    run: (services) =>
      takeCall(plot, services, { kitchen, nth: nth + 1, minutesAgo, ticketId, talk: { outcome, symptom } }),
  }
}

/** Rings 24 seconds at the whole desk; nobody answers. */
export function loseCall(plot: Plot, from: string, minutesAgo: number): SampleStep {
  return {
    minutesAgo,
    run: async (services) => {
      const call = { callId: `${madeUp}${services.newId()}`, from, to: plot.hotline, line: 'hotline' }
      await recordCallEvent(services, { ...call, event: 'ring', at: plot.instant(minutesAgo) }, true)
      await recordCallEvent(services, { ...call, event: 'hangup', at: plot.instant(minutesAgo - 0.4) }, true)
    },
  }
}

interface Taken {
  kitchen: Plot['kitchens'][number]
  nth: number
  minutesAgo: number
  ticketId: string
  one?: SampleCase
  trouble?: Symptom
  talk?: { outcome: RecordIntakeInput['outcome']; symptom: string }
}

/** Rings, is answered by the next operator, is registered before the caller hangs up. */
async function takeCall(
  plot: Plot,
  services: Services,
  { kitchen, nth, minutesAgo, ticketId, one, trouble, talk: said }: Taken,
): Promise<void> {
  const operator = plot.operators[nth % plot.operators.length]!
  const product = kitchen.products[nth % kitchen.products.length]!
  const call = { callId: `${madeUp}${services.newId()}`, from: kitchen.phone, to: operator.extension, line: 'hotline' }
  await recordCallEvent(services, { ...call, event: 'ring', at: plot.instant(minutesAgo + 2) }, true)
  await recordCallEvent(services, { ...call, event: 'answer', at: plot.instant(minutesAgo + 1.9) }, true)
  const stored = await recordCallEvent(services, { ...call, event: 'hangup', at: plot.instant(minutesAgo) }, true)
  const newId = () => services.newId()
  await recordIntake(
    services,
    operator,
    recordIntakeSchema.parse({
      ...{
        id: newId(),
        callId: stored.id,
        receivedAt: plot.instant(minutesAgo),
        channel: 'phone',
        outcome: said?.outcome ?? 'repair',
      },
      ...{
        customerId: kitchen.customerId,
        newCustomerId: newId(),
        personId: kitchen.personId,
        productId: product.id,
        newProductId: newId(),
        ticketId,
      },
      ...{
        customerName: kitchen.name,
        contactName: kitchen.contact,
        phone: kitchen.phone,
        category: kitchen.category,
        address: kitchen.address,
      },
      ...{
        productName: product.name,
        model: product.model,
        serialNo: product.serialNo,
        purchasedOn: product.purchasedOn,
        dealer: '',
      },
      ...{ symptom: trouble?.symptom ?? said?.symptom ?? '', fault: trouble?.fault ?? '', level: one?.level ?? '' },
      handling: one?.stage === 'guided' ? 'guidance' : 'dispatch',
    }),
  )
}
