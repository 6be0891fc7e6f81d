import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'
import { seenText } from '../../shared/kit/seen-text.ts'
import type { ToldCondition, ToldWish } from '../../shared/lists/told-wish.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { namesOf } from '../house/names-of.ts'
import { companyOf } from '../house/settings.ts'

/** What narrows a list, in the words of whoever has to agree to it; what is empty narrows nothing. No whole telephone number. */
export async function toldConditions(
  services: Services,
  reader: Reader,
  seat: Seat,
  told: ToldWish<object>,
  wish: object,
): Promise<ToldCondition[]> {
  const given = Object.entries(wish).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const ids = given.flatMap(([name, value]) => (tellerOf(told, name)?.as === 'name' ? String(value) : []))
  const names = ids.length === 0 ? new Map<string, string>() : await namesOf(services, reader, seat, ids)
  const choices = (await companyOf(reader)).policies.known(services.now())
  return given.flatMap(([name, value]): ToldCondition[] => {
    const teller = tellerOf(told, name)
    if (!teller) return []
    const { label, as } = teller
    const plain = Array.isArray(value) ? String(value.length) : withoutNumbers(seenText(String(value)))
    const said = { label, side: as === 'from' || as === 'to' ? as : null, key: null, choice: null, text: plain }
    if (as === 'name') return [{ ...said, text: names.get(String(value)) ?? '' }]
    if (as === 'code') return [{ ...said, key: `${teller.words}.${plain}` }]
    if (as !== 'choice') return [said]
    return [{ ...said, choice: choices[teller.of].find(({ code }) => code === value)?.text ?? null }]
  })
}

const tellerOf = (told: ToldWish<object>, name: string) => (told as ToldWish<Record<string, unknown>>)[name] ?? null
