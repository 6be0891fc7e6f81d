import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FieldEntry, type FieldKey, type FieldRow, usualOf } from '../../shared/kit/field-entry.ts'
import type { Language } from '../../shared/kit/words.ts'
import { firstOffered, offered } from '../../shared/presets/offered.ts'
import type { Choice } from '../../shared/presets/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { ChoiceChips } from './ChoiceChips.tsx'
import look from './FieldCells.module.css'
import { LedgerDay } from './LedgerDay.tsx'
import { LedgerCell, LedgerRow } from './LedgerForm.tsx'
import { LedgerInput, LedgerText } from './LedgerInput.tsx'
import { SuggestInput } from './SuggestInput.tsx'
import { useNow } from './use-now.ts'

/** The groups that fields of a record name. */
type GroupOf<F extends readonly FieldEntry[]> = Exclude<Extract<F[number], { group?: string }>['group'], undefined>

interface FieldCellsProps<F extends readonly FieldEntry[]> {
  fields: F
  /** Which run of them. */
  group: GroupOf<F>
  values: { readonly [K in FieldKey<F>]?: string | null | undefined }
  onChange: (part: Partial<FieldRow<F>>) => void
  /** Translated, by field. */
  errors?: Readonly<Record<string, string | undefined>>
  /** A day was typed that is none: what to say of it; null once it is one. */
  onUnreadable?: (field: string, problem: string | null) => void
  /** The lists the firm edits among its policies, for cells that choose of them. */
  choices?: { readonly categories: readonly Choice[] }
  /** What is usual in a field here, by field; anything else may be typed too. */
  usual?: Readonly<Partial<Record<FieldKey<F>, readonly string[]>>>
  /** What stands beside a cell, by field. */
  beside?: Readonly<Partial<Record<FieldKey<F>, ReactNode>>>
  /** Typing begins in its first cell. */
  isFirst?: boolean
}

/** Plain cells that follow each other in a form, one a row, as the fields say. What the layout wants otherwise is written by hand. */
export function FieldCells<const F extends readonly FieldEntry[]>(props: FieldCellsProps<F>) {
  const { fields, group, values, onChange, errors = {}, onUnreadable, choices, usual, beside, isFirst = false } = props
  const { t } = useTranslation()
  return fields
    .filter((field) => field.group === group)
    .map((field, nth) => {
      const { key, label, shape } = field
      const value = values[key as FieldKey<F>] ?? ''
      return (
        <LedgerRow key={key} rows={shape.lines ?? 1}>
          <LedgerCell
            label={t(label)}
            isRequired={shape.kind === 'filledLine'}
            isGap={shape.kind === 'filledLine' && saysNothing(value)}
            source={beside?.[key as FieldKey<F>]}
            {...(errors[key] === undefined ? {} : { error: errors[key] })}
          >
            <Cell
              field={field}
              value={value}
              usual={usual?.[key as FieldKey<F>] ?? (field.usual ? usualOf(t(field.usual)) : [])}
              {...(shape.list ? { policyChoices: choices?.[shape.list] ?? [] } : {})}
              autoFocus={isFirst && nth === 0}
              onChange={(next) => onChange({ [key]: next } as Partial<FieldRow<F>>)}
              onUnreadable={(problem) => onUnreadable?.(key, problem)}
            />
          </LedgerCell>
        </LedgerRow>
      )
    })
}

interface CellProps {
  field: FieldEntry
  value: string
  usual: readonly string[]
  policyChoices?: readonly Choice[]
  autoFocus: boolean
  onChange: (value: string | null) => void
  onUnreadable: (problem: string | null) => void
}

function Cell(props: CellProps) {
  const { field, value, usual, policyChoices, autoFocus, onChange, onUnreadable } = props
  const { shape, label, words, example } = field
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  if (shape.kind === 'maybeDay')
    return <LedgerDay nowAt={nowAt} value={value || null} onChange={onChange} onUnreadable={onUnreadable} />
  if (shape.codes)
    return (
      <div className={look.chips}>
        <ChoiceChips
          choices={shape.codes.map((code) => ({ value: code, text: t(`${words}.${code}`) }))}
          value={value}
          onChange={(code) => onChange(code ?? value)}
        />
      </div>
    )
  if (policyChoices)
    return (
      <div className={look.chips}>
        <ChoiceChips
          choices={offered(policyChoices, value).map(({ code, text }) => ({
            value: code,
            text: text[i18n.language as Language],
          }))}
          value={value || firstOffered(policyChoices)}
          onChange={(code) => onChange(code ?? value)}
        />
      </div>
    )
  if (usual.length > 0)
    return <SuggestInput label={t(label)} value={value} options={usual} maxLength={shape.longest} onChange={onChange} />
  const line = {
    ...{ value, onChange, autoFocus },
    ...(shape.longest === undefined ? {} : { maxLength: shape.longest }),
    ...(example === undefined ? {} : { placeholder: t('kit.example', { example }) }),
  }
  return shape.lines ? <LedgerText rows={shape.lines} {...line} /> : <LedgerInput {...line} />
}
