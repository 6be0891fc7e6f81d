import { askedText, askedWords } from '../../shared/kit/asked-text.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { findRecords, isIndexWhole } from '../database/search/record-texts.ts'
import { isIndexable } from '../database/search/text-index.ts'
import { countMatches, type Matches } from '../database/walk-sorted.ts'
import type { PolicyBook } from '../house/policies/policy-book.ts'
import type { TextMeant } from '../house/meant-by-words.ts'
import type { Condition } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import { TicketEntity } from './ticket-entity.ts'

/** Whether a text may be words of a symptom: digits and numbers of papers are looked for as such. */
const isWords = (text: string): boolean => !/^[a-z]{0,6}[\d\s+()-]+$/i.test(askedText(text))

/**
 * What was told of the cases of a list: the words of the symptom, and the fault by what it is called. The text index gives candidates, the newest
 * first, and each is verified against its case: all words of the text must be held. What the index cannot answer whole (a text in most symptoms,
 * of one sign and marks, or while it is being made) is read off the cases where they are few; else it is said. One sign means nothing but as one
 * word of several (`isOfWords`).
 */
export async function toldBy(
  services: Services,
  reader: Reader,
  text: string,
  parts: readonly Matches[],
  isOfWords = false,
): Promise<TextMeant> {
  if (!isOfWords && [...askedText(text)].length < 2) return { meant: [], leftOut: [] }
  const { policies } = await companyOf(reader)
  const faults = faultsEver(policies, services.now()).filter(({ text: names }) =>
    Object.values(names).some((name) => holdsAll(name, text)),
  )
  const { ids, gap } = await inSymptoms(services, reader, text, parts)
  const codes = [...new Set(faults.map(({ code }) => code))]
  return {
    meant: [...someOf(services, '"id"', ids), ...someOf(services, '"fault"', codes)],
    leftOut: gap && isWords(text) ? [gap] : [],
  }
}

/** Candidates looked at in one question: most texts mean fewer. */
const candidatesAtOnce = 500

async function inSymptoms(
  services: Services,
  reader: Reader,
  text: string,
  parts: readonly Matches[],
): Promise<{ ids: string[]; gap: ListGap | null }> {
  const { database } = services
  const words = askedWords(text)
  const isKnown = words.some(isIndexable)
  let gap: ListGap | null = !isKnown ? 'told' : (await isIndexWhole(reader, TicketEntity)) ? null : 'index'
  const ids: string[] = []
  let isShort: boolean | null = null
  for (let beyond: number | null = null, looked = 0; isKnown; looked += candidatesAtOnce) {
    const from: { beyond: number | null; limit: number } = { beyond, limit: candidatesAtOnce }
    const found = await findRecords(database, reader, TicketEntity, 'symptom', words, from)
    const among = oneOf(
      database,
      '"id"',
      found.map(({ id }) => id),
    )
    if (found.length > 0) ids.push(...(await verified(services, reader, text, parts, among)))
    if (found.length < candidatesAtOnce) break
    isShort ??= (await countMatches(database, reader, parts)) <= mostWalked
    if (looked >= mostWalked || isShort) {
      gap ??= 'told'
      break
    }
    beyond = found.at(-1)?.seq ?? null
  }
  if (gap === null) return { ids, gap }
  isShort ??= (await countMatches(database, reader, parts)) <= mostWalked
  return isShort ? { ids: await verified(services, reader, text, parts), gap: null } : { ids, gap }
}

/** Cases of the list that hold the text; of `among` alone where the index has named some. */
async function verified(
  { database }: Services,
  reader: Reader,
  text: string,
  parts: readonly Matches[],
  among: Condition = { where: `"symptom" <> ''`, values: [] },
): Promise<string[]> {
  const told: string[] = []
  for (const { from, id, where, values } of parts) {
    const asked = `SELECT ${id} AS "id", "symptom" FROM ${from} WHERE ${among.where} AND ${where}`
    const rows = (await reader.query(database.sql(asked), [...among.values, ...values])) as Told[]
    told.push(...rows.filter(({ symptom }) => holdsAll(symptom, text)).map((row) => row.id))
  }
  return told
}

interface Told {
  id: string
  symptom: string
}

/** One form for what is told and what is sought: an engine's own `lower` knows other letters on each. */
const folded = (text: string): string => askedText(text).toLowerCase()

/** Whether every word of a text stands in what was told. */
function holdsAll(told: string, text: string): boolean {
  const whole = folded(told)
  return askedWords(text).every((word) => whole.includes(folded(word)))
}

/** Every fault a case may ever have been called by: the page of an old one shows the word of its day. */
const faultsEver = (policies: PolicyBook, now: string): Policy['faults'] => [
  ...policies.at(now).policy.faults,
  ...policies.versions.flatMap(({ document }) => (document as Partial<Policy>).faults ?? []),
]

/** A column that holds one of these; no condition where there are none. */
export const someOf = (
  { database }: Pick<Services, 'database'>,
  column: string,
  values: readonly string[],
): Condition[] => (values.length === 0 ? [] : [oneOf(database, column, values)])
