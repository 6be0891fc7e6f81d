import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerText } from '../kit/LedgerInput.tsx'
import { DigitChips } from './DigitChips.tsx'
import { twoCells } from './EntryBlocks.tsx'
import { useEntry } from './entry-context.ts'
import { FieldCell, TextCell } from './FieldCell.tsx'
import { withFault, withKind } from './fault.ts'
import { focusFirstGap } from './focus-field.ts'
import { useSay } from './use-trade.ts'

/** 故障: what the caller says, the trade's usual faults, how bad it is. */
export function FaultBlock() {
  const { t } = useTranslation()
  const say = useSay()
  const { tab, draft, type, change, trade } = useEntry()
  const { faults, kinds, levels } = trade.preset
  const words = Object.fromEntries(faults.map(({ code, text }) => [code, say(text)]))
  const choose = (code: string | null) => change((before) => withFault(before, code, words))
  const lead = () => focusFirstGap(tab.id, trade, 'dispatch')
  const byDigit = (event: KeyboardEvent) => {
    const fault = /^[1-9]$/.test(event.key) ? faults[Number(event.key) - 1] : undefined
    if (!fault || draft.symptom !== '' || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    choose(fault.code)
  }
  return (
    <LedgerBlock head={t('intake.block.fault')}>
      {kinds.length > 1 ? (
        <LedgerRow>
          <LedgerCell label={t('intake.field.kind')}>
            <DigitChips
              choices={kinds.map(({ code, text }) => ({ value: code, text: say(text) }))}
              value={draft.kind || kinds[0].code}
              onChange={(code) => change((before) => withKind(before, code ?? kinds[0].code, kinds))}
            />
          </LedgerCell>
        </LedgerRow>
      ) : null}
      <LedgerRow rows={2}>
        <FieldCell field="symptom" label={t('presets.field.symptom')}>
          <LedgerText rows={2} value={draft.symptom} onChange={(value) => type('symptom', value)} onKeyDown={byDigit} />
        </FieldCell>
      </LedgerRow>
      {faults.length > 0 ? (
        <LedgerRow>
          <LedgerCell label={t('intake.field.common')}>
            <DigitChips
              choices={faults.map(({ code }) => ({ value: code, text: words[code] ?? code }))}
              value={draft.fault === '' ? null : draft.fault}
              onChange={choose}
            />
          </LedgerCell>
        </LedgerRow>
      ) : null}
      <LedgerRow columns={levels.length > 0 ? twoCells : 'minmax(0, 1fr)'}>
        {levels.length > 0 ? (
          <FieldCell field="level" label={t('presets.field.level')}>
            <DigitChips
              choices={levels.map(({ code, text, meaning }) => ({
                value: code,
                text: say(text),
                meaning: say(meaning),
              }))}
              value={draft.level === '' ? null : draft.level}
              onChange={(level) => change((before) => ({ ...before, level: level ?? '' }))}
              onDigit={lead}
            />
          </FieldCell>
        ) : null}
        <TextCell field="parts" label={t('intake.field.parts')} />
      </LedgerRow>
    </LedgerBlock>
  )
}
