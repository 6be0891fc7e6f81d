import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api, client, type Outputs } from '../app/api.ts'
import { DataTable, type Column } from '../kit/DataTable.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Pane } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useNow } from '../kit/use-now.ts'
import { exactTime, shortWhen } from '../kit/when.ts'
import { detailsText, pageOfSubject } from './audit-text.ts'
import look from './settings.module.css'

type Entry = Outputs['admin']['audit'][number]

const pageLength = 100

/** Who did what, the newest first; all entries, or those about one thing. */
export function AuditSettings() {
  const { t, i18n } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const [subject, setSubject] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Entry | null>(null)
  const colleagues = useQuery(api.admin.colleagues.queryOptions())
  const query = useInfiniteQuery({
    queryKey: [['admin', 'audit'], { input: { subject }, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.admin.audit.query({ before: pageParam, subject, limit: pageLength }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageLength ? null : Number(page.at(-1)?.seq ?? 0) || null),
  })
  const rows = useMemo(() => query.data?.pages.flat(), [query.data])
  const nameOf = (memberId: string | null) =>
    memberId === null
      ? t('admin.audit.station')
      : (colleagues.data?.find(({ id }) => id === memberId)?.name ?? t('admin.audit.formerMember'))
  const actionText = (action: string) => (i18n.exists(`admin.action.${action}`) ? t(`admin.action.${action}`) : action)
  const subjectText = (about: string) => {
    const kind = about.split(':')[0] ?? about
    return i18n.exists(`admin.subject.${kind}`) ? t(`admin.subject.${kind}`) : about
  }
  const detailName = (name: string) => (i18n.exists(`admin.detail.${name}`) ? t(`admin.detail.${name}`) : name)
  const detailValue = (name: string, value: string) => {
    if (name === 'role' && i18n.exists(`admin.role.${value}`)) return t(`admin.role.${value}`)
    if (name === 'status' && i18n.exists(`admin.member.status.${value}`)) return t(`admin.member.status.${value}`)
    return value
  }
  const columns: Column<Entry>[] = [
    { id: 'seq', title: t('admin.audit.seq'), width: '5rem', isRight: true, cell: ({ seq }) => seq },
    {
      id: 'at',
      title: t('admin.audit.at'),
      width: '9rem',
      cell: ({ at }) => (
        <time title={exactTime(at, i18n.language)}>{shortWhen(at, nowAt, i18n.language, t, true)}</time>
      ),
    },
    { id: 'who', title: t('admin.audit.who'), width: '8rem', cell: ({ memberId }) => nameOf(memberId) },
    { id: 'action', title: t('admin.audit.action'), width: '11rem', cell: ({ action }) => actionText(action) },
    { id: 'subject', title: t('admin.audit.subject'), width: '8rem', cell: (entry) => subjectText(entry.subject) },
    {
      id: 'details',
      title: t('admin.audit.details'),
      width: 'minmax(14rem, 1fr)',
      cell: ({ details }) => detailsText(details, detailName, detailValue),
    },
  ]
  const page = chosen ? pageOfSubject(chosen.subject) : null
  return (
    <Pane label={t('admin.settings.tab.audit')}>
      <div className={look.bar}>
        <span>{subject ? t('admin.audit.only', { subject: subjectText(subject) }) : t('admin.audit.lead')}</span>
        <span className={look.end}>
          {page ? (
            <KeyButton isSmall onClick={() => navigate(page)}>
              {t('admin.audit.open')}
            </KeyButton>
          ) : null}
          {subject ? (
            <KeyButton isSmall onClick={() => setSubject(null)}>
              {t('admin.audit.all')}
            </KeyButton>
          ) : chosen ? (
            <KeyButton isSmall onClick={() => setSubject(chosen.subject)}>
              {t('admin.audit.onlyThis')}
            </KeyButton>
          ) : null}
        </span>
      </div>
      {query.isError && !rows ? (
        <div className={look.page}>
          <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : (
        <DataTable
          label={t('admin.settings.tab.audit')}
          columns={columns}
          rows={rows}
          rowId={({ seq }) => String(seq)}
          onChoose={setChosen}
          onOpen={(entry) => setSubject(subject ? null : entry.subject)}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
          }}
        />
      )}
    </Pane>
  )
}
