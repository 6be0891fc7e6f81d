import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FillMode, PaperId } from '../../shared/forms/grammar.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { Pane, PaneHead, PaneSection } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import type { SheetWish } from './print-path.ts'
import { PrinterCell } from './PrinterCell.tsx'
import { readCopies, rememberCopies, seatCopies } from './seat-paper.ts'
import look from './Sheets.module.css'
import { useSheet } from './use-sheet.ts'

interface SheetPrintProps {
  wish: Omit<SheetWish, 'enlarged'>
  modes: readonly FillMode[]
  onMode: (mode: FillMode) => void
  papers: readonly PaperId[]
  onPaper: (paper: PaperId) => void
  onCopies: (copies: number) => void
}

/** How much is filled, on which paper, how many, where; and whether it was printed before (补打). */
export function SheetPrint({ wish, modes, onMode, papers, onPaper, onCopies }: SheetPrintProps) {
  const { t } = useTranslation()
  const { formId, mode, paper } = wish
  const [typed, setTyped] = useState<string | null>(null)
  const { query } = useSheet(wish)
  const nth = mode === 'blank' ? null : (query.data?.info.nth ?? null)
  return (
    <Pane label={t('sheets.print.title')} scrolls>
      <PaneSection isPadded head={<PaneHead weight="quiet" title={t('sheets.print.title')} />}>
        <LedgerForm label={t('sheets.print.title')}>
          <LedgerBlock head={t('sheets.print.head')}>
            <LedgerRow>
              <LedgerCell label={t('sheets.print.mode')}>
                <ChoiceChips
                  choices={modes.map((value) => ({ value, text: t(`sheets.mode.${value}`) }))}
                  value={mode}
                  onChange={(next) => next && onMode(next)}
                />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell label={t('sheets.print.paper')}>
                <ChoiceChips
                  choices={papers.map((value) => ({ value, text: t(`sheets.paper.${value}`) }))}
                  value={paper}
                  onChange={(next) => next && onPaper(next)}
                />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell
                label={t('sheets.print.copies')}
                {...(typed !== null && readCopies(typed) === null ? { error: t('sheets.print.copiesWrong') } : {})}
              >
                <LedgerInput
                  inputMode="numeric"
                  value={typed ?? String(seatCopies(formId))}
                  onChange={(next) => {
                    setTyped(next)
                    const copies = readCopies(next)
                    if (copies === null) return
                    rememberCopies(formId, copies)
                    onCopies(copies)
                  }}
                  onBlur={() => typed !== null && readCopies(typed) !== null && setTyped(null)}
                />
              </LedgerCell>
            </LedgerRow>
            <PrinterCell formId={formId} />
          </LedgerBlock>
        </LedgerForm>
      </PaneSection>
      <PaneSection isPadded head={<PaneHead weight="quiet" title={t('sheets.print.before')} />}>
        {nth === null ? (
          <p className={look.text}>{t('sheets.print.notCounted')}</p>
        ) : nth > 1 ? (
          <>
            <Verdict kind="warn">{t('sheets.print.again', { nth })}</Verdict>
            <p className={look.text}>{t('sheets.print.againNote', { times: nth - 1 })}</p>
          </>
        ) : (
          <p className={look.text}>{t('sheets.print.first')}</p>
        )}
      </PaneSection>
      <PaneSection isPadded head={<PaneHead weight="quiet" title={t('sheets.remembered')} />}>
        <p className={look.text}>{t('sheets.rememberedNote')}</p>
      </PaneSection>
    </Pane>
  )
}
