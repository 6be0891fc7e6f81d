import { EntitySchema } from 'typeorm'
import { count, id, instant } from '../database/columns.ts'

/** Failed sign-ins of one login or one address. The row is what holds: it survives a restart and counts for every station. */
export interface Tries {
  /** `login:<loginKey>` or `address:<network address>` */
  who: string
  failures: number
  lastAt: string
  /** No further try before this instant. */
  waitsUntil: string
}

export const TriesEntity = new EntitySchema<Tries>({
  name: 'Tries',
  tableName: 'admin_tries',
  columns: { who: id(), failures: count(), lastAt: instant(), waitsUntil: instant() },
})
