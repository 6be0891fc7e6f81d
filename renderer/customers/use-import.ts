import { newId } from '../app/new-id.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArchiveKind, ColumnMapping, ImportTarget } from '../../shared/customers/import-columns.ts'
import type { ImportProgress } from '../../shared/customers/schema.ts'
import { api, client, pageHeaders } from '../app/api.ts'

interface SentFile {
  hash: string
  fileName: string
  /** Chosen by the member; null: what the heading looks like. */
  kind: ArchiveKind | null
  /** Corrected by the member; null: as guessed. */
  mapping: ColumnMapping | null
}

const isOver = (progress: ImportProgress | undefined): boolean =>
  progress !== undefined && progress.state !== 'reading' && progress.state !== 'writing'

/** One import from the chosen file to its end: send, dry run, corrections, run, stop. */
export function useImport() {
  const [file, setFile] = useState<SentFile | null>(null)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [runId, setRunId] = useState<string | null>(null)
  const preview = useQuery({
    ...api.customers.importPreview.queryOptions(file ?? { hash: '0'.repeat(64), fileName: '-' }),
    enabled: file !== null && runId === null,
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const progress = useQuery({
    ...api.customers.importProgress.queryOptions({ id: runId ?? '00000000-0000-7000-8000-000000000000' }),
    enabled: runId !== null,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 300),
  })
  const runs = useQuery(api.customers.importRuns.queryOptions())

  const attempt = async (work: () => Promise<unknown>) => {
    setError(null)
    await work().catch(setError)
  }

  return {
    file,
    isSending,
    error: error ?? (file === null ? null : preview.error) ?? progress.error,
    preview: file === null ? undefined : preview.data,
    /** A correction is being worked out; what stands is the answer before it. */
    isStale: preview.isFetching,
    progress: runId === null ? undefined : progress.data,
    runs: runs.data ?? [],
    choose: (chosen: File) =>
      attempt(async () => {
        setRunId(null)
        setSending(true)
        const hash = await sendFile(chosen).finally(() => setSending(false))
        setFile({ hash, fileName: chosen.name, kind: null, mapping: null })
      }),
    setKind: (kind: ArchiveKind) => {
      setRunId(null)
      setFile((before) => before && { ...before, kind, mapping: null })
    },
    setTarget: (column: number, target: ImportTarget | null) => {
      setRunId(null)
      setFile((before) => before && { ...before, mapping: remapped(preview.data?.mapping ?? {}, column, target) })
    },
    start: () =>
      attempt(async () => {
        if (!file || !preview.data) return
        const id = newId()
        await client.customers.importStart.mutate({
          ...file,
          kind: preview.data.kind,
          mapping: preview.data.mapping,
          id,
        })
        setRunId(id)
      }),
    stop: () => attempt(async () => runId !== null && (await client.customers.importCancel.mutate({ id: runId }))),
  }
}

/** A column stands for one target, a target for one column. */
function remapped(mapping: ColumnMapping, column: number, target: ImportTarget | null): ColumnMapping {
  const kept = Object.entries(mapping).filter(([other, at]) => at !== column && other !== target)
  return Object.fromEntries(target === null ? kept : [...kept, [target, column]])
}

/** Sends the bytes; the station answers their hash. */
async function sendFile(file: File): Promise<string> {
  const answer = await fetch(`/files?use=import&name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: pageHeaders(),
  })
  if (!answer.ok) throw new TypeError(`file not taken: ${answer.status}`)
  return ((await answer.json()) as { hash: string }).hash
}
