import { dayOf } from '../../shared/kit/calendar.ts'
import { warrantyVerdict } from '../../shared/products/rules.ts'
import { Changes } from '../api/changes.ts'
import { offered } from '../../shared/presets/offered.ts'
import type { Seat, Services } from '../api/context.ts'
import { addCustomer } from '../customers/public.ts'
import { bringRecords } from '../database/bring-records.ts'
import type { Tx } from '../database/database.ts'
import { addProduct } from '../products/public.ts'
import { later } from '../scheduler/scheduler.ts'
import { type Member, MemberEntity, SettingEntity } from '../house/entities.ts'
import { hashPassword } from '../admin/passwords.ts'
import { companyOf } from '../house/settings.ts'
import { sampleCases, sampleLost, sampleTalks } from './cases.ts'
import { loseCall, type Plot, type SampleStep, stepsOfCase, talk } from './plot.ts'
import { sampleCustomers, sampleMembers, sampleProducts } from './people.ts'

/** Password hashes take long: made before the write. */
export async function hashSamplePasswords(services: Services): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>()
  for (const { password } of sampleMembers)
    if (!hashes.has(password)) hashes.set(password, await hashPassword(services, password))
  return hashes
}

/**
 * Fills a station whose company was just written with the sample company, inside the caller's write: members of every role, forty
 * customers, sixty products, and calls and cases that lead up to this minute, all made by the operations the desk itself uses.
 */
export async function openSample(services: Services, tx: Tx, hashes: ReadonlyMap<string, string>): Promise<void> {
  const now = services.now()
  const long = silentAt(services, later(now, -200 * 86_400))
  const members = await addMembers(long, tx, hashes)
  const company = await companyOf(tx)
  const plot: Plot = {
    at: (minutesAgo) => silentAt(services, later(now, -minutesAgo * 60)),
    instant: (minutesAgo) => later(now, -minutesAgo * 60),
    day: (minutesAgo) => dayOf(later(now, -minutesAgo * 60), 'Asia/Shanghai'),
    operators: members.filter((member) => member.role === 'operator').map(seatOf),
    dispatcher: seatOf(members.find((member) => member.role === 'dispatcher')!),
    technicians: members.filter((member) => member.role === 'technician'),
    kitchens: await addKitchens(long, tx, now),
    hotline: company.hotline,
    isFree: (product, on) => warrantyVerdict(product, company.policies.at(services.now()).policy, on).stage !== 'paid',
  }
  const steps: SampleStep[] = [
    ...sampleCases.flatMap((one, nth) => stepsOfCase(plot, one, nth)),
    ...sampleTalks.map((one, nth) => talk(plot, one, nth)),
    ...sampleLost.flatMap(({ from, minutesAgo }) => minutesAgo.map((minutes) => loseCall(plot, from, minutes))),
  ]
  for (const step of steps.toSorted((a, b) => b.minutesAgo - a.minutesAgo)) await step.run(plot.at(step.minutesAgo))
  await tx.upsert(SettingEntity, { name: 'sample', value: true, changedAt: now, changedBy: null }, ['name'])
}

/** The same station at an earlier minute, telling no seat. */
function silentAt(services: Services, at: string): Services {
  return { ...services, now: () => at, changes: new Changes() }
}

function seatOf({ id, name, role, extension }: Member): Seat {
  return { memberId: id, name, role, extension, session: 'sample' }
}

async function addMembers(services: Services, tx: Tx, hashes: ReadonlyMap<string, string>): Promise<Member[]> {
  const createdAt = services.now()
  const members = sampleMembers.map(({ login, password, ...facts }, nth): Member => ({
    id: services.newId(),
    login,
    loginKey: login,
    ...facts,
    status: 'active',
    department: null,
    rowScope: null,
    phone: facts.role === 'technician' ? `1385310${String(nth).padStart(2, '0')}26` : '',
    passwordHash: hashes.get(password) ?? '',
    mustChangePassword: false,
    createdAt,
    updatedAt: createdAt,
    version: 1,
  }))
  await bringRecords(services.database, tx, MemberEntity, members)
  return members
}

const olderThanDays = 75

/** Every kitchen has a product, every second one another: sixty. Bought over the last four years, so that some warranties are over. */
async function addKitchens(services: Services, tx: Tx, now: string): Promise<Plot['kitchens']> {
  const kitchens: Plot['kitchens'] = []
  const categories = offered((await companyOf(tx)).policies.at(now).policy.categories)
  for (const [nth, [name, contact, title, phone, district, street]] of sampleCustomers.entries()) {
    const [customerId, personId] = [services.newId(), services.newId()]
    const address = `济南市${district}${street}`
    const usual = nth % 9 === 4 ? 1 : nth % 7 === 2 ? 2 : nth % 11 === 5 ? 3 : 0
    const category = categories[usual % categories.length]!.code
    const draft = {
      id: customerId,
      personId,
      name,
      contactName: contact,
      contactTitle: title,
      phones: [phone],
      address,
      category,
      source: 'sample',
    }
    await addCustomer(services, tx, null, draft)
    const products: Plot['kitchens'][number]['products'] = []
    for (let which = 0; which <= nth % 2; which += 1) {
      const [product, model] = sampleProducts[(nth + which * 3) % sampleProducts.length]!
      // Older than the oldest case of the sample: nothing is mended before it is bought.
      const ageDays = olderThanDays + ((nth * 37 + which * 211) % 1325)
      const purchasedOn = dayOf(later(now, -ageDays * 86_400), 'Asia/Shanghai')
      const acceptedOn = dayOf(later(now, -(ageDays - 4) * 86_400), 'Asia/Shanghai')
      const serialNo = `${model}-${String(417 + nth * 61 + which * 7).padStart(4, '0')}`
      const id = services.newId()
      const proof = nth % 3 === 0 ? 'told' : 'invoice'
      await addProduct(services, tx, null, {
        id,
        customerId,
        name: product,
        model,
        serialNo,
        purchasedOn,
        acceptedOn,
        dealer: '济南禾炊直营',
        proof,
      })
      products.push({ id, name: product, model, serialNo, purchasedOn, acceptedOn, proof })
    }
    kitchens.push({ customerId, personId, name, contact, phone, address, district, category, products })
  }
  return kitchens
}
