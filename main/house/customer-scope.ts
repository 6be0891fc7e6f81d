import type { Right } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { type Condition, seatScope } from './row-scope.ts'

/** Rows that lead a seat to a customer: where they are, the column that names the customer, and which of them are the seat's. */
export interface CustomerLead extends Condition {
  from: string
  customerId: string
}

/** Rows of a feature that lead a narrowed seat to customers. Never asked for a seat that meets them all. */
export type CustomerLeads = (seat: Seat, right: Right) => CustomerLead

const leadsOf = ({ features }: Services, seat: Seat, right: Right): CustomerLead[] =>
  features.flatMap(({ leadsToCustomers }) => (leadsToCustomers ? [leadsToCustomers(seat, right)] : []))

/**
 * What narrows a list to the customers a seat meets; none where it meets all. `customerId` is the column of the list. The few of one member are
 * looked up by their rows; of the many of an outlet or a department each is looked at in the order of the list, unless all of them are `counted`.
 */
export function customerConditions(
  services: Services,
  seat: Seat,
  right: Right,
  customerId: string,
  counted = false,
): Condition[] {
  const scope = seatScope(seat, right)
  if (scope === 'all') return []
  const leads = leadsOf(services, seat, right)
  const values = leads.flatMap((lead) => lead.values)
  const isFew = counted || scope === 'own' || scope === 'assigned'
  const selects = leads.map((lead) =>
    isFew
      ? `SELECT ${lead.customerId} FROM ${lead.from} WHERE ${lead.where}`
      : `EXISTS (SELECT 1 FROM ${lead.from} WHERE ${lead.customerId} = ${customerId} AND ${lead.where})`,
  )
  return [{ where: isFew ? `${customerId} IN (${selects.join(' UNION ')})` : `(${selects.join(' OR ')})`, values }]
}

const askedAtOnce = 500

/** Those of some customers that a seat meets. Asks nothing where it meets all. */
export async function customersMet(
  services: Services,
  reader: Reader,
  seat: Seat,
  right: Right,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (seatScope(seat, right) === 'all') return new Set(ids)
  const met = new Set<string>()
  const leads = leadsOf(services, seat, right)
  for (let from = 0; from < ids.length; from += askedAtOnce) {
    const some = ids.slice(from, from + askedAtOnce)
    const marks = some.map(() => '?').join(', ')
    const selects = leads.map(
      (lead) =>
        `SELECT ${lead.customerId} AS "id" FROM ${lead.from} WHERE ${lead.customerId} IN (${marks}) AND ${lead.where}`,
    )
    const rows = (await reader.query(
      services.database.sql(selects.join(' UNION ')),
      leads.flatMap(({ values }) => [...some, ...values]),
    )) as { id: string }[]
    for (const { id } of rows) met.add(id)
  }
  return met
}

/** Whether the work of a seat leads it to a customer: any feature may say so. */
export async function meetsCustomer(
  services: Services,
  reader: Reader,
  seat: Seat,
  right: Right,
  customerId: string,
): Promise<boolean> {
  return (await customersMet(services, reader, seat, right, [customerId])).has(customerId)
}

/** Refuses a customer that the seat's work does not lead to. */
export async function refuseForeignCustomer(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
): Promise<void> {
  if (!(await meetsCustomer(services, reader, seat, 'customers.view', customerId)))
    throw new Failure('notAllowed', 'customers.failure.notYours')
}
