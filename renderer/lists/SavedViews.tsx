import { useState, type ReactNode } from 'react'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useKept, type ViewsInHand } from './use-views.ts'

/** Opens a list with the view its member begins with; each choice begins the list anew. */
export function SavedViews({ list, children }: { list: string; children: (views: ViewsInHand) => ReactNode }) {
  const kept = useKept(list)
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  if (!kept) return <Skeleton lines={10} />
  const id = chosen === undefined ? kept.defaultViewId : chosen
  const view = kept.views.find((row) => row.id === id) ?? null
  return children({ list, kept, view, choose: (row) => setChosen(row?.id ?? null) })
}
