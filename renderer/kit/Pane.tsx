import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import look from './Pane.module.css'

/** A column of a screen on the surface colour. `label` names it for screen readers; `scrolls` gives it its own scroll. */
export function Pane({ label, scrolls = false, children }: { label: string; scrolls?: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className={scrolls ? `${look.pane} ${look.scrolls}` : look.pane}
      {...(scrolls ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  )
}

interface PaneHeadProps {
  title: string
  icon?: TablerIcon
  /** Figure right after the title. */
  count?: number
  /** Dim, after it: 按数字选, 3 台. */
  note?: ReactNode
  /** At the right end: a small button, a key, a link. */
  action?: ReactNode
  /** `strong` for the lists of a board, `quiet` over a verdict. */
  weight?: 'plain' | 'strong' | 'quiet'
}

/** The head of a pane or of a section in it. */
export function PaneHead({ title, icon, count, note, action, weight = 'plain' }: PaneHeadProps) {
  return (
    <div className={look.head}>
      {icon ? <Icon of={icon} size={weight === 'strong' ? 18 : 16} /> : null}
      <h2 className={weight === 'plain' ? undefined : look[weight]}>
        {title}
        {count === undefined ? null : <span className={look.count}>{count}</span>}
      </h2>
      {note ? <span className={look.note}>{note}</span> : null}
      {action ? <div className={look.action}>{action}</div> : null}
    </div>
  )
}

interface SectionProps {
  children: ReactNode
  /** Inner padding of 14, for text that is not rows. */
  isPadded?: boolean
  /** A strong line above instead of a hairline. */
  isStrong?: boolean
  head?: ReactNode
}

/** A part of a pane; a hairline divides it from the one above. */
export function PaneSection({ children, isPadded = false, isStrong = false, head }: SectionProps) {
  return (
    <div className={isStrong ? `${look.section} ${look.strongLine}` : look.section}>
      {head}
      <div className={isPadded ? look.padded : undefined}>{children}</div>
    </div>
  )
}
