import { EntitySchema } from 'typeorm'
import type { FileUse } from '../../shared/admin/rights.ts'
import { bigCount, id, instant, maybeText, text } from '../database/columns.ts'

/** A stored file by the SHA-256 of its content: the same content is stored once. */
export interface StoredFile {
  hash: string
  name: string
  mime: string
  size: number
  storedAt: string
  memberId: string | null
  /** What it belongs to, which says who else may read it; null = nobody but who brought it. */
  use: FileUse | null
}

export const StoredFileEntity = new EntitySchema<StoredFile>({
  name: 'StoredFile',
  tableName: 'files_file',
  columns: {
    hash: id(),
    name: text(),
    mime: text(),
    size: bigCount(),
    storedAt: instant(),
    memberId: maybeText(),
    use: maybeText(),
  },
})

/** Who brought a content: the same may come from several. */
export interface FileHolder {
  hash: string
  memberId: string
}

export const FileHolderEntity = new EntitySchema<FileHolder>({
  name: 'FileHolder',
  tableName: 'files_holder',
  columns: { hash: id(), memberId: id() },
})
