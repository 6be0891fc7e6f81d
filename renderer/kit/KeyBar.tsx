import type { ReactNode, Ref } from 'react'
import look from './KeyBar.module.css'

interface KeyBarProps {
  /** What the bar is for a screen reader, a translated word. */
  label: string
  /** `KeyButton`s, `BarDivider` between groups. */
  children: ReactNode
  /** What stands at the right end. */
  end?: ReactNode
  /** 60 px high, for the hand-over sentence. */
  isTall?: boolean
  ref?: Ref<HTMLDivElement>
}

/** The bar at the foot of a screen: what can be done here, each with its key. */
export function KeyBar({ label, children, end, isTall = false, ref }: KeyBarProps) {
  return (
    <div ref={ref} role="toolbar" aria-label={label} className={isTall ? `${look.bar} ${look.tall}` : look.bar}>
      {children}
      {end ? <div className={look.end}>{end}</div> : null}
    </div>
  )
}

/** A hairline between two groups of a bar. */
export function BarDivider() {
  return <span className={look.divider} aria-hidden />
}
