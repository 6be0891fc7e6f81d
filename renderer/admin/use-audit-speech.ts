import { useTranslation } from 'react-i18next'
import { type AuditSaid, auditSaid } from '../../shared/admin/audit-said.ts'
import type { Language } from '../../shared/kit/words.ts'
import { useTrades } from './use-trades.ts'

/** Puts entries of the chain into words (see `auditSaid`), in the language on screen. */
export function useAuditSpeech(): AuditSaid {
  const { t, i18n } = useTranslation()
  const trades = useTrades()
  return auditSaid({
    textOf: (key) => (i18n.exists(key) ? t(key) : null),
    tradeOf: (id) => trades.find((trade) => trade.id === id)?.name[i18n.language as Language] ?? null,
  })
}
