import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { wide } from '../app/theme.ts'
import look from './Zones.module.css'

interface ZonesProps {
  /** Over the whole width: a `PageHead`, the figures of a board. */
  head?: ReactNode
  /** Who is it, the list: 288 px. */
  left?: ReactNode
  /** The page itself, at least 640 px. */
  children: ReactNode
  /** Verdicts: 348 px. */
  right?: ReactNode
  /** More facts, only from 2200 px on: 440 px. It is not mounted before. */
  fourth?: ReactNode
  /** A `KeyBar`. */
  foot?: ReactNode
}

/** Whether the window is wide enough for the fourth zone and the lists under the form. */
export const useIsWide = () => useMediaQuery(`(min-width: ${wide.fromPx}px)`, false, { getInitialValueInEffect: false })

/** The three zones of every screen: list, page, verdicts; each child is a `Pane`. */
export function Zones({ head, left, children, right, fourth, foot }: ZonesProps) {
  const hasFourth = useIsWide() && Boolean(fourth)
  const columns = [
    left ? 'var(--gd-left)' : '',
    'minmax(0, 1fr)',
    right ? 'var(--gd-right)' : '',
    hasFourth ? 'var(--gd-fourth)' : '',
  ]
  return (
    <div className={look.screen}>
      {head}
      <div className={look.zones} style={{ ['--zones' as string]: columns.join(' ') }}>
        {left}
        {children}
        {right}
        {hasFourth ? fourth : null}
      </div>
      {foot}
    </div>
  )
}
