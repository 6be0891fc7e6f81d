import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FormId } from '../../shared/forms/catalog.ts'
import { host } from '../app/host.ts'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'

/** The printer this seat uses for a form. A browser asks with its own dialog, so there it only says so. */
export function PrinterCell({ formId }: { formId: FormId }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { desktop } = host
  const printers = useQuery({
    queryKey: ['host', 'printers'],
    queryFn: () => host.printers(),
    enabled: desktop !== undefined,
  })
  const keptKey = ['host', 'printerOf', formId]
  const kept = useQuery({
    queryKey: keptKey,
    queryFn: () => desktop?.printerOf(formId) ?? null,
    enabled: desktop !== undefined,
  })
  const choose = async (printer: string) => {
    await desktop?.rememberPrinter(formId, printer === '' ? null : { printer, offsetX: 0, offsetY: 0 })
    await queries.invalidateQueries({ queryKey: keptKey })
  }
  return (
    <LedgerRow>
      <LedgerCell label={t('sheets.print.printer')}>
        {desktop ? (
          <LedgerSelect
            value={kept.data?.printer ?? ''}
            choices={[
              { value: '', text: t('sheets.print.ask') },
              ...(printers.data ?? []).map(({ name, displayName }) => ({ value: name, text: displayName })),
            ]}
            onChange={(printer) => void choose(printer)}
          />
        ) : (
          t('sheets.print.browserAsks')
        )}
      </LedgerCell>
    </LedgerRow>
  )
}
