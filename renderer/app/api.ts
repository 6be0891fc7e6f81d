import { QueryClient } from '@tanstack/react-query'
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
  type TRPCLink,
} from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { ErrorData } from '../../main/api/trpc.ts'
import type { AppRouter } from '../../main/registry.ts'
import type { FailureData } from '../../shared/kit/failure.ts'
import { pageHeader } from '../../shared/kit/page-header.ts'
import { noteStationClock } from '../kit/station-clock.ts'
import { fetchTextOf } from './i18n.ts'

/** What each procedure takes, as typed by the station. */
export type Inputs = inferRouterInputs<AppRouter>
/** What each procedure answers, as typed by the station. */
export type Outputs = inferRouterOutputs<AppRouter>

/** Everything read from the station, by feature. `follow-changes` says when it is stale, so nothing goes stale by age alone. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (tries, error) => isAway(error) && tries < 2,
      retryDelay: 400,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Every answer tells the station's clock: a seat whose own clock is wrong, or set meanwhile, counts by that one. */
async function askStation(...[url, options]: Parameters<typeof fetch>): Promise<Response> {
  const askedMs = performance.now()
  const answer = await fetch(url, options)
  const stationAt = answer.headers.get('x-gendan-now')
  if (stationAt) noteStationClock(stationAt, performance.now() - askedMs)
  return answer
}

let pageOf = ''

/** Says for whom the page stands from now on: what it sends is taken in that member's name or not at all. Empty at the door. */
export const standFor = (memberId: string): void => void (pageOf = memberId)

/** Whose page asks: the one on screen, or whoever typed what is sent later. Empty at the door. */
export const pageHeaders = (of: unknown = pageOf): Record<string, string> =>
  typeof of === 'string' && of !== '' ? { [pageHeader]: of } : {}

/** A refusal arrives together with its text, whatever feature said it: the seat has only the words of what it shows. */
const refuseInWords: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((asker) =>
      next(op).subscribe({
        next: (value) => asker.next(value),
        complete: () => asker.complete(),
        error: (error) => {
          const { kind, text: key } = problemOf(error).failure ?? {}
          // A session that ended leads to the door, whatever call noticed it.
          if (kind === 'signedOut') void queries.invalidateQueries({ queryKey: api.admin.house.queryKey() })
          const spoken = key === undefined ? Promise.resolve() : fetchTextOf(key).catch(() => undefined)
          void spoken.then(() => asker.error(error))
        },
      }),
    )

/** In the context of a call: the member who typed it, where that is not whoever the page stands for now. */
export const typedBy = 'typedBy'

/** Letters of a question that an address carries, escaped; a longer one goes in the body. */
const longestQuestion = 1_000

/** The station as plain calls: `client.intake.record.mutate(…)`. */
export const client = createTRPCClient<AppRouter>({
  links: [
    refuseInWords,
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/api' }),
      false: splitLink({
        condition: ({ type, input }) => type === 'query' && JSON.stringify(input ?? null).length > longestQuestion,
        true: httpLink({ url: '/api', methodOverride: 'POST', fetch: askStation, headers: () => pageHeaders() }),
        false: httpBatchLink({
          url: '/api',
          maxURLLength: 4000,
          fetch: askStation,
          headers: ({ opList }) => pageHeaders(opList.find(({ context }) => context[typedBy])?.context[typedBy]),
        }),
      }),
    }),
  ],
})

/** The station as query options: `useQuery(api.tickets.page.queryOptions({ id }))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries })

/** What went wrong with a call, ready for a sentence. */
export interface CallProblem {
  /** A foreseen no, with its text key and field; null for a defect or a silent station. */
  failure: FailureData | null
  /** Six letters of the station's log. */
  incident: string | null
  /** The station did not answer: nothing was refused, the same call may be sent again. */
  away: boolean
}

/** Takes an error of a call apart: a foreseen no, a defect with its incident, or no answer at all. */
export function problemOf(error: unknown): CallProblem {
  const data = dataOf(error)
  return { failure: data?.failure ?? null, incident: data?.incident ?? null, away: isAway(error) }
}

/** The station says that what is on screen is no longer there, or no longer this member's to see. */
export function isRefusal(error: unknown): boolean {
  const kind = problemOf(error).failure?.kind
  return kind === 'notAllowed' || kind === 'notFound'
}

/** The station has other words under the id that this was sent with: what was typed stands nowhere. */
export const isSentOther = (error: unknown): boolean => problemOf(error).failure?.text === 'kit.error.sentOther'

/** True when no answer came from the station itself. */
export function isAway(error: unknown): boolean {
  return error instanceof TRPCClientError ? dataOf(error) === null : error instanceof TypeError
}

function dataOf(error: unknown): ErrorData | null {
  if (!(error instanceof TRPCClientError)) return null
  const data = (error as TRPCClientError<AppRouter>).data as ErrorData | null | undefined
  return data && ('failure' in data || 'incident' in data) ? data : null
}
