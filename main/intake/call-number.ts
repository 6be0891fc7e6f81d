import { areaCodeOf } from '../../shared/kit/phone-plan.ts'
import { readPhone } from '../../shared/kit/phone.ts'

/** Normalised key of a number on a display, empty when withheld. A local number is completed by the hotline's area code. */
export function numberOf(shown: string, hotline: string): string {
  const areaCode = areaCodeOf(readPhone(hotline)?.key ?? '') ?? undefined
  const read = readPhone(shown, areaCode ? { areaCode } : {})
  if (read) return read.key
  const digits = shown.replaceAll(/\D/g, '')
  return digits.length < 3 ? '' : digits
}
