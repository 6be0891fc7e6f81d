import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PolicyNow } from '../../shared/admin/policy-schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { api, queries } from './api.ts'
import { useCompany } from './use-house.ts'

/** Asked once and kept until a hint of the house says that they changed. */
const kept = { staleTime: Infinity, gcTime: Infinity }

/** The policies that count now; with an id, those a case was opened under. undefined until the station has answered. */
export function usePolicies(id: string | null = null): PolicyNow | undefined {
  return useQuery(api.admin.policy.queryOptions({ id }, { ...kept, enabled: useCompany() !== null })).data
}

/** The policies that count now, as last heard: for what happens at the press of a key. */
export function policyInHand(): Policy | null {
  return queries.getQueryData(api.admin.policy.queryKey({ id: null }))?.policy ?? null
}

/** Working time of policies in a zone; one object for the same answer, so that its windows are worked out once. */
export function useCalendar(now: PolicyNow | undefined, timeZone: string | undefined): BusinessCalendar | null {
  return useMemo(
    () =>
      now && timeZone
        ? { timeZone, week: now.policy.duty[0].week, days: now.days, publishedYears: now.publishedYears }
        : null,
    [now, timeZone],
  )
}
