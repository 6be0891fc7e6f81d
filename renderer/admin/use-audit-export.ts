import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, type Inputs } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { saveList } from '../app/save-list.ts'
import { sayNotice } from '../kit/notices.ts'
import { companyDay, companyTime } from '../kit/station-clock.ts'
import { type AuditEntry, useAuditSpeech } from './use-audit-speech.ts'

const pageLength = 200

type Wanted = Pick<NonNullable<Inputs['admin']['audit']>, 'memberId' | 'feature' | 'day' | 'subject'>

/** Saves the entries as they are narrowed now as CSV, in the words of the page; the export is an entry itself. Run again to stop. */
export function useAuditExport(wanted: Wanted) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const words = useAuditSpeech()
  const [done, setDone] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const columns = [
    { title: t('admin.audit.seq'), text: ({ seq }: AuditEntry) => seq },
    { title: t('admin.audit.at'), text: ({ at }: AuditEntry) => `${companyDay(at)} ${companyTime(at)}` },
    { title: t('admin.audit.who'), text: words.who },
    { title: t('admin.audit.action'), text: words.action },
    { title: t('admin.audit.subject'), text: words.about },
    { title: t('admin.audit.details'), text: words.details },
  ]

  const start = async () => {
    const stop = new AbortController()
    running.current = stop
    setDone(0)
    try {
      const entries: AuditEntry[] = []
      for (let before: number | null = null; !stop.signal.aborted; before = entries.at(-1)?.seq ?? null) {
        const page: AuditEntry[] = await client.admin.audit.query(
          { ...wanted, before, limit: pageLength },
          { signal: stop.signal },
        )
        entries.push(...page)
        setDone(entries.length)
        if (page.length < pageLength) break
      }
      if (stop.signal.aborted) return
      const filter = [wanted.feature, wanted.day, wanted.memberId, wanted.subject].filter(Boolean).join(' ')
      const about = { feature: 'admin', view: 'audit', filter: filter.slice(0, 120) } as const
      if (await saveList(t('admin.settings.tab.audit'), about, columns, entries))
        sayNotice(t('admin.audit.exported', { count: entries.length }))
    } catch (error) {
      if (!stop.signal.aborted) sayNotice(explain(error).what, { kind: 'late' })
    } finally {
      running.current = null
      setDone(null)
    }
  }
  return {
    isRunning: done !== null,
    done: done ?? 0,
    run: () => (running.current ? running.current.abort() : void start()),
  }
}
