import type { TFunction } from 'i18next'
import { host } from '../app/host.ts'
import { sayNotice } from '../kit/notices.ts'

/** Continuous paper, half sheet: 241 × 140 mm. */
const halfSheet = { width: 241_000, height: 140_000 }

/** Prints the dispatch order (售后派工单 F11) of a ticket and says so when that failed. */
export async function printOrder(ticketId: string, t: TFunction): Promise<void> {
  const path = `#/print/sheets/F11?ticket=${ticketId}`
  const outcome = await host.print({ path, page: halfSheet, formId: 'F11' }).catch(() => 'failed' as const)
  if (outcome === 'failed') sayNotice(t('intake.printFailed'), { kind: 'late' })
}
