import { lineFields } from '../../shared/intake/fields.ts'
import { missingFields, notOffered } from '../../shared/intake/rules.ts'
import type { RecordedIntake, RecordIntake } from '../../shared/intake/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { fillFields, pickFields } from '../../shared/kit/field-entry.ts'
import { readPhone } from '../../shared/kit/phone.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { audit } from '../house/audit.ts'
import { firstStored, refuseOtherContent } from '../house/first-stored.ts'
import { type Company, companyOf, schemesOf } from '../house/settings.ts'
import { nextNumber } from '../house/give-number.ts'
import { laterDay } from '../../shared/products/rules.ts'
import { firstOffered, offeredBy } from '../../shared/presets/offered.ts'
import { homeOf, withAreaCode } from '../../shared/presets/phone-home.ts'
import type { Seat, Services } from '../api/context.ts'
import { addCustomer, noteContact } from '../customers/public.ts'
import { bringRecords } from '../database/bring-records.ts'
import type { Tx } from '../database/database.ts'
import { updateRow } from '../database/typed-rows.ts'
import { addProduct, correctPurchase, noteAcceptance, productJustMade } from '../products/public.ts'
import { dispatchTicket, openTicket, refuseVisit } from '../tickets/public.ts'
import { chaseFor } from './chase-for.ts'
import { CallEntity, type Intake, IntakeEntity } from './entities.ts'
import {
  filledBy,
  type IntakeFacts,
  readFacts,
  receivedOf,
  refuseMissing,
  refuseOther,
  refuseUnknown,
} from './intake-facts.ts'
import { joinEntry, joinedBy, justBefore, keepHeard, type Kept, tellOfSameCall } from './join-entry.ts'
import { guidanceDue } from './line-outcome.ts'
import { isNotNew, notNew } from './not-new.ts'
import { registerNumbers } from './number-series.ts'
import { findCall, refuseForeignCallOf } from './own-call.ts'
import { refuseUnmetCaller, refuseForeignEntry } from './register-scope.ts'
import { settleWritten } from './settle-lost.ts'
import { orderIdOf, registeredAs, storedIntake } from './stored-intake.ts'

/** Outcomes after which the caller belongs in the archive. */
const keepsCustomer: readonly RecordIntake['outcome'][] = ['repair', 'consult', 'complaint', 'booking']

/**
 * The whole register in one durable write (F03, F12): customer, product, line, ticket, clocks, dispatch order where somebody is
 * named at once (F11), audit. Sending the same entry twice stores it once, and so do two seats that register one call. `receivedAt` may lie in the past: the line was cut.
 */
export async function recordIntake(services: Services, seat: Seat, input: RecordIntake): Promise<RecordedIntake> {
  const { database } = services
  try {
    return await database.write((tx) => writeIntake(services, tx, seat, input))
  } catch (reason) {
    const stored = isNotNew(reason) && (await database.read((reader) => storedIntake(services, reader, input.id)))
    if (!stored) throw reason
    await database.read((reader) => refuseOtherContent(services, reader, 'intake.record', input))
    return stored
  }
}

