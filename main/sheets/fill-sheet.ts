import type { z } from 'zod'
import { customerFields } from '../../shared/customers/fields.ts'
import { forms } from '../../shared/forms/catalog.ts'
import { paperFigures } from '../../shared/forms/figures.ts'
import type { FormRecord, PaperId } from '../../shared/forms/grammar.ts'
import { paperValues } from '../../shared/kit/field-entry.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { offered } from '../../shared/presets/offered.ts'
import type { Choice, Policy } from '../../shared/presets/schema.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { SheetForm, SheetRecord, sheetSchema } from '../../shared/sheets/schema.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { customerBeside } from '../customers/public.ts'
import { productBeside } from '../products/public.ts'
import { ordersInHand, readTicket, readTicketPage } from '../tickets/public.ts'
import { dispatchOrderRecord, trackingSheetRecord } from './sheet-records.ts'

/**
 * What fills a paper form, and what its foot says. A blank paper needs no ticket. The telephone number is as the seat may see it, unless the
 * paper itself is being filled (`isWhole`, see `givePaper`).
 */
export async function fillSheet(
  services: Services,
  seat: Seat,
  wish: z.output<typeof sheetSchema>,
  isWhole = false,
): Promise<SheetRecord> {
  return services.database.read(async (reader) => {
    const { name, branch, hotline, policies } = await companyOf(reader)
    const info = { company: { name, branch, hotline }, hotline, printedBy: seat.name, at: services.now() }
    const named = (choices: readonly Choice[]) => choices.map(({ code, text }) => ({ code, text }))
    const { categories, channels } = policies.known(services.now())
    const saidBy = (policy: Policy, stands: { level?: string; category?: string; channel?: string } = {}) => ({
      figures: paperFigures(policy),
      levels: named(offered(policy.levels, stands.level)),
      categories: named(offered(categories, stands.category)),
      channels: named(offered(channels, stands.channel)),
    })
    if (wish.mode === 'blank') {
      const { policy } = policies.at(services.now())
      return { record: {}, info: { ...info, ...saidBy(policy), number: '', nth: 0 } }
    }
    if (!wish.ticketId) throw new Failure('invalid', 'sheets.failure.ticketNeeded', {}, 'ticketId')
    const record = await recordOf(services, reader, seat, wish.formId, wish.ticketId, isWhole)
    const ticket = await readTicket(services, reader, seat, wish.ticketId)
    const number = record[wish.formId === 'F11' ? 'dispatchNo' : 'serviceNo']
    return {
      record,
      info: {
        ...info,
        ...saidBy(policies.of(ticket), ticket),
        number: typeof number === 'string' ? number : '',
        nth: (await lastPrinting(services, reader, wish.formId, wish.ticketId)) + 1,
      },
    }
  })
}

/** Paper forms of the company's trade that can be filled here, in the order of their use. */
export async function listForms(services: Services): Promise<SheetForm[]> {
  return services.database.read(async (reader) => {
    const company = await companyOf(reader)
    const preset = company.policies.at(services.now()).policy
    const order = preset.forms.map(({ code }) => code as string)
    const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
    return Object.values(forms)
      .map((form) => ({ id: form.id, title: form.title, papers: Object.keys(form.layouts) as PaperId[] }))
      .sort((a, b) => place(a.id) - place(b.id))
  })
}

/** How often a form of a ticket was printed, 0 before the first time. */
export async function lastPrinting(
  services: Services,
  reader: Reader,
  formId: string,
  ticketId: string,
): Promise<number> {
  const [row] = (await reader.query(
    services.database.sql('SELECT max("nth") AS "nth" FROM "sheets_printing" WHERE "ticketId" = ? AND "formId" = ?'),
    [ticketId, formId],
  )) as { nth: number | null }[]
  return Number(row?.nth ?? 0)
}

async function recordOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  formId: 'F01' | 'F11',
  ticketId: string,
  isWhole: boolean,
): Promise<FormRecord> {
  const page = await readTicketPage(services, seat, ticketId)
  const files = await filedPaths(services, reader, seat, formId, page.ticket)
  const phone = isWhole ? (await readTicket(services, reader, seat, ticketId)).phone : page.ticket.phoneShown
  if (formId === 'F01') return trackingSheetRecord(page, files, phone)
  const [dispatch] = page.dispatches
  if (!dispatch) throw new Failure('ruleBroken', 'sheets.failure.notDispatched')
  const openCases = await ordersInHand(services, reader, dispatch.technicianId)
  return dispatchOrderRecord(page, dispatch, files, phone, openCases)
}

/** What the files of a case's customer and product say on a form, as they stand now and as the seat may see them. */
async function filedPaths(
  services: Services,
  reader: Reader,
  seat: Seat,
  formId: string,
  { customerId, productId, technicianId }: TicketRow,
): Promise<FormRecord> {
  const customer = await customerBeside(services, reader, seat, customerId, technicianId === seat.memberId)
  const product = productId === null ? null : await productBeside(services, reader, productId)
  return {
    ...paperValues(formId, customerFields, customer ?? {}),
    ...paperValues(formId, productFields, product ?? {}),
  }
}
