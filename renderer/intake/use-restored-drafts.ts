import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../app/api.ts'
import { dropDraft, holdDraft, readDrafts } from '../app/drafts.ts'
import { sayNotice } from '../kit/notices.ts'
import { prefixOf, restoreTab, seatMember } from './tab-store.ts'
import { readTab } from './tabs.ts'

/** A silent station does not keep the drafts from the screen. */
const patienceMs = 1_500

/** Puts back what was typed before a reload or a crash, once; entries stored meanwhile are let go, those open in another window stay there. True when that is done. */
export function useRestoredDrafts(memberId: string): boolean {
  const { t } = useTranslation()
  const [doneFor, setDoneFor] = useState('')
  useEffect(() => {
    const gone = new AbortController()
    void (async () => {
      seatMember(memberId)
      const drafts = await readDrafts(prefixOf(memberId)).catch(() => [])
      const tabs = drafts.flatMap(({ key, value }) => {
        const tab = readTab(value)
        return tab ? [{ key, tab }] : []
      })
      const stored = tabs.length > 0 ? await storedIds() : new Set<string>()
      if (gone.signal.aborted) return
      for (const { key, tab } of tabs) if (stored.has(tab.id)) void dropDraft(key)
      let count = 0
      for (const { key, tab } of tabs) {
        if (stored.has(tab.id) || !(await holdDraft(key))) continue
        restoreTab(tab)
        count += 1
      }
      if (count > 0) sayNotice(t('intake.restored', { count }))
      setDoneFor(memberId)
    })()
    return () => {
      gone.abort()
    }
    // The language may change without reading the drafts again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [memberId])
  return doneFor === memberId
}

/** Entries the station has, the newest; none when it is silent: sending one twice stores it once. */
async function storedIds(): Promise<Set<string>> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const { rows } = await client.intake.register.query({ limit: 100 }, { signal })
    return new Set(rows.map(({ id }) => id))
  } catch {
    return new Set()
  }
}
