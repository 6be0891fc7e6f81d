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
  /** What it was brought for, which says who else may read it; null = nobody but who brought it. */
  use: string | null
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

/** What a file belongs to: a subject by kind and id, and what it is for there. A file without a link goes. */
export interface FileLink {
  hash: string
  use: string
  /** `customers.import`, `tickets.ticket` … */
  subjectKind: string
  subjectId: string
  linkedAt: string
}

export const FileLinkEntity = new EntitySchema<FileLink>({
  name: 'FileLink',
  tableName: 'files_link',
  columns: { hash: id(), use: id(), subjectKind: id(), subjectId: id(), linkedAt: instant() },
  indices: [
    { name: 'files_link_subject', columns: ['subjectKind', 'subjectId'] },
    { name: 'files_link_use', columns: ['use', 'linkedAt'] },
  ],
})
