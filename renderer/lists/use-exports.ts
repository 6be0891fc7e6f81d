import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRow } from '../../shared/lists/export-schema.ts'
import { api, client, type Inputs, queries } from '../app/api.ts'
import { host } from '../app/host.ts'
import { currentLanguage } from '../app/i18n.ts'
import { newId } from '../app/new-id.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { sayNotice } from '../kit/notices.ts'

/** Asked for at this seat and not saved yet: what is written is saved without another press. */
const expected = new Set<string>()

/** Asks the station for a list as a file; it is saved here as soon as it is written. */
export async function askForFile(asked: Omit<Inputs['lists']['askExport'], 'id' | 'language'>): Promise<void> {
  const id = newId()
  expected.add(id)
  await client.lists.askExport.mutate({ ...asked, id, language: currentLanguage() }).catch((error: unknown) => {
    expected.delete(id)
    throw error
  })
  await queries.invalidateQueries({ queryKey: api.lists.exports.queryKey() })
}

/** Fetches a written list and lets the member save it. */
async function save({ hash, name }: ExportRow): Promise<boolean> {
  const answer = await fetch(`/files/${hash ?? ''}`)
  if (!answer.ok) throw new TypeError(`the file answered ${answer.status}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return (await host.saveFile({ fileName: `${name}.csv`, bytes })) !== null
}

/** What this seat asked for and what waits for its consent, with what can be done about each. */
export interface Exports {
  rows: readonly ExportRow[]
  fetchFile: (row: ExportRow) => void
  stop: (row: ExportRow) => void
  decide: (row: ExportRow, isAllowed: boolean) => void
}

/** Saves by itself what this seat asked for, once it is written; a failed step is said on the notice line. */
export function useExports(): Exports {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const mayExport = useShell(({ member }) => member)?.may('admin.export') ?? false
  const { data } = useQuery(
    api.lists.exports.queryOptions(undefined, {
      enabled: mayExport,
      refetchInterval: ({ state }) => (state.data?.some((row) => row.state === 'running') ? 1_000 : false),
    }),
  )
  const rows = data ?? []
  const deciding = useRef(new Set<string>())
  const tried = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      sayNotice(problemText(error).what, { kind: 'late' })
    }
    await queries.invalidateQueries({ queryKey: api.lists.exports.queryKey() })
  }
  const fetchFile = (row: ExportRow) =>
    tried(async () => {
      if (await save(row)) sayNotice(t('lists.export.saved', { name: row.name, count: row.rows }), { kind: 'ok' })
    })
  const ready = rows.find((row) => row.state === 'done' && row.hash !== null && expected.has(row.id))
  useEffect(() => {
    if (ready && expected.delete(ready.id)) void fetchFile(ready)
    // Once for each file: the set forgets it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready?.id])
  return {
    rows,
    fetchFile: (row) => void fetchFile(row),
    stop: (row) => void tried(() => client.lists.stopExport.mutate({ id: row.id })),
    decide: ({ id }, isAllowed) => {
      if (deciding.current.has(id)) return
      deciding.current.add(id)
      void tried(() => client.lists.decideExport.mutate({ id, isAllowed })).finally(() => deciding.current.delete(id))
    },
  }
}
