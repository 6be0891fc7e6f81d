import type { Database, Reader, Tx } from '../database/database.ts'
import { findText, putNewTexts, putText, removeTexts, type TextTable } from '../database/search/text-index.ts'

/** What of a customer is found by any two neighbouring characters. */
export type TextColumn = 'names' | 'address'

/** The customers' part of the text index, by their `seq`. */
export const customerTexts: TextTable<TextColumn> = { name: 'customers_text', columns: ['names', 'address'] }

/** The customer's and the contact people's names, each a phrase, and the address. */
export interface CustomerTexts {
  names: readonly string[]
  address: string
}

/** What the index takes of a customer. */
export const textsOf = ({ names, address }: CustomerTexts) => ({ names, address: [address] })

/** Puts or replaces what a customer is found by, in the transaction that writes the customer. */
export const putCustomerText = (
  { engine }: Database,
  tx: Tx,
  seq: number,
  texts: CustomerTexts,
  isNew = false,
): Promise<void> => putText(tx, engine, customerTexts, seq, textsOf(texts), isNew)

/** The same of many new customers in one statement. */
export const putNewCustomerTexts = (
  { engine }: Database,
  tx: Tx,
  customers: readonly (CustomerTexts & { seq: number })[],
): Promise<void> =>
  putNewTexts(
    tx,
    engine,
    customerTexts,
    customers.map((each) => ({ seq: each.seq, texts: textsOf(each) })),
  )

/** Takes customers out of the index, in the transaction that removes or erases them. */
export const removeCustomerTexts = ({ engine }: Database, tx: Tx, seqs: readonly number[]): Promise<void> =>
  removeTexts(tx, engine, customerTexts, seqs)

/** Sequence numbers of customers that all these words may mean, in their order, those after `after`: candidates, see `findText`. */
export const findCustomerText = (
  { engine }: Database,
  reader: Reader,
  columns: readonly TextColumn[],
  words: readonly string[],
  after: number,
  limit: number,
): Promise<number[]> => findText(reader, engine, customerTexts, columns, words, { beyond: after, limit })
