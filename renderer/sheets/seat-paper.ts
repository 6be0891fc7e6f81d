import type { PaperId } from '../../shared/forms/grammar.ts'
import { forms, type FormId } from '../../shared/forms/catalog.ts'

const keptUnder = (formId: FormId) => `gendan.paper.${formId}`
const copiesUnder = (formId: FormId) => `gendan.copies.${formId}`

/** Papers a form has a layout for, in the order of `papers`. */
export const papersOf = (formId: FormId): PaperId[] => Object.keys(forms[formId].layouts) as PaperId[]

/** What a form is printed on at first: the dispatch order on carbon copies, the sheet on A4. */
const usual: Readonly<Record<FormId, PaperId>> = { F01: 'a4', F11: '241x140' }

/** The paper this seat uses for a form. */
export function seatPaper(formId: FormId): PaperId {
  const known = papersOf(formId)
  const kept = localStorage.getItem(keptUnder(formId))
  return known.find((paper) => paper === kept) ?? known.find((paper) => paper === usual[formId]) ?? known[0] ?? 'a4'
}

/** Keeps the paper of a form for this seat. */
export function rememberPaper(formId: FormId, paper: PaperId): void {
  localStorage.setItem(keptUnder(formId), paper)
}

const mostCopies = 9

/** Copies of a form on this seat, 1 to 9. */
export function seatCopies(formId: FormId): number {
  const kept = Number(localStorage.getItem(copiesUnder(formId)))
  return Number.isInteger(kept) && kept >= 1 && kept <= mostCopies ? kept : 1
}

/** Kept on this computer for this form. */
export function rememberCopies(formId: FormId, copies: number): void {
  localStorage.setItem(copiesUnder(formId), String(copies))
}

/** Copies as typed, null when it is no number from 1 to 9. */
export function readCopies(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  return /^[1-9]$/.test(text) ? Number(text) : null
}
