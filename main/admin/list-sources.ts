import { listAuditSchema } from '../../shared/admin/audit-list.ts'
import { auditCell, auditFileColumns, auditSaid } from '../../shared/admin/audit-said.ts'
import type { AuditRow } from '../../shared/admin/schema.ts'
import type { CellSpeech, FileColumn } from '../../shared/lists/column.ts'
import { listSource } from '../house/list-source.ts'
import { listAudit, totalAudit } from './list-audit.ts'
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
    title: 'admin.told.audit',
    wish: listAuditSchema.omit({ after: true, limit: true }),
    told: {
      text: { label: 'lists.told.text', as: 'text' },
      subject: { label: 'admin.audit.subject', as: 'text' },
      memberId: { label: 'admin.audit.who', as: 'name' },
      feature: { label: 'admin.audit.feature', as: 'code', words: 'admin.feature' },
      action: { label: 'admin.audit.action', as: 'code', words: 'admin.action' },
      onFrom: { label: 'admin.audit.at', as: 'from' },
      onTo: { label: 'admin.audit.at', as: 'to' },
      sort: null,
    },
    columns,
    isMoving: false,
    page: listAudit,
    count: totalAudit,
  }),
}
