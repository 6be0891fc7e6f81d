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