async function writeIntake(services: Services, tx: Tx, seat: Seat, input: RecordIntake): Promise<RecordedIntake> {
  const known = await firstStored(
    services,
    tx,
    'intake.record',
    input,
    async () => {
      const facts = await readFacts(services, tx, input)
      if (facts.isStored) await refuseForeignEntry(services, tx, seat, input.id)
      return facts
    },
    ({ isStored }) => isStored,
  )
  if (known.isStored) return (await storedIntake(services, tx, input.id))!
  const other = await registeredAs(services, tx, input.callId)
  if (other) {
    const call = await findCall(services, tx, input.callId ?? '')
    if (call?.memberId !== seat.memberId) await refuseForeignEntry(services, tx, seat, other)
    const joined = await tellOfSameCall(services, tx, seat, other, input)
    return { ...(await storedIntake(services, tx, other))!, joined }
  }
  await refuseForeignCallOf(services, tx, seat, input.callId)
  await refuseUnmetCaller(services, tx, seat, input.customerId ?? null)
  refuseUnknown(known, input)
  const company = await companyOf(tx)
  const now = services.now()
  const receivedAt = receivedOf(input.receivedAt, now)
  const category = known.category || firstOffered(company.policies.at(receivedAt).policy.categories)
  const facts = { ...known, category }
  const said = filledBy(facts, input)
  const phone = withAreaCode(said.phone, homeOf(company.policies.at(now).policy))
  const given = { ...said, phone, receivedAt, category }
  const preset = offeredBy(company.policies.at(receivedAt, { category, productName: given.productName }).policy)
  const entry = { ...given, kind: given.kind || firstOffered(preset.kinds) }
  const isSent = entry.outcome === 'repair' && entry.handling === 'dispatch' && Boolean(entry.technicianId)
  refuseMissing(missingFields(entry, preset, isSent ? 'dispatch' : 'save'), entry)
  refuseOther(
    notOffered(entry, { ...preset, categories: company.policies.known(receivedAt).categories }),
    laterDay(entry, dayOf(now, company.timeZone)),
  )
  // Told in the call: an entry that waited for the station keeps its visit, though its time has come meanwhile.
  refuseVisit(entry, receivedAt)

  const number = readPhone(entry.phone)?.key ?? facts.callNumber
  const { joinedId, ...people } = await keepCustomer(services, tx, seat, entry, facts)
  const productId = await keepProduct(services, tx, seat, entry, facts, people.customerId, joinedId !== null)
  const chased = entry.outcome === 'chase' ? await chaseFor(services, tx, seat, entry) : null
  const line = lineOf(entry, facts, {
    ...people,
    joinedId,
    productId,
    ticketId: chased?.id ?? null,
    now,
    memberId: seat.memberId,
  })
  const intake: Intake = {
    ...line,
    customerId: line.customerId ?? chased?.customerId ?? null,
    registerNo: await nextRegisterNo(services, tx, company),
    followUpDueAt: guidanceDue(entry, preset, company, now),
    ticketId: entry.outcome === 'repair' ? entry.ticketId : line.ticketId,
  }
  // The line itself says who took it down and when: its story in the journal begins with its first correction.
  await bringRecords(services.database, tx, IntakeEntity, [intake])
  if (joinedId) await keepHeard(services, tx, seat, intake, joinedId)
  const opened =
    entry.outcome === 'repair' && people.customerId
      ? await openFrom(services, tx, seat, intake, people.customerId, facts, company)
      : null
  const dispatch = opened && isSent ? await sendAtOnce(services, tx, seat, entry, opened, company) : null
  if (input.callId) await closeCallOf(services, tx, seat, intake, input.callId)
  if (intake.customerId) await noteContact(services, tx, { customerId: intake.customerId, number, at: receivedAt })
  await audit(services, tx, seat, {
    action: 'intake.record',
    subject: `intake:${intake.id}`,
    details: {
      outcome: intake.outcome,
      ticketId: intake.ticketId,
      customerId: intake.customerId,
      notifiedId: intake.notifiedId,
      ...(joinedId ? { joinedId } : {}),
    },
  })
  const ticket = opened ?? chased
  return {
    id: intake.id,
    registerNo: intake.registerNo,
    customerId: intake.customerId,
    ticket: ticket && { id: ticket.id, number: ticket.number },
    dispatch: dispatch && { id: dispatch.id, number: dispatch.number },
    alreadyStored: false,
    joined: await joinedBy(services, tx, intake),
  }
}

async function keepCustomer(
  services: Services,
  tx: Tx,
  seat: Seat,
  entry: RecordIntake,
  facts: IntakeFacts,
): Promise<Kept> {
  if (facts.customerId) return { customerId: facts.customerId, personId: facts.personId, joinedId: null }
  if (entry.customerName === '' || !keepsCustomer.includes(entry.outcome))
    return { customerId: null, personId: null, joinedId: null }
  const joined = await joinEntry(services, tx, seat, entry, facts.callNumber)
  if (joined) return joined
  const personId = services.newId()
  const draft = {
    id: entry.newCustomerId,
    personId,
    name: entry.customerName,
    contactName: entry.contactName,
    phones: [entry.phone, facts.callNumber ?? ''].filter(Boolean),
    address: entry.address,
    category: entry.category,
    source: 'intake',
  }
  await addCustomer(services, tx, seat, draft, notNew.customer)
  return { customerId: entry.newCustomerId, personId, joinedId: null }
}

