import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LedgerCell } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'

interface CommaCellProps {
  label: string
  items: readonly string[]
  /** Shown in the empty cell. */
  example?: string
  onChange: (items: string[]) => void
}

const itemsIn = (text: string): string[] =>
  text
    .split(/[,，、;；\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** Several short texts in one cell, a comma between. What is being typed stays as it is typed until another hand changes the list. */
export function CommaCell({ label, items, example, onChange }: CommaCellProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(items.join(', '))
  const isSame = itemsIn(typed).join(',') === items.join(',')
  return (
    <LedgerCell label={label}>
      <LedgerInput
        value={isSame ? typed : items.join(', ')}
        {...(example === undefined ? {} : { placeholder: t('kit.example', { example }) })}
        onChange={(text) => {
          setTyped(text)
          onChange(itemsIn(text))
        }}
      />
    </LedgerCell>
  )
}
