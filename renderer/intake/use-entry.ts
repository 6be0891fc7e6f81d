import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallerMatch } from '../../shared/customers/schema.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { api, client, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { sayNotice } from '../kit/notices.ts'
import { asNewCustomer, type Draft, typed, withCaller, withProduct } from './draft.ts'
import type { Entry } from './entry-context.ts'
import { focusField, focusFirstGap } from './focus-field.ts'
import { gapsOf } from './gaps.ts'
import { changeDraft, draftNow } from './tab-store.ts'
import type { IntakeTab } from './tabs.ts'
import type { Trade } from './use-trade.ts'

const noMatches: readonly CallerMatch[] = []

/** Everything known of the open tab, and the ways to change it. */
export function useOpenEntry(tab: IntakeTab, trade: Trade, asked: Entry['asked'], errors: Entry['errors']): Entry {
  const { t } = useTranslation()
  const explain = useProblemText()
  const { draft } = tab
  const number = tab.call?.number ?? null
  const caller = useQuery(api.customers.callerCard.queryOptions(number ? { number } : skipToken))
  const customerId = draft.customerId
  const chosen = useQuery(api.customers.card.queryOptions(customerId ? { customerId, number } : skipToken))
  const callerCard = caller.data?.card ?? null
  const isCallersOwn = callerCard !== null && callerCard.customer.id === customerId
  const lookedAt = tab.isPicked ? null : callerCard
  const card = customerId ? (chosen.data ?? (isCallersOwn ? callerCard : null)) : lookedAt
  const product = card?.products.find(({ id }) => id === draft.productId) ?? null
  const gaps = useMemo(() => gapsOf(draft, trade.preset, trade.today, 'dispatch'), [draft, trade.preset, trade.today])

  /** Changes what is chosen; what was there before can be brought back while the notice stands. */
  const swap = (turn: (draft: Draft) => Draft, said: string) => {
    if (tab.saved !== undefined) return
    const before = draftNow(tab.id)
    changeDraft(tab.id, turn, { isPicked: true })
    if (before && (before.customerId !== null || before.customerName !== '')) {
      sayNotice(said, { undo: () => changeDraft(tab.id, () => before, { isPicked: tab.isPicked }) })
    }
  }

  return {
    tab,
    draft,
    trade,
    gaps,
    card,
    matches: caller.data?.matches ?? noMatches,
    isElsewhere: caller.data?.isElsewhere ?? false,
    lookUpProblem: caller.error ? explain(caller.error).what : null,
    region: tab.call?.region || (caller.data?.region ?? ''),
    isLooking: number !== null && caller.isPending,
    product,
    errors,
    asked,
    change: (turn) => changeDraft(tab.id, turn),
    type: (field, value) => changeDraft(tab.id, (before) => typed(before, field, value)),
    pickCustomer: async (wantedId, personId) => {
      const remember = () => {
        if (number) void client.customers.pick.mutate({ number, customerId: wantedId, personId }).catch(() => undefined)
        setTimeout(() => focusFirstGap(tab.id, trade, 'dispatch') || focusField('symptom'))
      }
      if (wantedId === draft.customerId && (personId === null || personId === draft.personId)) {
        remember()
        return
      }
      try {
        const options = api.customers.card.queryOptions({ customerId: wantedId, number })
        const picked = callerCard?.customer.id === wantedId ? callerCard : await queries.query(options)
        const name = picked.customer.name
        swap((before) => withCaller(before, picked, { personId }, number), t('intake.picked', { name }))
        remember()
      } catch (error) {
        sayNotice(explain(error).what, { kind: 'warn' })
      }
    },
    pickNew: () => {
      swap((before) => asNewCustomer(before, number), t('intake.pickedNew'))
      setTimeout(() => focusField('customerName'))
    },
    pickProduct: (wanted: ProductRow | null) => {
      if (tab.saved !== undefined) return
      const before = draftNow(tab.id)
      changeDraft(tab.id, (now) => withProduct(now, wanted))
      const isTyped = before && before.productId === null && before.productName + before.serialNo !== ''
      if (isTyped) sayNotice(t('intake.productChanged'), { undo: () => changeDraft(tab.id, () => before) })
      if (wanted === null) setTimeout(() => focusField('productName'))
    },
  }
}
