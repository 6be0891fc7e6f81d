import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lineFields } from '../../shared/intake/fields.ts'
import { type FieldEntry, usualOf } from '../../shared/kit/field-entry.ts'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { SuggestInput } from '../kit/SuggestInput.tsx'
import type { TextField } from './draft.ts'
import { useEntry } from './entry-context.ts'
import type { Gap } from './gaps.ts'
import { useSay } from './use-trade.ts'

interface FieldCellProps {
  field: Gap | TextField
  /** Label where the trade has no word of its own for this field; translated. */
  label: string
  source?: ReactNode
  error?: string | undefined
  children: ReactNode
}

/** A cell of the register: the trade's own label, its star, where the value came from, and what the station said of it. */
export function FieldCell({ field, label, source, error, children }: FieldCellProps) {
  const { t } = useTranslation()
  const say = useSay()
  const { trade, gaps, errors, draft } = useEntry()
  const entry = trade.preset.register.find((each) => each.field === field)
  const from = draft.sources[field as TextField]
  return (
    <LedgerCell
      label={entry && draft.outcome === 'repair' ? say(entry.label) : label}
      isRequired={entry !== undefined && entry.neededFor !== 'never' && draft.outcome === 'repair'}
      isGap={gaps.includes(field as Gap)}
      source={source ?? (from ? t(`intake.source.${from}`) : undefined)}
      error={error ?? errors[field]}
    >
      <div data-intake-field={field} style={{ display: 'contents' }}>
        {children}
      </div>
    </LedgerCell>
  )
}

interface TextCellProps {
  field: TextField
  label: string
  source?: ReactNode
  placeholder?: string
  error?: string | undefined
  inputMode?: 'numeric' | 'tel'
  onBlur?: () => void
}

/** Plain cells of fields that follow each other, one a row; what is usual is offered. */
export function EntryCells({ group }: { group: string }) {
  const { t } = useTranslation()
  const { draft, type } = useEntry()
  const fields: readonly (FieldEntry & { key: TextField })[] = lineFields
  return fields
    .filter((field) => field.group === group)
    .map(({ key, label, usual }) => (
      <LedgerRow key={key}>
        <FieldCell field={key} label={t(label)}>
          <SuggestInput
            label={t(label)}
            value={draft[key]}
            options={usual ? usualOf(t(usual)) : []}
            onChange={(value) => type(key, value)}
          />
        </FieldCell>
      </LedgerRow>
    ))
}

/** A cell with one line of text. */
export function TextCell({ field, label, source, placeholder, error, inputMode, onBlur }: TextCellProps) {
  const { draft, type } = useEntry()
  return (
    <FieldCell field={field} label={label} source={source} error={error}>
      <LedgerInput
        value={draft[field]}
        onChange={(value) => type(field, value)}
        placeholder={placeholder}
        inputMode={inputMode}
        onBlur={onBlur}
      />
    </FieldCell>
  )
}
