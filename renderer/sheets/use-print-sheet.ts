import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../app/problem-text.ts'
import { host } from '../app/host.ts'
import { sayNotice } from '../kit/notices.ts'
import type { SheetWish } from './print-path.ts'
import { printedText, printSheet } from './print-sheet.ts'

/** Prints what is on screen, or saves its PDF, and says how it went. `number` names the PDF file. */
export function usePrintSheet(wish: Omit<SheetWish, 'enlarged'>, copies: number, number: string) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [isPrinting, setPrinting] = useState(false)
  const title = t(`sheets.form.${wish.formId}`)
  const print = (as: 'paper' | 'pdf' = 'paper') => {
    if (isPrinting) return
    setPrinting(true)
    const more = as === 'pdf' ? { pdfName: `${[title, number].filter(Boolean).join(' ')}.pdf` } : { copies }
    printSheet({ ...wish, ...more })
      .then((outcome) => {
        if (outcome === 'failed') sayNotice(t('sheets.print.failed'), { kind: 'late' })
        if (outcome === 'printed')
          sayNotice(as === 'pdf' && host.desktop ? t('sheets.print.saved', { title }) : printedText(t, title), {
            kind: 'ok',
          })
      })
      .catch((error: unknown) => sayNotice(problemText(error).what, { kind: 'late' }))
      .finally(() => setPrinting(false))
  }
  return { print, isPrinting }
}
