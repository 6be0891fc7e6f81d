import { sightOf } from '../../shared/admin/rights.ts'
import { askedWords } from '../../shared/kit/asked-text.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { indexable } from '../database/search/grams.ts'
import { isIndexable } from '../database/search/text-index.ts'
import type { Found, SearchWay } from '../house/customer-sources.ts'
import { shownAddress } from '../house/field-rows.ts'
import { mostMeant } from '../house/list-source.ts'
import { spellingsOf } from './name-keys.ts'
import { isLatin, textWays } from './search-ways.ts'
import { findCustomerText } from './texts.ts'

/** Candidates looked at in one question. */
const candidatesAtOnce = 200

/** Where little of an address is shown, few of its candidates count: the walk ends some time. */
const mostRoundsCovered = 20
const mostRounds = mostWalked / candidatesAtOnce

/**
 * Customers who hold every word of a text, whichever of their names, numbers or places each stands in. The text index intersects the words that
 * it knows; what it does not know (a telephone number's end, a machine's number, a spelling) leads by its own way. Each is verified.
 */
export const byAllWords = (ways: readonly SearchWay[]): SearchWay => ({
  fits: (text) => askedWords(text).length > 1,
  find: async (services, reader, text, limit, seat) => {
    const words = askedWords(text)
    const hits = await hitsOf(services, reader, seat, ways, words)
    const found = new Map<string, Found>()
    const take = (rows: readonly Row[]) => {
      for (const row of rows) {
        const hit = found.size < limit ? heldBy(seat, row, words, hits) : null
        if (hit) found.set(row.id, hit)
      }
    }
    const indexed = words.filter((word) => !isLatin(word))
    const known = indexed.some(isIndexable) ? indexed : words
    const rounds = sightOf(seat.role, 'address') === 'shown' ? mostRounds : mostRoundsCovered
    for (let after = 0, round = 0; found.size < limit && round < rounds; round += 1) {
      const { database } = services
      const seqs = await findCustomerText(database, reader, ['names', 'address'], known, after, candidatesAtOnce)
      take(await rowsOf(services, reader, { seqs }))
      if (seqs.length < candidatesAtOnce) break
      after = seqs.at(-1) ?? Number.MAX_SAFE_INTEGER
    }
    const keyed = [...new Set(hits.flatMap((of) => [...of.keys()]))].filter((id) => !found.has(id))
    for (let from = 0; found.size < limit && from < keyed.length; from += candidatesAtOnce)
      take(await rowsOf(services, reader, { ids: keyed.slice(from, from + candidatesAtOnce) }))
    return [...found.values()]
  },
})

/** Those of some customers who hold every word of a text: for lists whose other words mean few rows. */
export async function holdersAmong(
  services: Services,
  reader: Reader,
  seat: Seat,
  ways: readonly SearchWay[],
  text: string,
  ids: readonly string[],
): Promise<Found[]> {
  const words = askedWords(text)
  const hits = await hitsOf(services, reader, seat, ways, words)
  const rows = await rowsOf(services, reader, { ids })
  return rows.flatMap((row) => heldBy(seat, row, words, hits) ?? [])
}

type Hits = ReadonlyMap<string, Found>

/** What each word finds by itself past the texts of a row, which are read off the row. Signs by themselves lead only where nothing else does. */
async function hitsOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  ways: readonly SearchWay[],
  words: readonly string[],
): Promise<Hits[]> {
  const leads = words.some(isIndexable)
  const asked: Hits[] = []
  for (const word of words) {
    const hits = new Map<string, Found>()
    for (const way of ways)
      if (way.fits(word, seat) && !(leads && textWays.has(way)))
        for (const hit of await way.find(services, reader, word, mostMeant + 1, seat))
          if (!hits.has(hit.customerId)) hits.set(hit.customerId, hit)
    asked.push(hits)
  }
  return asked
}

/** By what a customer holds the first word, when every word is held. */
function heldBy(seat: Seat, row: Row, words: readonly string[], hits: readonly Hits[]): Found | null {
  const held = words.map((word, nth) => inTexts(seat, row, word) ?? hits[nth]?.get(row.id) ?? null)
  return held.every((hit) => hit !== null) ? (held[0] ?? null) : null
}

function inTexts(seat: Seat, { id, address, names }: Row, word: string): Found | null {
  const sought = indexable(word)
  const spellings = isLatin(word) ? spellingsOf(word) : []
  const holds = ({ name, pinyin, initials }: Named) =>
    indexable(name).includes(sought) ||
    spellings.some((spelling) => pinyin.startsWith(spelling)) ||
    (spellings.length > 0 && initials.startsWith(word.toLowerCase()))
  const named = names.find(holds)
  if (named) return { customerId: id, kind: 'name', matched: named.name }
  const holdsPlace = indexable(shownAddress(seat, address)).includes(sought)
  return holdsPlace ? { customerId: id, kind: 'address', matched: address } : null
}

interface Named {
  name: string
  pinyin: string
  initials: string
}

interface Row {
  id: string
  address: string
  /** The customer's, then those of the contact people. */
  names: Named[]
}

async function rowsOf(
  { database }: Services,
  reader: Reader,
  wanted: { seqs: readonly number[] } | { ids: readonly string[] },
): Promise<Row[]> {
  const some = 'seqs' in wanted ? wanted.seqs : wanted.ids
  if (some.length === 0) return []
  const { where, values } =
    'ids' in wanted
      ? oneOf(database, '"id"', wanted.ids)
      : { where: `"seq" IN (${some.map(() => '?').join(', ')})`, values: [...some] }
  const rows = (await reader.query(
    database.sql(
      `SELECT "id", "name", "pinyin", "initials", "address" FROM "customers_customer" WHERE ${where} ORDER BY "seq"`,
    ),
    [...values],
  )) as (Named & { id: string; address: string })[]
  const whose = oneOf(
    database,
    '"customerId"',
    rows.map(({ id }) => id),
  )
  const people = (await reader.query(
    database.sql(`SELECT "customerId", "name", "pinyin", "initials" FROM "customers_person" WHERE ${whose.where}`),
    whose.values,
  )) as (Named & { customerId: string })[]
  const named = grouped(people, ({ customerId }) => customerId)
  return rows.map((row) => ({ id: row.id, address: row.address, names: [row, ...(named.get(row.id) ?? [])] }))
}
