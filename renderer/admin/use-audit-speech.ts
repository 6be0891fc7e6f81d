import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import type { Outputs } from '../app/api.ts'
import { detailsText } from './audit-text.ts'
import { useTrades } from './use-trades.ts'

/** One entry of the audit chain with the names of what it speaks of. */
export type AuditEntry = Outputs['admin']['audit'][number]

/** What an entry says, in the reader's language. */
export interface AuditSaid {
  who: (entry: AuditEntry) => string
  action: (entry: AuditEntry) => string
  about: (entry: AuditEntry) => string
  details: (entry: AuditEntry) => string
}

/** Puts entries of the chain into words; an action without words shows its code. */
export function useAuditSpeech(): AuditSaid {
  const { t, i18n } = useTranslation()
  const trades = useTrades()
  /** The first of the keys that has a text. */
  const said = (keys: readonly string[]) => keys.find((key) => i18n.exists(key))
  const name = (detail: string) => (i18n.exists(`admin.detail.${detail}`) ? t(`admin.detail.${detail}`) : detail)
  const value = (feature: string) => (detail: string, code: string) => {
    if (detail === 'presetId') return trades.find(({ id }) => id === code)?.name[i18n.language as Language] ?? code
    const key = said([
      `admin.value.${detail}.${code}`,
      ...(detail === 'role' ? [`admin.role.${code}`] : []),
      ...(detail === 'status' ? [`admin.member.status.${code}`] : []),
      ...(detail === 'language' ? [`kit.language.${code}`] : []),
      ...(detail === 'field' ? [`tickets.mismatch.of.${code}`] : []),
      `${feature}.${detail}.${code}`,
    ])
    return key ? t(key) : code
  }
  const listName = (list: string) => {
    const [feature = '', view = ''] = list.split('.')
    const of = i18n.exists(`admin.feature.${feature}`) ? t(`admin.feature.${feature}`) : feature
    return i18n.exists(`admin.list.${view}`) ? `${of} · ${t(`admin.list.${view}`)}` : of
  }
  return {
    who: ({ memberId, memberName }) =>
      memberId === null ? t('admin.audit.station') : (memberName ?? t('admin.audit.formerMember')),
    action: ({ action }) => (i18n.exists(`admin.action.${action}`) ? t(`admin.action.${action}`) : action),
    about: ({ subject, names }) => {
      const [kind = '', id = ''] = subject.split(':')
      if (kind === 'list') return listName(id)
      const text = i18n.exists(`admin.subject.${kind}`) ? t(`admin.subject.${kind}`) : kind
      return names[id] ? `${text} ${names[id]}` : text
    },
    details: ({ action, details, names }) =>
      detailsText(details, { name, value: value(action.split('.')[0] ?? ''), id: (id) => names[id] }),
  }
}
