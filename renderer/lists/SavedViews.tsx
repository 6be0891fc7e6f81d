import type { ReactNode } from 'react'
import { askInAddress, useAskedInAddress } from '../app/use-address.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { askForView, viewAsked } from './asked.ts'
import { useKept, type ViewsInHand } from './use-views.ts'

/** Opens a list with the view its member begins with; each choice begins the list anew and stands in the address. */
export function SavedViews({ list, children }: { list: string; children: (views: ViewsInHand) => ReactNode }) {
  const kept = useKept(list)
  const chosen = viewAsked(useAskedInAddress())
  if (!kept) return <Skeleton lines={10} />
  const id = chosen === undefined ? kept.defaultViewId : chosen
  const view = kept.views.find((row) => row.id === id) ?? null
  return children({ list, kept, view, choose: (row) => askInAddress(askForView(row?.id ?? null), null) })
}
