import { openStore, seal, unseal } from './sealed-store.ts'

/** Keeps a form from its first key press: neither a crash nor a silent station loses a word. */
export async function saveDraft(key: string, value: unknown): Promise<void> {
  const sealed = await seal(value)
  await (await openStore()).put('drafts', { key, savedAt: new Date().toISOString(), sealed })
}

/** Every readable draft whose key starts with the prefix, oldest first. */
export async function readDrafts(prefix: string): Promise<{ key: string; savedAt: string; value: unknown }[]> {
  const rows = await (await openStore()).getAll('drafts', IDBKeyRange.bound(prefix, `${prefix}\uffff`))
  const drafts = await Promise.all(
    rows.map(async ({ key, savedAt, sealed }) => ({ key, savedAt, value: await unseal(sealed) })),
  )
  return drafts.filter((draft) => draft.value !== null).sort((a, b) => a.savedAt.localeCompare(b.savedAt))
}

export async function dropDraft(key: string): Promise<void> {
  await (await openStore()).delete('drafts', key)
}
