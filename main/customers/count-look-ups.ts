import { createHmac } from 'node:crypto'
import { sightOf } from '../../shared/admin/rights.ts'
import { handlesCalls } from '../../shared/admin/scopes.ts'
import { askedTexts, askedWords } from '../../shared/kit/asked-text.ts'
import { maskPhone, type PhoneHome, readPhone, readPhones } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { doneSince } from '../house/done-since.ts'
import { phoneHome } from '../house/phone-home.ts'
import { type Counted, withinQuota } from '../house/quota.ts'
import { later } from '../scheduler/scheduler.ts'
import { isNumber } from './search-ways.ts'

const action = 'customers.lookUp'

/**
 * Whose a whole number is, is an answer that opens covered ones: who asks for a number that no telephone line told the seat of leaves an entry and
 * is refused by name over the quota, whether the number is known or not. A number counts once a day; the entry holds a keyed digest of it.
 */
export async function countLookUp(services: Services, seat: Seat, text: string): Promise<void> {
  const number = await services.database.read(async (reader) => {
    // A local number is looked for without its area code where the house has none.
    const key = readPhone(text, await phoneHome(services, reader))?.key ?? /^[2-8]\d{6,7}$/.exec(digitsOf(text))?.[0]
    return key !== undefined && !(await isInHand(services, reader, seat, key)) ? key : null
  })
  if (number !== null) await countNumber(services, seat, number)
}

/** The same for a number that is known not to lie before the seat. */
export async function countNumber(services: Services, seat: Seat, number: string): Promise<void> {
  const digest = createHmac('sha256', services.auditKey).update(`number ${number}`).digest('hex').slice(0, 32)
  const subject = `number:${digest}`
  const since = later(services.now(), -86_400)
  const done = await services.database.read((reader) => doneSince(services, reader, seat.memberId, [action], since))
  if (done.some((each) => each.subject === subject)) return
  const refusal = { action: 'customers.lookUpRefused', text: 'customers.failure.lookUpLimit' }
  const counted: Counted = { actions: [action], quota: 'lookUp', subject, refusal }
  await withinQuota(services, seat, counted, (tx) => audit(services, tx, seat, { action, subject, details: {} }))
}

const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/\D/gu, '')

/** Digits from which on a text may be a whole number: fewer are its end, or the figure of a paper. */
const fewestDigits = 7

/** Whether a whole number finds what the seat sees covered. */
const isOracle = (seat: Seat): boolean => handlesCalls(seat.role) && sightOf(seat.role, 'phone') !== 'shown'

/**
 * Whatever list, search, sum or file a whole number narrows, answers whose it is: `text` of the question, or of the wish of a file. Each whole
 * number among the words of a text counts like a lone one.
 */
export async function countAsked(services: Services, seat: Seat, input: unknown): Promise<void> {
  if (!isOracle(seat)) return
  const { text, wish } = (input ?? {}) as { text?: unknown; wish?: { text?: unknown } | null }
  const texts = [text, wish?.text].filter((each) => typeof each === 'string' && each.length <= 60) as string[]
  if (!texts.some((each) => /\d/.test(each.normalize('NFKC')))) return
  const home = await services.database.read((reader) => phoneHome(services, reader))
  for (const number of new Set(texts.flatMap((each) => wholeNumbers(each, home))))
    await countLookUp(services, seat, number)
}

/** The covered numbers that a text asks for, by itself and by each of its words, as the search reads them: with and without the area code of the house. */
function wholeNumbers(text: string, home: PhoneHome): string[] {
  const asked = askedTexts(text).flatMap((each) => [each, ...askedWords(each)])
  return [...new Set(asked)].filter(isNumber).flatMap((each) => {
    const read = [readPhone(each, home)?.key, readPhone(each)?.key].filter((key) => key !== undefined)
    const keys = new Set(read.filter((key) => maskPhone(key).includes('*')))
    return keys.size === 0 && digitsOf(each).length >= fewestDigits ? [digitsOf(each)] : [...keys]
  })
}

/** The numbers of a form's field, each of which the check for duplicates answers. */
export async function countTyped(services: Services, seat: Seat, text: string): Promise<void> {
  if (sightOf(seat.role, 'phone') === 'shown' || digitsOf(text).length < fewestDigits) return
  const { phones } = await services.database.read(async (reader) => readPhones(text, await phoneHome(services, reader)))
  for (const { key } of phones) await countLookUp(services, seat, key)
}

/** Whether any feature says that a number lies before the seat: it rings, or its caller waits to be called back. */
export async function isInHand(services: Services, reader: Reader, seat: Seat, number: string): Promise<boolean> {
  for (const { inHand } of services.features) if (inHand && (await inHand(services, reader, seat, number))) return true
  return false
}
