import type { UseQueryResult } from '@tanstack/react-query'
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardFigures } from '../../shared/tickets/board.ts'
import { Icon } from '../kit/Icon.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { SoonContext } from '../kit/soon.ts'
import { spanText } from '../kit/spans.ts'
import look from './FigureRow.module.css'
import { boardRow, type Figure } from './figures.ts'

interface FigureRowProps {
  query: UseQueryResult<BoardFigures, unknown>
  nowAt: string
  onLost: () => void
}

/** The ten-second answer; every number opens its rows. */
export function FigureRow({ query, nowAt, onLost }: FigureRowProps) {
  const { t } = useTranslation()
  if (!query.data) {
    return (
      <div className={look.row} aria-busy={!query.isError}>
        {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      </div>
    )
  }
  const { burning, day } = boardRow(query.data, nowAt)
  return (
    <nav className={look.row} aria-label={t('tickets.board.figures')}>
      {burning.map((figure) => (
        <FigureCell key={figure.id} figure={figure} onLost={onLost} />
      ))}
      <span className={look.gap} />
      {day.map((figure) => (
        <FigureCell key={figure.id} figure={figure} onLost={onLost} />
      ))}
    </nav>
  )
}

const signs = { late: IconAlertOctagon, warn: IconAlertTriangle }

function FigureCell({ figure, onLost }: { figure: Figure; onLost: () => void }) {
  const { t } = useTranslation()
  const minutes = use(SoonContext)
  const { id, value, count, verdict, oldestMinutes, path } = figure
  const { key, facts } = spanText(oldestMinutes ?? 0)
  const oldest = oldestMinutes === null ? '' : t('tickets.figure.oldest', { span: t(key, facts) })
  const inside = (
    <>
      <span className={verdict ? `${look.value} ${look[verdict]}` : look.value}>
        {verdict ? <Icon of={signs[verdict]} size={20} /> : null}
        {value ?? '–'}
        {id === 'answeredInTime' && value !== null ? <small>%</small> : null}
      </span>
      <span className={look.label}>
        {t(`tickets.figure.${id}`, { count, minutes })}
        {oldest}
      </span>
    </>
  )
  if (path.startsWith('#')) {
    return (
      <button type="button" className={look.cell} onClick={onLost}>
        {inside}
      </button>
    )
  }
  return (
    <a className={look.cell} href={`#${path}`}>
      {inside}
    </a>
  )
}
