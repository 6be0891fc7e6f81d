import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../app/api.ts'
import { takeCaller } from './tab-store.ts'
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
