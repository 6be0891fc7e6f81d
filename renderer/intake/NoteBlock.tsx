import { useTranslation } from 'react-i18next'
import { LedgerBlock, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerText } from '../kit/LedgerInput.tsx'
import { useEntry } from './entry-context.ts'
import { FieldCell, TextCell } from './FieldCell.tsx'

/** What it was about, where nobody is sent: consult, complaint, booking, somebody else's call. */
export function NoteBlock() {
  const { t } = useTranslation()
  const { draft, type } = useEntry()
  return (
    <LedgerBlock head={t('intake.block.matter')}>
      <LedgerRow rows={2}>
        <FieldCell field="symptom" label={t('intake.field.matter')}>
          <LedgerText rows={3} value={draft.symptom} onChange={(value) => type('symptom', value)} />
        </FieldCell>
      </LedgerRow>
      <LedgerRow>
        <TextCell field="note" label={t('intake.field.answer')} />
      </LedgerRow>
      <LedgerRow>
        <TextCell field="address" label={t('presets.field.address')} source={null} />
      </LedgerRow>
    </LedgerBlock>
  )
}
