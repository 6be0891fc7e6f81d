import { askedText, askedTexts } from '../../shared/kit/asked-text.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { formatNumber } from '../../shared/kit/number-scheme.ts'
import type { NumberedThing, Policy } from '../../shared/presets/schema.ts'
import type { Services } from '../api/context.ts'
import { afterPrefix } from '../database/search/grams.ts'
import type { Condition } from './row-scope.ts'
import { type Company, schemesOf } from './settings.ts'

/** Digits from which on they begin many numbers, but not all of a year. */
const digitsOfStart = 6

/** Every scheme the numbers of a thing were given by, the one of now first. */
function schemesEver(services: Services, company: Pick<Company, 'policies'>, thing: NumberedThing): string[] {
  const earlier = company.policies.versions.flatMap(
    ({ document }) => (document as Partial<Policy>).numbers?.[thing] ?? [],
  )
  return [...new Set([schemesOf(services, company)[thing], ...earlier])]
}

/**
 * What a text means in a column of numbers, whichever scheme gave them: the number or a start of it with a digit, the same without the signs
 * that each number of a scheme begins with, and of today's numbers the bare figure, 18 or 0018. Null when it can mean none.
 */
export function numbersMeant(
  services: Services,
  company: Pick<Company, 'policies' | 'timeZone'>,
  thing: NumberedThing,
  column: string,
  typed: string,
): Condition | null {
  const text = askedText(typed)
  if (!/\d/.test(text)) return null
  const schemes = schemesEver(services, company, thing)
  const today = dayOf(services.now(), company.timeZone)
  const figures = /^\d{1,9}$/.test(text) && Number(text) > 0 ? [Number(text)] : []
  const equal = new Set([
    ...askedTexts(typed),
    ...schemes.flatMap((scheme) => figures.map((n) => formatNumber(scheme, today, n))),
  ])
  const begins = new Set(askedTexts(typed).flatMap((each) => startsOf(each, schemes)))
  return {
    where: `(${[...[...equal].map(() => `${column} = ?`), ...[...begins].map(() => `${column} >= ? AND ${column} < ?`)].join(' OR ')})`,
    values: [...equal, ...[...begins].flatMap((start) => [start, afterPrefix(start)])],
  }
}

/** The starts a text may be: as typed and in capitals; without the signs in front only where it is no short figure. */
function startsOf(text: string, schemes: readonly string[]): string[] {
  const isFigure = /^\d+$/.test(text)
  if (isFigure && text.length < digitsOfStart) return []
  const bare = /^\d{4}/.test(text) ? schemes.map((scheme) => `${/^[^{]*/.exec(scheme)?.[0] ?? ''}${text}`) : []
  return [text, text.toUpperCase(), ...bare]
}
