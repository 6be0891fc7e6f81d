import { fillModes, type FillMode, type PaperId } from '../../shared/forms/grammar.ts'
import { forms, type FormId } from '../../shared/forms/catalog.ts'
import { papersOf } from './seat-paper.ts'

/** One print: which form, of which ticket, how much of it filled, on which paper. */
export interface SheetWish {
  formId: FormId
  /** Absent on blank paper. */
  ticketId: string | null
  mode: FillMode
  paper: PaperId
  /** How many times its size it is drawn: 4 where the host prints at a quarter, for true hairlines. */
  enlarged: 1 | 4
}

/** Address of the print page, for the print host. */
export function printPath({ formId, ticketId, mode, paper, enlarged }: SheetWish): string {
  const facts = new URLSearchParams({
    ...(ticketId ? { ticket: ticketId } : {}),
    paper,
    mode,
    ...(enlarged === 4 ? { enlarged: '4' } : {}),
  })
  return `#/print/sheets/${formId}?${facts.toString()}`
}

/** Forms an address may name. */
export const formIds = Object.keys(forms) as FormId[]

/** Reads an address made by `printPath`, hash or not; null when it names no form, or no paper of it. */
export function readPrintPath(path: string): SheetWish | null {
  const match = /\/print\/sheets\/([^/?]+)(?:\?(.*))?$/.exec(path)
  const formId = formIds.find((id) => id === match?.[1])
  if (!formId) return null
  const facts = new URLSearchParams(match?.[2] ?? '')
  const ticketId = facts.get('ticket')
  const mode = fillModes.find((known) => known === facts.get('mode')) ?? (ticketId ? 'complete' : 'blank')
  const paper = papersOf(formId).find((known) => known === facts.get('paper')) ?? papersOf(formId)[0]
  if (!paper || (!ticketId && mode !== 'blank')) return null
  return {
    formId,
    ticketId: mode === 'blank' ? null : ticketId,
    mode,
    paper,
    enlarged: facts.get('enlarged') === '4' ? 4 : 1,
  }
}
