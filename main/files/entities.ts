import { EntitySchema } from 'typeorm'
import { bigCount, id, instant, maybeText, text } from '../database/columns.ts'

/**
 * A stored file by the SHA-256 of its content: the same content is stored once. Name, type, member and use are as it first came; who may have it
 * and under which name stands in its holdings.
 */
export interface StoredFile {
  hash: string
  name: string
  mime: string
  size: number
  storedAt: string
  memberId: string | null
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

/** A content as a member brought it for a use: the same may come from several, each under a name of its own, and none of them touches another's. */
export interface FileHolding {
  hash: string
  /** Empty for the station itself. */
  memberId: string
  /** What it was brought for, which says who else may read it; empty = nobody but who brought it. */
  use: string
  name: string
  mime: string
  /** Last brought. */
  heldAt: string
}

export const FileHoldingEntity = new EntitySchema<FileHolding>({
  name: 'FileHolding',
  tableName: 'files_holding',
  columns: { hash: id(), memberId: id(), use: id(), name: text(), mime: text(), heldAt: instant() },
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
