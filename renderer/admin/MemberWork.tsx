import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import look from './settings.module.css'

/** Open cases and visits an account is sent to; undefined until the station said. */
export const useMemberWork = (memberId: string, isAsked: boolean) =>
  useQuery(api.tickets.workOf.queryOptions({ memberId }, { enabled: isAsked, staleTime: 0 })).data

/** What an account that is about to be disabled still has to do, each case with the way to it. */
export function MemberWork({ memberId }: { memberId: string }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const work = useMemberWork(memberId, true)
  if (!work || work.cases === 0) return null
  const { cases, visits, first } = work
  return (
    <div role="alert" className={look.work}>
      <strong>{t('admin.member.stillHas', { cases, visits })}</strong>
      <ul>
        {first.map(({ id, number, customerName, visitFromAt }) => (
          <li key={id}>
            <a href={`#/tickets/${id}`}>{number}</a> {customerName}{' '}
            {visitFromAt ? <WhenText at={visitFromAt} nowAt={nowAt} /> : null}
          </li>
        ))}
      </ul>
      {cases > first.length ? <a href="#/tickets">{t('admin.member.allOpen')}</a> : null}
    </div>
  )
}
