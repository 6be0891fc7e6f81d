import type { z } from 'zod'
import {
  type CorrectableLine,
  type CorrectedLine,
  correctableFields,
  type correctLineSchema,
  type lineOfSchema,
} from '../../shared/intake/correct-line.ts'
import { outcomesInstead } from '../../shared/intake/outcomes.ts'
import { isNoPhone, missingFields } from '../../shared/intake/rules.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { laterDay } from '../../shared/products/rules.ts'
import type { Seat, Services } from '../api/context.ts'
import { chosenCustomer } from '../customers/public.ts'
import type { Reader } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { findRows } from '../database/typed-rows.ts'
import { audit } from '../house/audit.ts'
import { shownAddress } from '../house/field-rows.ts'
import { phoneHome } from '../house/phone-home.ts'
import { withAreaCode } from '../../shared/presets/phone-home.ts'
import type { PhoneHome } from '../../shared/kit/phone.ts'
import { sayOvertaken } from '../house/overtaken.ts'
import { companyOf } from '../house/settings.ts'
import { correctTicket, phoneAsSaid, ticketOwners } from '../tickets/public.ts'
import { type Intake, IntakeEntity } from './entities.ts'
import { followOutcome, whatFollows } from './line-outcome.ts'
import { intakeKinds } from './record-kinds.ts'
import { refuseForeignLine } from './register-scope.ts'

type Changes = z.output<typeof correctLineSchema>['changes']

/** A line with what may be corrected in it, for whoever meets it. */
export async function readLine(
  services: Services,
  seat: Seat,
  asked: z.output<typeof lineOfSchema>,
): Promise<CorrectableLine> {
  return services.database.read(async (reader) => {
    const id = 'id' in asked ? asked.id : ((await ticketOwners(services, reader, asked.ticketId)).intakeId ?? '')
    const [line] = await findRows(services.database, reader, IntakeEntity, { id })
    if (!line) throw new Failure('notFound', 'intake.failure.lineGone')
    await refuseForeignLine(services, reader, seat, line)
    return describeLine(services, reader, seat, line)
  })
}

/**
 * Corrects what was written down wrong, in the line and, while it is open, in its ticket where the same still stands; the step can be taken back.
 * What others corrected meanwhile stays; the same field corrected by both is refused with both values.
 */
export async function correctLine(
  services: Services,
  seat: Seat,
  input: z.output<typeof correctLineSchema>,
): Promise<CorrectedLine> {
  const { database } = services
  const write = database.write(async (tx) => {
    const records = recordsOf(services, tx, seat, 'intake.correct')
    const stands = await records.lock(IntakeEntity, input.id)
    if (!stands) throw new Failure('notFound', 'intake.failure.lineGone')
    await refuseForeignLine(services, tx, seat, stands)
    const home = await phoneHome(services, tx)
    const wanted = await records.merged(IntakeEntity, stands, input.version, saidIn(seat, stands, input.changes, home))
    if (Object.keys(wanted).length === 0) return { line: stands, isCaseChanged: false }
    await refuseBlank(services, tx, stands, wanted)
    const line = await records.change(IntakeEntity, stands, {
      ...wanted,
      ...(await whatFollows(services, tx, stands, wanted.outcome)),
    })
    if (wanted.outcome !== undefined) await followOutcome(services, tx, line.id)
    const isCaseChanged =
      line.ticketId !== null &&
      (await correctTicket(services, tx, seat, { ticketId: line.ticketId, before: stands, changes: wanted }))
    const fields = correctableFields.filter((field) => field in wanted)
    await audit(services, tx, seat, { action: 'intake.correct', subject: `intake:${line.id}`, details: { fields } })
    return { line, isCaseChanged }
  })
  const { line, isCaseChanged } = await write.catch(
    sayOvertaken(services, seat, intakeKinds, 'intake.failure.lineOvertaken'),
  )
  return database.read(async (reader) => ({
    ...(await describeLine(services, reader, seat, line)),
    isCaseChanged,
  }))
}

/** The cover of the number that stands leaves it as it is; any other cover is no number. */
function saidIn(seat: Seat, stands: Intake, { phone, ...changes }: Changes, home: PhoneHome): Partial<Intake> {
  const isCovered = phone?.includes('*') ?? false
  if (isCovered && withoutSpaces(phone) !== withoutSpaces(phoneAsSaid(seat, stands.phone, false)))
    throw new Failure('invalid', 'intake.failure.phoneUnreadable', {}, 'phone')
  return {
    ...changes,
    ...(phone === undefined || isCovered ? {} : { phone: withAreaCode(phone, home) }),
  } as Partial<Intake>
}

const withoutSpaces = (text = '') => text.replace(/\s/g, '')

/** What the trade asks for must not be corrected away (R014), nor a day be ahead. */
async function refuseBlank(services: Services, reader: Reader, line: Intake, wanted: Partial<Intake>): Promise<void> {
  const company = await companyOf(reader)
  const after = { ...line, ...wanted }
  const customer = line.customerId ? await chosenCustomer(services, reader, line.customerId, null) : null
  const facts = { productName: line.productName, ...(customer ? { category: customer.category } : {}) }
  const policy = company.policies.at(line.receivedAt, facts).policy
  const draft = { ...after, handling: after.handling as 'dispatch' | 'guidance' }
  const field = missingFields(draft, policy, 'save').find((missing) => missing in wanted)
  if (field === 'phone' && isNoPhone(after.phone))
    throw new Failure('invalid', 'intake.failure.phoneUnreadable', {}, field)
  if (field) throw new Failure('invalid', 'intake.failure.fieldMissing', { field, count: 1 }, field)
  const ahead = laterDay(
    { purchasedOn: wanted.purchasedOn ?? null, acceptedOn: null },
    dayOf(services.now(), company.timeZone),
  )
  if (ahead) throw new Failure('invalid', 'intake.failure.dayAhead', {}, ahead)
}

async function describeLine(services: Services, reader: Reader, seat: Seat, line: Intake): Promise<CorrectableLine> {
  const [clerk] = (await reader.query(services.database.sql('SELECT "name" FROM "house_member" WHERE "id" = ?'), [
    line.memberId ?? '',
  ])) as { name: string }[]
  const { id, registerNo, outcome, recordedAt, version, customerName, contactName, productName } = line
  const { model, serialNo, purchasedOn, symptom, note } = line
  return {
    outcomes: [...outcomesInstead(line)],
    ...{ id, registerNo, outcome, recordedAt, version, customerName, contactName, productName },
    ...{ model, serialNo, purchasedOn, symptom, note },
    clerkName: clerk?.name ?? '',
    phone: phoneAsSaid(seat, line.phone, false),
    address: shownAddress(seat, line.address),
  }
}
