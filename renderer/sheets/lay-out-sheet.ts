import type { CompanyRow } from '../../shared/admin/schema.ts'
import { forms } from '../../shared/forms/catalog.ts'
import { layoutForm } from '../../shared/forms/fill.ts'
import type { PrintInfoInput } from '../../shared/forms/grammar.ts'
import type { SheetInk } from '../../shared/forms/ink.ts'
import type { SheetRecord } from '../../shared/sheets/schema.ts'
import type { SheetWish } from './print-path.ts'

/** Lays a sheet out with what the station said: the same pages on screen and in print. */
export function layOutSheet(
  wish: Pick<SheetWish, 'formId' | 'paper' | 'mode'>,
  { record, info }: SheetRecord,
  company: Pick<CompanyRow, 'language' | 'timeZone'>,
): SheetInk {
  const { language, timeZone } = company
  const optionsOf = (choices: SheetRecord['info']['levels']) =>
    choices.map(({ code, text }) => ({ value: code, text: text[language] }))
  const print: PrintInfoInput = {
    language,
    timeZone,
    company: { ...info.company, hotline: info.hotline || info.company.hotline },
    printedAt: info.at,
    printedBy: info.printedBy,
    time: Math.max(1, info.nth),
    figures: Object.fromEntries(Object.entries(info.figures).map(([name, text]) => [name, text[language]])),
    options: {
      faultLevel: optionsOf(info.levels),
      customerCategory: optionsOf(info.categories),
      channel: optionsOf(info.channels),
    },
  }
  return layoutForm(forms[wish.formId], wish.paper, wish.mode === 'blank' ? null : record, wish.mode, print)
}
