import type { TFunction } from 'i18next'
import { newId } from '../app/new-id.ts'
import type { HostPrintOutcome } from '../../shared/kit/host-bridge.ts'
import type { FillMode, PaperId } from '../../shared/forms/grammar.ts'
import { papers } from '../../shared/forms/papers.ts'
import type { FormId } from '../../shared/forms/catalog.ts'
import { client, queries } from '../app/api.ts'
import { host } from '../app/host.ts'
import { enlarged, printPage } from '../kit/FormGrid/print-document.ts'
import { printPath } from './print-path.ts'
import { seatCopies, seatPaper } from './seat-paper.ts'

/** Which paper, filled how. */
export interface PrintSheetWish {
  formId: FormId
  /** Absent prints a blank paper. */
  ticketId?: string | null
  mode: FillMode
  /** The seat's own paper for this form unless told. */
  paper?: PaperId
  copies?: number
  /** The dialog of the system although a printer is known. */
  asks?: boolean
  /** Name of the PDF file: saves one instead of printing. */
  pdfName?: string
}

/** What to say of a print that went out: a browser does not tell whether its dialog was cancelled. */
export function printedText(t: TFunction, title: string): string {
  return host.desktop ? t('sheets.print.done', { title }) : t('sheets.print.handedOver', { title })
}

/**
 * Prints a paper form on the seat's printer for it, or saves it as PDF, and records that it was: the next one is a 补打.
 * Used by the desk (F10), the ticket page and the sheets.
 */
export async function printSheet(wish: PrintSheetWish): Promise<HostPrintOutcome> {
  const paper = wish.paper ?? seatPaper(wish.formId)
  const ticketId = wish.mode === 'blank' ? null : (wish.ticketId ?? null)
  // The paper is drawn out of sight: what speaks against it is said here.
  if (ticketId) await client.sheets.mayPrint.query({ formId: wish.formId, ticketId, mode: wish.mode })
  const { microns, scale } = printPage(papers[paper])
  const job = {
    // A browser prints at full size only; the desktop prints what is drawn four times as large at a quarter.
    path: printPath({ formId: wish.formId, ticketId, mode: wish.mode, paper, enlarged: host.desktop ? enlarged : 1 }),
    page: microns,
    scale: host.desktop ? scale : 1,
    formId: wish.formId,
  }
  const outcome = wish.pdfName
    ? (await host.savePdf({ ...job, fileName: wish.pdfName })) || !host.desktop
      ? 'printed'
      : 'cancelled'
    : await host.print({ ...job, copies: wish.copies ?? seatCopies(wish.formId), ...(wish.asks ? { asks: true } : {}) })
  if (outcome === 'printed' && ticketId) {
    await client.sheets.printed.mutate({ id: newId(), formId: wish.formId, ticketId, paper })
    void queries.invalidateQueries({ queryKey: [['sheets']] })
  }
  return outcome
}
