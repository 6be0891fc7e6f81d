import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { client } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { DataTable, type Column } from '../kit/DataTable.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Pane } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { type AuditFilter, AuditSearch, emptyAuditFilter } from './AuditSearch.tsx'
import { pageOfSubject } from './audit-text.ts'
import look from './settings.module.css'
import { type AuditEntry, useAuditSpeech } from './use-audit-speech.ts'
import { useAuditExport } from './use-audit-export.ts'

const pageLength = 100

/** Who did what, the newest first: everything, or what one person, one feature, one day or one thing has of it. */
export function AuditSettings() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const words = useAuditSpeech()
  const [filter, setFilter] = useState<AuditFilter>(emptyAuditFilter)
  const [about, setAbout] = useState<AuditEntry | null>(null)
  const [chosen, setChosen] = useState<AuditEntry | null>(null)
  const wanted = { ...filter, subject: about?.subject ?? null }
  const query = useInfiniteQuery({
    queryKey: [['admin', 'audit'], { input: wanted, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.admin.audit.query({ ...wanted, before: pageParam, limit: pageLength }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageLength ? null : (page.at(-1)?.seq ?? null)),
  })
  const rows = useMemo(() => query.data?.pages.flat(), [query.data])
  const exports = useAuditExport(wanted)
  useCommands([{ id: 'admin.exportAudit', text: 'admin.audit.export', keys: ['E'], run: exports.run }])
  const columns: Column<AuditEntry>[] = [
    { id: 'seq', title: t('admin.audit.seq'), width: '4rem', isRight: true, cell: ({ seq }) => seq },
    {
      id: 'at',
      title: t('admin.audit.at'),
      width: '7rem',
      cell: ({ at }) => <WhenText at={at} nowAt={nowAt} />,
    },
    { id: 'who', title: t('admin.audit.who'), width: '6rem', cell: words.who },
    { id: 'action', title: t('admin.audit.action'), width: '10.5rem', cell: words.action },
    { id: 'subject', title: t('admin.audit.subject'), width: 'minmax(14rem, 1fr)', cell: words.about },
    {
      id: 'details',
      title: t('admin.audit.details'),
      width: 'minmax(16rem, 1.5fr)',
      cell: (entry) => <span title={words.details(entry)}>{words.details(entry)}</span>,
    },
  ]
  const page = chosen ? pageOfSubject(chosen.subject) : null
  return (
    <Pane label={t('admin.settings.tab.audit')}>
      <AuditSearch filter={filter} onChange={setFilter} nowAt={nowAt} />
      <div className={look.bar}>
        <span className={look.cut}>
          {about ? t('admin.audit.only', { subject: words.about(about) }) : t('admin.audit.lead')}
        </span>
        <span className={look.end}>
          {page ? (
            <KeyButton isSmall onClick={() => navigate(page)}>
              {t('admin.audit.open')}
            </KeyButton>
          ) : null}
          {about ? (
            <KeyButton isSmall onClick={() => setAbout(null)}>
              {t('admin.audit.all')}
            </KeyButton>
          ) : chosen ? (
            <KeyButton isSmall onClick={() => setAbout(chosen)}>
              {t('admin.audit.onlyThis')}
            </KeyButton>
          ) : null}
          <KeyButton isSmall icon={IconDownload} keyCap="E" capAt="after" onClick={exports.run}>
            {exports.isRunning ? t('admin.audit.exporting', { count: exports.done }) : t('admin.audit.export')}
          </KeyButton>
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
          empty={{ title: t('admin.audit.none'), todo: t('admin.audit.noneTodo') }}
          onChoose={setChosen}
          onOpen={(entry) => setAbout(about ? null : entry)}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
          }}
        />
      )}
    </Pane>
  )
}
