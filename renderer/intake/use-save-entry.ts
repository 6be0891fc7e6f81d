import { newId } from '../app/new-id.ts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { client, type Outputs, problemOf } from '../app/api.ts'
import { deliver } from '../app/outbox.ts'
import { type ProblemText, useProblemText } from '../app/problem-text.ts'
import { sayNotice } from '../kit/notices.ts'
import { inputOf } from './draft.ts'
import { focusField, focusFirstGap, focusShown } from './focus-field.ts'
import { dayFields, type Gap, isDayUnreadable } from './gaps.ts'
import { correctSavedKey, noteSaved, placeToCorrect } from './just-saved.ts'
import { printOrder } from './print-order.ts'
import { isSavingAtRest } from './save-rest.ts'
import { changeDraft, finishTab, storeTab, tabsNow } from './tab-store.ts'
import type { IntakeTab } from './tabs.ts'
import type { Trade } from './use-trade.ts'

/** What follows the save: F9 nothing, F10 the paper, F11 the dispatch. */
export type SaveWay = 'save' | 'print' | 'dispatch'

/** What the station said no to, by tab. */
export type Problems = Readonly<Partial<Record<string, ProblemText>>>

/** F9, F10, F11, F12 and 催办 of the open tab: leads to what is missing, else stores it, says its number and closes the tab. */
export function useSaveEntry(trade: Trade | null) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const [, navigate] = useLocation()
  const [problems, setProblems] = useState<Problems>({})
  const busy = useRef(new Set<string>())
  const tell = (id: string, problem: ProblemText | undefined) => setProblems((before) => ({ ...before, [id]: problem }))

  /** One command a tab at a time; a refusal stands in the form, beside its field. */
  const run = async (tab: IntakeTab, store: () => Promise<void>) => {
    if (busy.current.has(tab.id)) return
    busy.current.add(tab.id)
    tell(tab.id, undefined)
    try {
      await store()
      if (trade) focusShown(trade)
    } catch (error) {
      const problem = explain(error)
      tell(tab.id, problem)
      if (problem.field) focusField(problem.field as Gap)
    } finally {
      busy.current.delete(tab.id)
    }
  }

  const record = async (tab: IntakeTab, way: SaveWay) => {
    const { draft } = tab
    // R045: who refuses the other time is not sent anybody; the department arranges it, and reads why.
    const isRefused = way === 'dispatch' && draft.outcome === 'repair' && draft.consent === 'refused'
    const input = inputOf(draft, trade?.today ?? '', way === 'dispatch' && !isRefused)
    const note = isRefused
      ? [draft.note, t('intake.refusedNote', { reason: draft.rescheduleReason })].filter(Boolean).join(' ')
      : draft.note
    const delivery = await deliver('intake.record', { ...input, note })
    const storeAndSay = (said: string, kind: 'ok' | 'warn', stored: Outputs['intake']['record'] | null = null) => {
      storeTab(tab.id, said)
      if (stored === null) return sayNotice(said, { kind })
      const place = placeToCorrect({ id: stored.id, ticketId: stored.ticket?.id ?? null })
      noteSaved(place)
      const step = { text: t('intake.correctSaved'), keyCap: correctSavedKey, run: () => navigate(place) }
      sayNotice(said, { kind, step })
    }
    const numberOf = ({ ticket, registerNo }: Outputs['intake']['record']) => ticket?.number ?? registerNo
    if (delivery.state === 'kept') {
      // Sent later, perhaps by another tab: the caller's tab, if it still stands, says the number as it would have.
      void delivery.answer.then((sent) => storeAndSay(t('intake.saved', { number: numberOf(sent) }), 'ok', sent))
      return storeAndSay(t('intake.kept'), 'warn')
    }
    const { ticket, dispatch, joined } = delivery.output
    const number = numberOf(delivery.output)
    if (joined) {
      const other = [joined.registerNo, joined.ticketNumber].filter(Boolean).join(' ')
      sayNotice(t(joined.isSameCall ? 'intake.joinedCall' : 'intake.joined', { name: joined.byName, other, number }), {
        kind: 'warn',
      })
    }
    if (isRefused) return storeAndSay(t('intake.arranged', { number }), 'warn', delivery.output)
    const isSent = dispatch !== null && way === 'dispatch'
    const said = isSent
      ? t('intake.dispatched', { number, technician: draft.technicianName })
      : t('intake.saved', { number })
    storeAndSay(said, 'ok', delivery.output)
    if (way === 'print' && ticket) await printOrder(ticket.id, t)
  }

  /** Nothing was written about the call, or its chase is counted already: no register line. */
  const closeBare = async (tab: IntakeTab) => {
    const { callId, outcome, note } = tab.draft
    if (callId !== null) {
      try {
        await client.intake.closeCall.mutate({ callId, outcome, note })
      } catch (error) {
        if (!problemOf(error).away || tab.draft.chasedTicketId !== null) throw error
        return record(tab, 'save')
      }
    }
    finishTab(tab.id)
    sayNotice(t('intake.closed', { outcome: t(`intake.outcome.${outcome}`) }))
  }

  const finish = (tab: IntakeTab, way: SaveWay) => {
    const { outcome, chasedTicketId } = tab.draft
    void run(tab, () => (outcome === 'chase' && chasedTicketId ? closeBare(tab) : record(tab, way)))
  }

  return {
    problems,
    save: (way: SaveWay) => {
      const tab = openTabNow()
      if (!tab || !trade) return
      if (isUnbegun(tab)) return void focusField('customerName')
      const isRepair = tab.draft.outcome === 'repair'
      const odd = dayFields.find((field) => isDayUnreadable(tab.draft, trade.today, field))
      if (isRepair && odd) return void focusField(odd)
      if (focusFirstGap(tab.id, trade, way === 'dispatch' ? 'dispatch' : 'save')) return
      finish(tab, way)
    },
    /** F12: only how the call ended. */
    closeWithOutcome: () => {
      const tab = openTabNow()
      if (!tab) return
      const { outcome, callId, symptom } = tab.draft
      if (outcome === 'repair') return sayNotice(t('intake.chooseOutcome'))
      if (callId !== null && !tab.isPicked && symptom === '') return void run(tab, () => closeBare(tab))
      finish(tab, 'save')
    },
    /** 催办: counted on the open ticket. With nothing else said it is the whole entry, and the tab closes. */
    chase: (ticket: TicketRow) => {
      const tab = openTabNow()
      if (!tab) return
      const { draft } = tab
      const said = { number: ticket.number, count: ticket.chaseCount + 1 }
      void run(tab, async () => {
        if (saysNothing(draft.symptom)) {
          const input = inputOf({ ...draft, outcome: 'chase' }, trade?.today ?? '', false)
          const chased = { ...input, customerId: ticket.customerId, ticketId: ticket.id, productId: ticket.productId }
          const delivery = await deliver('intake.record', chased)
          const told = delivery.state === 'kept' ? t('intake.kept') : t('intake.chased', said)
          changeDraft(tab.id, (before) => ({ ...before, outcome: 'chase' }))
          storeTab(tab.id, told)
          return sayNotice(told, { kind: 'ok' })
        }
        const id = newId()
        const delivery = await deliver('tickets.chase', {
          id,
          ticketId: ticket.id,
          callId: draft.callId,
          note: draft.symptom,
        })
        const count = delivery.state === 'sent' ? delivery.output.count : said.count
        const isSame = ticket.productId !== null && ticket.productId === draft.productId
        if (isSame) changeDraft(tab.id, (before) => ({ ...before, outcome: 'chase', chasedTicketId: ticket.id }))
        sayNotice(t('intake.chased', { ...said, count }), { kind: 'ok' })
      })
    },
  }
}

/** Nothing was typed, nobody called and nobody was chosen: there is nothing to store. */
const isUnbegun = ({ isTouched, isPicked, call }: IntakeTab) => !isTouched && !isPicked && call === null

/** The entry a save means; none while saving rests: the one now in front is not the one that was pressed for. */
const openTabNow = () => {
  if (isSavingAtRest()) return undefined
  const { tabs, activeId } = tabsNow()
  return tabs.find(({ id, saved }) => id === activeId && saved === undefined)
}
