import { useTranslation } from 'react-i18next'
import { type Outcome, outcomes } from '../../shared/intake/outcomes.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { sayNotice } from '../kit/notices.ts'
import { type Command, useCommands } from '../app/hotkeys.ts'
import type { Entry } from './entry-context.ts'
import { inOrder } from './OpenTicketSection.tsx'
import { activate, discardTab } from './tab-store.ts'
import type { useSaveEntry } from './use-save-entry.ts'

type Ways = Pick<ReturnType<typeof useSaveEntry>, 'save' | 'closeWithOutcome'> & { chase: (ticket: TicketRow) => void }

/** The keys of the open entry. Answers what the bar and the tabs do by mouse: choosing an outcome, throwing away. */
export function useEntryCommands(entry: Entry, { save, closeWithOutcome, chase }: Ways) {
  const { t } = useTranslation()
  const { tab, draft, matches, card, change, pickCustomer, pickNew, pickProduct } = entry
  const choose = (outcome: Outcome) => change((before) => ({ ...before, outcome }))
  const pickNth = (at: number) => {
    const match = matches[at]
    if (match) void pickCustomer(match.customerId, match.personId)
  }
  const nextMatch = () => {
    const at = matches.findIndex(
      (match) => match.customerId === draft.customerId && (match.personId ?? null) === draft.personId,
    )
    pickNth((at + 1) % Math.max(1, matches.length))
  }
  const nextProduct = () => {
    if (!card || card.customer.id !== draft.customerId || card.products.length === 0) return
    const at =
      draft.productId === null ? card.products.length : card.products.findIndex(({ id }) => id === draft.productId)
    pickProduct(card.products[(at + 1) % (card.products.length + 1)] ?? null)
  }
  // Before anybody is chosen Alt+C means the caller's ticket only where one person can be meant.
  const isKnown = draft.customerId !== null || matches.filter(({ guess }) => !guess).length === 1
  const [open] = isKnown ? inOrder(card?.openTickets ?? [], draft.productId) : []
  const discard = () => {
    const bringBack = discardTab(tab.id)
    if (tab.isTouched) sayNotice(t('intake.discarded'), { undo: bringBack })
  }
  /** An entry opened by hand in which nothing stands is no entry. */
  const leave = () => {
    if (!tab.isTouched && !tab.call && draft.customerId === null) discard()
    activate(null)
  }
  const commands: Command[] = [
    { id: 'intake.save', text: 'intake.save', keys: ['F9'], run: () => save('save') },
    { id: 'intake.savePrint', text: 'intake.savePrint', keys: ['F10'], run: () => save('print') },
    { id: 'intake.saveDispatch', text: 'intake.saveDispatch', keys: ['F11'], run: () => save('dispatch') },
    { id: 'intake.outcomeOnly', text: 'intake.outcomeOnly', keys: ['F12'], run: closeWithOutcome },
    { id: 'intake.newCustomer', text: 'intake.newCustomer', keys: ['N', 'Alt+N'], run: pickNew },
    { id: 'intake.nextMatch', text: 'intake.nextMatch', keys: ['Alt+M'], run: nextMatch },
    { id: 'intake.nextProduct', text: 'intake.nextProduct', keys: ['Alt+P'], run: nextProduct },
    { id: 'intake.toList', text: 'intake.toList', keys: ['Escape'], run: leave },
    { id: 'intake.discard', text: 'intake.discard', keys: ['Alt+Delete'], run: discard },
    ...(open ? [{ id: 'intake.chase', text: 'intake.chase', keys: ['Alt+C'], run: () => chase(open) }] : []),
    ...outcomes.map((outcome, index) => ({
      id: `intake.outcome.${outcome}`,
      text: `intake.outcome.${outcome}`,
      keys: [`Alt+${index + 1}`],
      run: () => choose(outcome),
    })),
    ...matches.slice(0, 9).map((_, index) => ({
      id: `intake.match.${index + 1}`,
      text: 'intake.nextMatch',
      keys: [String(index + 1)],
      isUnlisted: true,
      run: () => pickNth(index),
    })),
  ]
  useCommands(commands)
  return { choose, discard }
}
