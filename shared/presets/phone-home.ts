import { groupPhone, type PhoneHome, readPhones } from '../kit/phone.ts'
import type { Policy } from './schema.ts'

/** Where the desk stands by its policies: the area code that completes a number written without one; none where it is not set. */
export const homeOf = ({ areaCode = '' }: Partial<Pick<Policy, 'areaCode'>>): PhoneHome =>
  areaCode === '' ? {} : { areaCode }

/**
 * Numbers as they were written, with the area code where only that made them numbers: what is kept reads the same for good, whatever the
 * home area becomes. Anything else stays as it is.
 */
export function withAreaCode(text: string, home: PhoneHome): string {
  if (home.areaCode === undefined) return text
  const [alone, here] = [readPhones(text), readPhones(text, home)]
  const keys = (read: typeof alone) => read.phones.map(({ key }) => key).join(' ')
  if (keys(alone) === keys(here)) return text
  return here.phones.map(({ key, extension }) => groupPhone(key, extension)).join(' ')
}
