import { EntitySchema } from 'typeorm'
import { bigCount, id, instant, maybeText, text } from '../database/columns.ts'

/** A stored file by the SHA-256 of its content: the same content is stored once. */
export interface StoredFile {
  hash: string
  name: string
  mime: string
  size: number
  storedAt: string
  memberId: string | null
}

export const StoredFileEntity = new EntitySchema<StoredFile>({
  name: 'StoredFile',
  tableName: 'files_file',
  columns: { hash: id(), name: text(), mime: text(), size: bigCount(), storedAt: instant(), memberId: maybeText() },
})
