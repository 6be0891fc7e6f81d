import { listAuditSchema } from '../../shared/admin/audit-list.ts'
import { auditCell, auditFileColumns, auditSaid } from '../../shared/admin/audit-said.ts'
import type { AuditRow } from '../../shared/admin/schema.ts'
import type { CellSpeech, FileColumn } from '../../shared/lists/column.ts'
import { listSource } from '../house/list-source.ts'
import { listAudit } from './list-audit.ts'
import { tradeRows } from './list-trades.ts'

/** Speaks the entries in the words of the page. */
const saidIn = ({ say, language }: CellSpeech) =>
  auditSaid({
    textOf: (key) => {
      const text = say(key)
      return text === key ? null : text
    },
    tradeOf: (id) => tradeRows.find((trade) => trade.id === id)?.name[language] ?? null,
  })

const columns: readonly FileColumn<AuditRow>[] = auditFileColumns.map((column) => ({
  ...column,
  text: (entry, speech) => auditCell(column.id, entry, saidIn(speech), speech.zone),
}))

/** The audit chain, for views and files of it. */
export const adminLists = {
  'admin.audit': listSource({
    right: 'admin.audit',
    wish: listAuditSchema.omit({ after: true, limit: true }),
    columns,
    isMoving: false,
    page: listAudit,
  }),
}
