import { newId } from './new-id.ts'
import { openStore, seal, unseal } from './sealed-store.ts'
import { stationNow } from '../kit/station-clock.ts'

/** Keeps a form from its first key press: neither a crash nor a silent station loses a word. */
export async function saveDraft(key: string, value: unknown): Promise<void> {
  const sealed = await seal(value)
  await (await openStore()).put('drafts', { key, savedAt: stationNow(), sealed })
}

/** Every readable draft whose key starts with the prefix, oldest first. */
export async function readDrafts(prefix: string): Promise<{ key: string; savedAt: string; value: unknown }[]> {
  const rows = await (await openStore()).getAll('drafts', IDBKeyRange.bound(prefix, `${prefix}\uffff`))
  const drafts = await Promise.all(
    rows.map(async ({ key, savedAt, sealed }) => ({ key, savedAt, value: await unseal(sealed) })),
  )
  return drafts.filter((draft) => draft.value !== null).sort((a, b) => a.savedAt.localeCompare(b.savedAt))
}

/** Forgets a draft; one still on its way to the disk is not waited for. */
export async function dropDraft(key: string): Promise<void> {
  await (await openStore()).delete('drafts', key)
}

/** Gives a draft that lay beside a command (`…~<id>`) an id of its own: under the command's stands something else. */
export async function renewDraftBeside(id: string): Promise<void> {
  for (const { key, value } of await readKeptDrafts(''))
    if (key.endsWith(`~${id}`)) await saveDraft(key, { ...(value as object), id: newId() })
}

const writing = new Map<string, { next: unknown; run: Promise<void> }>()

/** Keeps the newest of what is typed under a key, null lets it go: one write at a time, always ending with the newest. */
export function keepDraft(key: string, value: unknown): void {
  const entry = writing.get(key)
  if (entry) {
    entry.next = value
    return
  }
  const job = { next: value, run: Promise.resolve() }
  writing.set(key, job)
  job.run = (async () => {
    let written: unknown
    do {
      written = job.next
      await (written === null ? dropDraft(key) : saveDraft(key, written))
    } while (written !== job.next)
  })()
    .catch((error: unknown) => console.error('the draft could not be kept', error))
    .finally(() => writing.delete(key))
}

/** The drafts of `readDrafts`, after every write under way: what was typed a moment ago is among them. */
export async function readKeptDrafts(prefix: string): ReturnType<typeof readDrafts> {
  await Promise.all([...writing].filter(([key]) => key.startsWith(prefix)).map(([, { run }]) => run))
  return readDrafts(prefix)
}

interface Hold {
  free: () => void
  /** Settles once the browser has the lock back. */
  isOver: Promise<unknown>
}
const held = new Map<string, Hold>()
const leaving = new Map<string, Promise<unknown>>()

/**
 * Takes a draft for this window until it is let go or the window ends. False: another window of this computer has it open, and what is typed here
 * must not be laid over what is typed there.
 */
export async function holdDraft(key: string): Promise<boolean> {
  await leaving.get(key)
  if (held.has(key)) return true
  return new Promise((resolve, reject) => {
    const isOver = navigator.locks.request(`gendan-draft.${key}`, { ifAvailable: true }, (lock) => {
      // Two calls at once: the second finds the lock with the first.
      resolve(lock !== null || held.has(key))
      return lock === null ? undefined : new Promise<void>((free) => held.set(key, { free, isOver }))
    })
    isOver.catch(reject)
  })
}

/** Whether this window has a draft. */
export const holdsDraft = (key: string): boolean => held.has(key)

/** Another window may take the drafts whose key starts with the prefix. Settles when it may. */
export async function letDraftsGo(prefix: string): Promise<void> {
  const gone = [...held].filter(([key]) => key.startsWith(prefix))
  for (const [key, { free, isOver }] of gone) {
    held.delete(key)
    leaving.set(
      key,
      isOver.finally(() => leaving.delete(key)),
    )
    free()
  }
  await Promise.all(gone.map(([, { isOver }]) => isOver))
}
