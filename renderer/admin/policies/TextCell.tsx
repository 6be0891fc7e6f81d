import { useTranslation } from 'react-i18next'
import type { Language, Text } from '../../../shared/kit/words.ts'
import { LedgerCell } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'

/** A text of the policies in the member's language. A text that was the same everywhere stays so: who writes one writes all. */
export function TextCell(props: {
  label: string
  text: Text
  error?: string | undefined
  onChange: (text: Text) => void
}) {
  const { label, text, error, onChange } = props
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  const isSame = new Set(Object.values(text)).size === 1
  return (
    <LedgerCell label={label} isRequired error={error}>
      <LedgerInput
        maxLength={400}
        value={text[language]}
        onChange={(value) => onChange(isSame ? sameText(value) : { ...text, [language]: value })}
      />
    </LedgerCell>
  )
}

/** One wording for every language, until somebody translates it. */
export const sameText = (value: string): Text => ({ 'zh-CN': value, 'zh-TW': value, en: value })

/** A whole number, or nothing where that may be. */
export function NumberCell(props: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  return (
    <LedgerCell label={props.label}>
      <LedgerInput
        inputMode="numeric"
        value={props.value === null ? '' : String(props.value)}
        onChange={(text) => props.onChange(/^\d{1,6}$/u.test(text) ? Number(text) : null)}
      />
    </LedgerCell>
  )
}
