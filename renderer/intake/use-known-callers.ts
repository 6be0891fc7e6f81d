import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallRow } from '../../shared/intake/schema.ts'
import { api, queries } from '../app/api.ts'
import { takeCaller, tabsNow } from './tab-store.ts'
import { awaitsCaller, type IntakeTab, soleMatch } from './tabs.ts'

/** Looks every caller up as soon as it rings, also behind another form, and takes the person where the number can mean one only. */
export function useKnownCallers(tabs: readonly IntakeTab[]): void {
  const asked = tabs.flatMap((tab) =>
    tab.call?.number && awaitsCaller(tab) ? [{ id: tab.id, number: tab.call.number }] : [],
  )
  const answers = useQueries({
    queries: asked.map(({ number }) => api.customers.callerCard.queryOptions({ number })),
  })
  useEffect(() => {
    for (const [index, { id }] of asked.entries()) {
      const caller = answers[index]?.data
      const match = caller && soleMatch(caller.matches)
      if (match && caller.card?.customer.id === match.customerId) takeCaller(id, caller.card, match)
    }
  })
}

/** How long a tab waits for the answer who rings. */
const meetsWithinMs = 80

/**
 * Asks who rings anew before their tabs are made, so that the form and the card are painted together, once. A slow answer
 * holds no tab up, and nobody is asked about twice. Nothing to wait for is null.
 */
export function meetCallers(calls: readonly CallRow[]): Promise<unknown> | null {
  const known = new Set(tabsNow().tabs.map(({ call }) => call?.id))
  const numbers = calls.flatMap(({ id, number, state }) =>
    number !== null && state === 'ringing' && !known.has(id) ? [number] : [],
  )
  const asked = numbers
    .map((number) => api.customers.callerCard.queryOptions({ number }))
    .filter(({ queryKey }) => queries.getQueryData(queryKey) === undefined)
    .map((options) => queries.query(options).catch(() => undefined))
  if (asked.length === 0) return null
  return Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve, meetsWithinMs))])
}

/** Takes, in the same turn as the tabs are made, whom an answer at hand already names. */
export function takeMetCallers(): void {
  for (const tab of tabsNow().tabs) {
    if (!tab.call?.number || !awaitsCaller(tab)) continue
    const caller = queries.getQueryData(api.customers.callerCard.queryKey({ number: tab.call.number }))
    const match = caller && soleMatch(caller.matches)
    if (match && caller.card?.customer.id === match.customerId) takeCaller(tab.id, caller.card, match)
  }
}
