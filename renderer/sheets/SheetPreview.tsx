import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { papers } from '../../shared/forms/papers.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { FormSheet } from '../kit/FormGrid/FormSheet.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { RefusedNote } from '../kit/RefusedNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { SheetWish } from './print-path.ts'
import look from './Sheets.module.css'
import { useSheet } from './use-sheet.ts'
import { zoomFor, zooms, type Zoom } from './zoom.ts'

/** Desk seen around the sheet, and the room of a scroll bar. */
const deskPx = 12

/** The sheet as it will print, drawn by the same component; it fits the pane unless asked for its full size. */
export function SheetPreview({ wish }: { wish: Omit<SheetWish, 'enlarged'> }) {
  const { t } = useTranslation()
  const [zoom, setZoom] = useState<Zoom>('width')
  const { ref, width, height } = useElementSize()
  const { query, sheet } = useSheet(wish)
  const share = zoomFor(zoom, papers[wish.paper], { width: width - deskPx * 3, height: height - deskPx * 2 })
  return (
    <>
      <div className={look.tools}>
        <ChoiceChips
          label={t('sheets.zoom')}
          choices={zooms.map((value) => ({ value, text: t(`sheets.zoom.${value}`) }))}
          value={zoom}
          onChange={(next) => setZoom(next ?? 'width')}
        />
        <span className={look.note}>
          {sheet ? t('sheets.pages', { count: sheet.pages.length }) : ''}　{Math.round(share * 100)}%
        </span>
      </div>
      {sheet ? <RefusedNote error={query.error} /> : null}
      <div ref={ref} className={look.desk} role="group" tabIndex={0} aria-label={t('sheets.preview')}>
        {sheet ? (
          <div className={look.sheet} style={{ zoom: share }}>
            <FormSheet sheet={sheet} target="screen" />
          </div>
        ) : query.isError ? (
          <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={12} />
        )}
      </div>
    </>
  )
}
