import { type FileColumn, stampText } from '../lists/column.ts'
import { detailsText } from './audit-text.ts'
import type { AuditRow } from './schema.ts'

/** What an entry says, in the reader's language. */
export interface AuditSaid {
  who: (entry: AuditRow) => string
  action: (entry: AuditRow) => string
  about: (entry: AuditRow) => string
  details: (entry: AuditRow) => string
}

/** Where the words come from: the text of a key, and what a trade is called; null for none. */
export interface AuditWords {
  textOf: (key: string) => string | null
  tradeOf: (id: string) => string | null
}

/** Puts entries of the chain into words, on a page and in a file alike; an action without words shows its code. */
export function auditSaid({ textOf, tradeOf }: AuditWords): AuditSaid {
  const name = (detail: string) => textOf(`admin.detail.${detail}`) ?? detail
  const value = (feature: string) => (detail: string, code: string) =>
    detail === 'presetId'
      ? (tradeOf(code) ?? code)
      : (textOf(`admin.value.${detail}.${code}`) ??
        (detail === 'role' ? textOf(`admin.role.${code}`) : null) ??
        (detail === 'status' ? textOf(`admin.member.status.${code}`) : null) ??
        (detail === 'language' ? textOf(`kit.language.${code}`) : null) ??
        (detail === 'field' ? textOf(`tickets.mismatch.of.${code}`) : null) ??
        textOf(`${feature}.${detail}.${code}`) ??
        code)
  const listName = (list: string) => {
    const [feature = '', view = ''] = list.split('.')
    const of = textOf(`admin.feature.${feature}`) ?? feature
    const named = textOf(`admin.list.${view}`)
    return named === null ? of : `${of} · ${named}`
  }
  return {
    who: ({ memberId, memberName }) =>
      memberId === null ? said('admin.audit.station') : (memberName ?? said('admin.audit.formerMember')),
    action: ({ action }) => textOf(`admin.action.${action}`) ?? action,
    about: ({ subject, names }) => {
      const [kind = '', id = ''] = subject.split(':')
      if (kind === 'list') return listName(id)
      const text = textOf(`admin.subject.${kind}`) ?? kind
      return names[id] ? `${text} ${names[id]}` : text
    },
    details: ({ action, details, names }) =>
      detailsText(details, { name, value: value(action.split('.')[0] ?? ''), id: (id) => names[id] }),
  }

  function said(key: string): string {
    return textOf(key) ?? key
  }
}

/** The columns of the audit page in its file, in the words of `said`. */
export const auditFileColumns = [
  { id: 'seq', title: 'admin.audit.seq' },
  { id: 'at', title: 'admin.audit.at' },
  { id: 'who', title: 'admin.audit.who' },
  { id: 'action', title: 'admin.audit.action' },
  { id: 'subject', title: 'admin.audit.subject' },
  { id: 'details', title: 'admin.audit.details' },
] as const satisfies readonly Omit<FileColumn<AuditRow>, 'text'>[]

/** What the cell of a column says; instants on the clock of `zone`. */
export function auditCell(
  id: (typeof auditFileColumns)[number]['id'],
  entry: AuditRow,
  said: AuditSaid,
  zone: string,
): string | number {
  switch (id) {
    case 'seq':
      return entry.seq
    case 'at':
      return stampText(entry.at, zone)
    case 'subject':
      return said.about(entry)
    default:
      return said[id](entry)
  }
}
