import { useTranslation } from 'react-i18next'
import type { PolicyLine } from '../../../shared/admin/policy-lines.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { weekdayText } from './weekday-text.ts'

/** What a changed line is about, in the member's language: 派工 · 停伙 期限. */
export function useLineText(): (line: Pick<PolicyLine, 'item' | 'field'>) => string {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const fieldText = (field: string) =>
    field.startsWith('week.')
      ? weekdayText(Number(field.slice('week.'.length)), language)
      : t(`admin.policy.field.${field}`, { defaultValue: field })
  return ({ item, field }) => [item?.[language], fieldText(field)].filter(Boolean).join(' ')
}
