import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { registerFileColumns } from '../../shared/intake/file-columns.ts'
import type { registerSorts } from '../../shared/intake/lists.ts'
import { outcomes } from '../../shared/intake/outcomes.ts'
import { type RegisterFilter, registerFilters, type RegisterRow } from '../../shared/intake/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { api, client, type Inputs } from '../app/api.ts'
import { askedInAddress } from '../app/use-address.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { useNow } from '../kit/use-now.ts'
import { FilterChips, List, type ListWish, SavedViews, TotalsFoot, daysOf, useSpanFilter } from '../lists/public.ts'
import { codeFilter, useColleagueFilter } from './list-filters.ts'
import { useRegisterColumns } from './register-columns.tsx'
import { knownCode } from './ticket-filter.ts'
import { usePolicy } from './use-policy.ts'

type RegisterSort = (typeof registerSorts)[number]

/** 用户叫修登记表 F03, 信息记录本 F12: every line of the register, newest first. */
export function RegisterList({ only }: { only: RegisterFilter }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const { channels, channelText } = useKnownChoices()
  const columns = useRegisterColumns(nowAt)
  const codes = channels.map(({ code }) => code)
  const filters = [
    useSpanFilter('span', t('tickets.register.at')),
    codeFilter('outcome', t('tickets.register.outcome'), outcomes, (code) => t(`tickets.outcome.${code}`)),
    codeFilter('channel', t('tickets.register.channel'), codes, channelText),
    useColleagueFilter('clerkId', t('tickets.register.clerk')),
  ]
  const narrowed = ({ text, filters: { span, outcome, channel, clerkId } }: ListWish) => {
    const { from, to } = daysOf(span, dayOf(nowAt, zone))
    return {
      ...{ text, only, receivedFrom: from, receivedTo: to },
      outcome: knownCode(outcomes, outcome),
      channel: channel ?? null,
      clerkId: clerkId ?? null,
    }
  }
  return (
    <SavedViews list="intake.register">
      {(views) => (
        <List<RegisterRow>
          key={views.view?.id}
          views={views}
          title={t('tickets.register.title')}
          placeholder={t('tickets.register.search')}
          columns={columns}
          ask={(wish, after, limit, signal) => {
            const sort = wish.sort && { ...wish.sort, by: wish.sort.by as RegisterSort }
            return client.intake.register.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
          }}
          {...(only === 'followUpLate' ? { everyMs: 60_000 } : {})} // these grow late by time alone
          rowId={({ id }) => id}
          onOpen={({ id, ticketId }) => navigate(ticketId ? `/tickets/${ticketId}` : `/tickets/register/line/${id}`)}
          fixed={{ only }}
          filters={(state) => (
            <>
              <FilterChips state={state} filters={filters} />
              <ChoiceChips
                label={t('tickets.register.filter')}
                choices={registerFilters.map((value) => ({ value, text: t(`tickets.register.only.${value}`) }))}
                value={only}
                onChange={(value) => {
                  const path = value === null || value === 'all' ? '/tickets/register' : `/tickets/register/${value}`
                  navigate([path, askedInAddress()].filter(Boolean).join('?'))
                }}
              />
            </>
          )}
          file={{ columns: registerFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
          foot={(wish) => <RegisterFoot wish={narrowed(wish)} />}
          empty={{ title: t('tickets.register.empty'), todo: t('tickets.register.emptyTodo') }}
          nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
        />
      )}
    </SavedViews>
  )
}

function RegisterFoot({ wish }: { wish: Inputs['intake']['registerTotals'] }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.intake.registerTotals.queryOptions(wish, { placeholderData: keepPreviousData }))
  return (
    <TotalsFoot
      totals={data}
      count={(count, isMore) => t(isMore ? 'lists.total.more' : 'lists.total.count', { count })}
      sums={{
        repair: (count) => `${t('tickets.outcome.repair')} ${count}`,
        consult: (count) => `${t('tickets.outcome.consult')} ${count}`,
        complaint: (count) => `${t('tickets.outcome.complaint')} ${count}`,
        followUpLate: (count) => `${t('tickets.register.only.followUpLate')} ${count}`,
      }}
    />
  )
}
