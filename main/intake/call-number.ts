import { areaCodeOf } from '../../shared/kit/phone-plan.ts'
import { type PhoneHome, readPhone } from '../../shared/kit/phone.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import type { Company } from '../house/settings.ts'

/** Where the exchange stands: the home area of the settings, else the hotline's. */
export function exchangeHome({ policies, hotline }: Pick<Company, 'policies' | 'hotline'>, now: string): PhoneHome {
  const set = homeOf(policies.at(now).policy)
  return set.areaCode === undefined ? homeOf({ areaCode: areaCodeOf(readPhone(hotline)?.key ?? '') ?? '' }) : set
}

/** Normalised key of a number on a display, empty when withheld. A local number is completed by the area code. */
export function numberOf(shown: string, home: PhoneHome): string {
  const read = readPhone(shown, home)
  if (read) return read.key
  const digits = shown.replaceAll(/\D/g, '')
  return digits.length < 3 ? '' : digits
}
