import { useEffect, useState } from 'react'
import { holdDraft, keepDraft, letDraftsGo, readKeptDrafts } from './drafts.ts'
import { useMe } from './use-house.ts'

/** A form waits no longer than this for the store of the computer. */
const patienceMs = 3_000

/** What a member left unfinished in one place, and where what is typed on goes. */
export interface Unfinished<Value> {
  /** As it was left; null where nothing was. */
  left: Value | null
  /** Null lets it go. */
  keep: (value: Value | null) => void
}

/**
 * What this member left unfinished under a name, null until it is read: kept on this computer from the first key press, over a reload and over
 * leaving the page. The draft is this window's alone: one that another window has open is neither shown nor overwritten, and then nothing is kept here.
 */
export function useUnfinished<Value>(name: string): Unfinished<Value> | null {
  const memberId = useMe()?.id ?? ''
  const key = `kept.${memberId}.${name}/`
  const [read, setRead] = useState<{ key: string; kept: Unfinished<Value> } | null>(null)
  useEffect(() => {
    let isGone = false
    const give = (left: Value | null, isMine: boolean) =>
      !isGone &&
      setRead((before) =>
        before?.key === key ? before : { key, kept: { left, keep: (value) => isMine && keepDraft(key, value) } },
      )
    const late = setTimeout(() => give(null, false), patienceMs)
    void (async () => {
      if (!(await holdDraft(key))) return give(null, false)
      const found = (await readKeptDrafts(key)).find((each) => each.key === key)
      give((found?.value ?? null) as Value | null, true)
    })()
      .catch((error: unknown) => {
        console.error('what was left here cannot be read', error)
        give(null, false)
      })
      .finally(() => clearTimeout(late))
    return () => {
      isGone = true
      clearTimeout(late)
      void letDraftsGo(key)
    }
  }, [key])
  return read?.key === key ? read.kept : null
}
