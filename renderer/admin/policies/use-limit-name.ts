import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/kit/words.ts'
import type { ClockPolicy, Policy } from '../../../shared/presets/schema.ts'

/** What a limit is called in the settings: 派工 · 停伙 · 投诉, with its level and its kind of case where it has one. */
export function useLimitName({ levels, kinds }: Pick<Policy, 'levels' | 'kinds'>): (limit: ClockPolicy) => string {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  return ({ text, level, kind }) =>
    [
      text[language],
      level && (levels.find(({ code }) => code === level)?.text[language] ?? level),
      kind && (kinds.find(({ code }) => code === kind)?.text[language] ?? kind),
    ]
      .filter(Boolean)
      .join(' · ')
}
