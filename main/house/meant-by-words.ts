import { askedWords } from '../../shared/kit/asked-text.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { isIndexable } from '../database/search/text-index.ts'
import type { Matches } from '../database/walk-sorted.ts'
import { allOf, anyOf, type Condition } from './row-scope.ts'

/** What a text means in the rows of a list: any of these; and what could not be looked through. */
export interface TextMeant {
  meant: Condition[]
  leftOut: ListGap[]
}

/**
 * What a text means in a list: as a whole, or where every word of it is held, each by whatever the list is found by. A word that means more than
 * is looked through, or one sign alone, is asked again among the rows that the other words leave: the most selective lead, the others verify.
 */
export async function meantByWords(
  text: string,
  ask: (text: string, narrower: Condition[]) => Promise<TextMeant>,
): Promise<TextMeant> {
  const whole = await ask(text, [])
  const words = askedWords(text)
  if (words.length < 2) return whole
  const exact: Condition[] = []
  const wide: string[] = []
  for (const word of words) {
    const { meant, leftOut } = isIndexable(word) ? await ask(word, []) : { meant: [], leftOut: ['text'] }
    if (leftOut.length > 0) wide.push(word)
    else if (meant.length === 0) return whole
    else exact.push(anyOf(meant))
  }
  const held = [...exact]
  const leftOut = new Set<ListGap>(whole.leftOut)
  for (const word of wide) {
    const again = await ask(word, exact)
    if (again.leftOut.length === 0) exact.push(anyOf(again.meant))
    else for (const gap of again.leftOut) leftOut.add(gap)
    held.push(anyOf(again.meant))
  }
  return { meant: [...whole.meant, allOf(held)], leftOut: [...leftOut] }
}

/** Whose the rows are that other words of a text leave, by their column; null where they are more than a list walks. */
export async function customersIn(
  { database }: Pick<Services, 'database'>,
  reader: Reader,
  parts: readonly Matches[],
  column: string,
): Promise<string[] | null> {
  const whose = parts.map(
    ({ from, where }, nth) =>
      `SELECT * FROM (SELECT DISTINCT ${column} AS "id" FROM ${from} WHERE ${where} LIMIT ${mostWalked + 1}) part${nth}`,
  )
  const rows = (await reader.query(
    database.sql(whose.join(' UNION ')),
    parts.flatMap(({ values }) => values),
  )) as { id: string | null }[]
  return rows.length > mostWalked ? null : rows.flatMap(({ id }) => id ?? [])
}
