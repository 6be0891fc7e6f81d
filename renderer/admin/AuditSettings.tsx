import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { auditFileColumns } from '../../shared/admin/audit-said.ts'
import { api, client, type Inputs, type Outputs } from '../app/api.ts'
import { Pane } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { FilterChips, List, type ListColumn, SavedViews, TotalsFoot } from '../lists/public.ts'
import { AuditSubject } from './AuditSubject.tsx'
import look from './settings.module.css'
import { useAuditFilters } from './use-audit-filters.ts'
import { useAuditSpeech } from './use-audit-speech.ts'

type AuditEntry = Outputs['admin']['audit']['rows'][number]

/** Who did what, the newest first: everything, or what one person, one feature, some days or one thing has of it. */
export function AuditSettings() {
  const { t } = useTranslation()
  const columns = useAuditColumns()
  const { chips, narrowed } = useAuditFilters()
  return (
    <Pane label={t('admin.settings.tab.audit')}>
      <SavedViews list="admin.audit">
        {(views) => (
          <List<AuditEntry>
            key={views.view?.id}
            views={views}
            title={t('admin.settings.tab.audit')}
            placeholder={t('admin.audit.search')}
            columns={columns}
            ask={(wish, after, limit, signal) => {
              const sort = wish.sort && { by: 'at' as const, isDown: wish.sort.isDown }
              return client.admin.audit.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
            }}
            rowId={({ id }) => id}
            onOpen={({ subject }, state) => state.filter({ subject: state.wish.filters['subject'] ? null : subject })}
            filters={(state) => <FilterChips state={state} filters={chips(state.wish.filters)} />}
            line={({ wish, filter }) =>
              wish.filters['subject'] ? (
                <AuditSubject subject={wish.filters['subject']} onAll={() => filter({ subject: null })} />
              ) : (
                <div className={look.bar}>{t('admin.audit.lead')}</div>
              )
            }
            file={{ columns: auditFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
            foot={(wish) => <AuditFoot wish={narrowed(wish)} />}
            empty={{ title: t('admin.audit.none'), todo: t('admin.audit.noneTodo') }}
            nothingFound={{ title: t('admin.audit.none'), todo: t('admin.audit.noneTodo') }}
          />
        )}
      </SavedViews>
    </Pane>
  )
}

function AuditFoot({ wish }: { wish: Inputs['admin']['auditTotals'] }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.admin.auditTotals.queryOptions(wish, { placeholderData: keepPreviousData }))
  return (
    <TotalsFoot
      totals={data}
      count={(count, isMore) => t(isMore ? 'lists.total.more' : 'lists.total.count', { count })}
      sums={{}}
    />
  )
}

function useAuditColumns(): ListColumn<AuditEntry>[] {
  const { t } = useTranslation()
  const nowAt = useNow()
  const said = useAuditSpeech()
  return [
    { id: 'seq', title: t('admin.audit.seq'), width: '4rem', isRight: true, cell: ({ seq }) => seq },
    {
      ...{ id: 'at', title: t('admin.audit.at'), width: '7rem', isSortable: true },
      cell: ({ at }) => <WhenText at={at} nowAt={nowAt} />,
    },
    { id: 'who', title: t('admin.audit.who'), width: '6rem', cell: said.who },
    { id: 'action', title: t('admin.audit.action'), width: '10.5rem', cell: said.action },
    { id: 'subject', title: t('admin.audit.subject'), width: 'minmax(14rem, 1fr)', cell: said.about },
    {
      ...{ id: 'details', title: t('admin.audit.details'), width: 'minmax(16rem, 1.5fr)' },
      cell: (entry) => <span title={said.details(entry)}>{said.details(entry)}</span>,
    },
  ]
}
