import type { Language } from '../../shared/kit/words.ts'
import type { exportStates } from '../../shared/lists/export-schema.ts'
import type { ViewWish } from '../../shared/lists/schema.ts'
import { count, flag, id, instant, maybeInstant, maybeStored, maybeText, stored, text } from '../database/columns.ts'
import { EntitySchema } from 'typeorm'
import { RecordSchema } from '../database/record-schema.ts'

/** A saved view (视图) of a list: own, or shared with everybody who sees the list. */
export interface ListView {
  id: string
  /** `tickets.list` */
  list: string
  name: string
  memberId: string
  isShared: boolean
  wish: ViewWish
  createdAt: string
  updatedAt: string
  version: number
}

export const ListViewEntity = new RecordSchema<ListView>({
  name: 'ListView',
  tableName: 'lists_view',
  journal: { subject: null, root: 'id', quiet: ['updatedAt'] },
  columns: {
    id: id(),
    list: text(),
    name: text(),
    memberId: text(),
    isShared: flag(),
    wish: stored(),
    createdAt: instant(),
    updatedAt: instant(),
    version: count(),
  },
  indices: [{ name: 'lists_view_of', columns: ['list', 'memberId'] }],
})

/** What one member keeps for one list. */
export interface ListChoice {
  /** `<member>/<list>` */
  id: string
  memberId: string
  columns: string[] | null
  viewId: string | null
}

export const ListChoiceEntity = new EntitySchema<ListChoice>({
  name: 'ListChoice',
  tableName: 'lists_choice',
  columns: { id: id(), memberId: text(), columns: maybeStored(), viewId: maybeText() },
})

/** A list on its way out of the house (导出): who asked for what, who agreed, and what left. */
export interface ListExport {
  id: string
  list: string
  name: string
  /** What the list's own question is asked, without the page. */
  wish: object
  columns: string[]
  language: Language
  isWhole: boolean
  reason: string
  memberId: string
  askedAt: string
  state: (typeof exportStates)[number]
  decidedBy: string | null
  decidedAt: string | null
  rows: number
  finishedAt: string | null
  /** Content in the file store, while it is kept. */
  hash: string | null
}

export const ListExportEntity = new EntitySchema<ListExport>({
  name: 'ListExport',
  tableName: 'lists_export',
  columns: {
    id: id(),
    list: text(),
    name: text(),
    wish: stored(),
    columns: stored(),
    language: text(),
    isWhole: flag(),
    reason: text(),
    memberId: text(),
    askedAt: instant(),
    state: text(),
    decidedBy: maybeText(),
    decidedAt: maybeInstant(),
    rows: count(),
    finishedAt: maybeInstant(),
    hash: maybeText(),
  },
  indices: [{ name: 'lists_export_asked', columns: ['askedAt'] }],
})
