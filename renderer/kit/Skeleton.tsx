import { useTranslation } from 'react-i18next'
import look from './Skeleton.module.css'
import { useLate } from './use-late.ts'

const widths = ['72%', '54%', '88%', '40%', '66%']

/** Grey lines where rows will stand, only after 150 ms. It keeps its height from the start, so nothing jumps. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation()
  const isLate = useLate(true)
  return (
    <div className={look.lines} role="status" aria-label={t('kit.busy.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          className={look.line}
          style={{ width: widths[index % widths.length], visibility: isLate ? 'visible' : 'hidden' }}
        />
      ))}
    </div>
  )
}
