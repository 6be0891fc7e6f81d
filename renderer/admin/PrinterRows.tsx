import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { forms } from '../../shared/forms/catalog.ts'
import type { HostBridge, HostPrinterChoice } from '../../shared/kit/host-bridge.ts'
import type { Language } from '../../shared/kit/words.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { microns, millimetres } from './offset.ts'

/** A printer per form on this seat, and how far the print is moved on pre-printed paper. */
export function PrinterRows({ desktop }: { desktop: HostBridge }) {
  const { t } = useTranslation()
  const printers = useQuery({ queryKey: ['desktop', 'printers'], queryFn: () => desktop.printers() })
  const choices = [
    { value: '', text: t('admin.printer.ask') },
    ...(printers.data ?? []).map(({ name, displayName, isDefault }) => ({
      value: name,
      text: isDefault ? t('admin.printer.default', { name: displayName }) : displayName,
    })),
  ]
  return (
    <LedgerBlock head={t('admin.printer.head')}>
      {Object.values(forms).map((form) => (
        <PrinterRow key={form.id} formId={form.id} title={form.title} desktop={desktop} choices={choices} />
      ))}
    </LedgerBlock>
  )
}

interface PrinterRowProps {
  formId: string
  title: Readonly<Record<Language, string>>
  desktop: HostBridge
  choices: readonly { value: string; text: string }[]
}

function PrinterRow({ formId, title, desktop, choices }: PrinterRowProps) {
  const { t, i18n } = useTranslation()
  const cache = useQueryClient()
  const key = ['desktop', 'printerOf', formId]
  const { data } = useQuery({ queryKey: key, queryFn: () => desktop.printerOf(formId) })
  const choice: HostPrinterChoice = data ?? { printer: '', offsetX: 0, offsetY: 0 }
  const remember = (next: HostPrinterChoice) => {
    cache.setQueryData(key, next)
    void desktop.rememberPrinter(formId, next.printer === '' ? null : next)
  }
  const known = choices.some(({ value }) => value === choice.printer)
  return (
    <LedgerRow columns="minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)">
      <LedgerCell label={title[i18n.language as Language]}>
        <LedgerSelect
          choices={known ? choices : [...choices, { value: choice.printer, text: choice.printer }]}
          value={choice.printer}
          onChange={(printer) => remember({ ...choice, printer })}
        />
      </LedgerCell>
      {(['offsetX', 'offsetY'] as const).map((side) => (
        <LedgerCell key={side} label={t(`admin.printer.${side}`)} source="mm">
          <OffsetInput value={choice[side]} onChange={(offset) => remember({ ...choice, [side]: offset })} />
        </LedgerCell>
      ))}
    </LedgerRow>
  )
}

/** Millimetres as typed; read when the field is left. */
function OffsetInput({ value, onChange }: { value: number; onChange: (micrometres: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <LedgerInput
      inputMode="decimal"
      value={typed ?? millimetres(value)}
      onChange={setTyped}
      onBlur={() => {
        const read = typed === null ? null : microns(typed)
        if (read !== null) onChange(read)
        setTyped(null)
      }}
    />
  )
}
