import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyNow } from '../../shared/admin/policy-schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import type { PhoneHome } from '../../shared/kit/phone.ts'
import type { Language } from '../../shared/kit/words.ts'
import { choiceText, noneKnown, offeredBy } from '../../shared/presets/offered.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { api, queries } from './api.ts'
import { useCompany } from './use-house.ts'

/** Asked once and kept until a hint of the house says that they changed. */
const kept = { staleTime: Infinity, gcTime: Infinity }

/** The policies that count now; with an id, those a case was opened under. undefined until the station has answered. */
export function usePolicies(id: string | null = null): PolicyNow | undefined {
  return useQuery(api.admin.policy.queryOptions({ id }, { ...kept, enabled: useCompany() !== null })).data
}

/** What the policies offer now, as last heard: for what happens at the press of a key. */
export function policyInHand(): Policy | null {
  const policy = queries.getQueryData(api.admin.policy.queryKey({ id: null }))?.policy
  return policy ? offeredBy(policy) : null
}

/** The home area that completes a number typed without its area code. */
export function usePhoneHome(): PhoneHome {
  const areaCode = usePolicies()?.policy.areaCode
  // Written out: what reads numbers is no part of the first load.
  return useMemo(() => (areaCode ? { areaCode } : {}), [areaCode])
}

/** Every category and channel there ever was, and what each is called, also one that is retired. */
export function useKnownChoices() {
  const { i18n } = useTranslation()
  const known = usePolicies()?.known ?? noneKnown
  const language = i18n.language as Language
  return useMemo(
    () => ({
      ...known,
      categoryText: (code: string) => choiceText(known.categories, code, language),
      channelText: (code: string) => choiceText(known.channels, code, language),
    }),
    [known, language],
  )
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