async function keepProduct(
  services: Services,
  tx: Tx,
  seat: Seat,
  entry: RecordIntake,
  facts: IntakeFacts,
  customerId: string | null,
  isJoined: boolean,
): Promise<string | null> {
  if (facts.productId && entry.purchasedOn && entry.purchasedOn !== facts.purchasedOn)
    await correctPurchase(services, tx, seat, { productId: facts.productId, purchasedOn: entry.purchasedOn })
  if (facts.productId && entry.acceptedOn)
    await noteAcceptance(services, tx, seat, { productId: facts.productId, acceptedOn: entry.acceptedOn })
  if (facts.productId || !customerId || entry.productName === '') return facts.productId
  const { productName: name, model, serialNo, dealer } = entry
  const since = justBefore(services)
  const filed = isJoined && (await productJustMade(services, tx, { customerId, name, model, serialNo, since }))
  if (filed) return filed
  const days = { purchasedOn: entry.purchasedOn ?? null, acceptedOn: entry.acceptedOn ?? null }
  const draft = { id: entry.newProductId, customerId, name, model, serialNo, ...days, dealer }
  await addProduct(services, tx, seat, draft, notNew.product)
  return entry.newProductId
}

function lineOf(
  entry: RecordIntake,
  facts: IntakeFacts,
  known: Pick<Intake, 'customerId' | 'personId' | 'productId' | 'ticketId' | 'memberId' | 'joinedId'> & { now: string },
): Omit<Intake, 'registerNo' | 'followUpDueAt'> {
  const { now, ...ids } = known
  const { id, receivedAt, channel, outcome, handling, phone, kind } = entry
  const isTold = outcome === 'repair' || outcome === 'complaint'
  return {
    ...{ id, receivedAt, channel, outcome, handling, phone, kind },
    ...fillFields(lineFields, entry),
    ...ids,
    recordedAt: now,
    callId: entry.callId ?? null,
    notifiedId: isTold ? facts.headId : null,
    notifiedAt: isTold && facts.headId ? now : null,
    followedUpAt: null,
    version: 1,
  }
}

async function nextRegisterNo(services: Services, tx: Tx, company: Company): Promise<string> {
  const today = dayOf(services.now(), company.timeZone)
  return nextNumber(services, tx, today, { series: registerNumbers, scheme: schemesOf(services, company).register })
}

async function openFrom(
  services: Services,
  tx: Tx,
  seat: Seat,
  intake: Intake,
  customerId: string,
  { category, hasTicket }: IntakeFacts,
  company: Company,
) {
  const { receivedAt, channel, personId, productId, phone, kind, handling } = intake
  if (hasTicket) throw notNew.ticket
  const draft = {
    ...{ receivedAt, channel, personId, productId, phone, kind, handling },
    ...pickFields(caseFields, intake),
    ...{ id: intake.ticketId ?? services.newId(), intakeId: intake.id, customerId, category },
  }
  return openTicket(services, tx, seat, draft, company)
}

/** F11: somebody is named while the caller is still there. The order's id follows from the entry's, so that a second sending meets it. */
async function sendAtOnce(
  services: Services,
  tx: Tx,
  seat: Seat,
  entry: RecordIntake,
  ticket: Awaited<ReturnType<typeof openTicket>>,
  company: Company,
) {
  const { technicianId, visitFromAt, visitToAt, parts, rescheduleReason, consent } = entry
  if (!technicianId || !visitFromAt) return null
  const order = {
    ...{ technicianId, visitFromAt, visitToAt, parts, rescheduleReason, consent },
    within3h: entry.within3h ?? 'yes',
  }
  return dispatchTicket(
    services,
    tx,
    seat,
    { ...order, id: orderIdOf(entry.id), ticketId: ticket.id },
    { ticket, company },
  )
}

/** The call is registered: it leaves the seat, and belongs to whoever took it down. */
async function closeCallOf(services: Services, tx: Tx, seat: Seat, intake: Intake, callId: string): Promise<void> {
  const { outcome, customerId, ticketId } = intake
  const registeredAt = services.now()
  await updateRow(services.database, tx, CallEntity, callId, { outcome, customerId, ticketId, registeredAt })
  await tx.query(
    services.database.sql(
      `UPDATE "intake_call" SET "memberId" = coalesce("memberId", ?), "hungUpAt" = CASE WHEN "externalId" = "id" THEN coalesce("hungUpAt", ?)
         ELSE "hungUpAt" END, "state" = CASE WHEN "externalId" = "id" THEN 'ended' ELSE "state" END WHERE "id" = ?`,
    ),
    [seat.memberId, services.now(), callId],
  )
  await settleWritten(services, tx, callId)
}
