import type { ReactNode } from 'react'
import look from './PageHead.module.css'

interface PageHeadProps {
  title: ReactNode
  /** Number, kind, points: dim, after the title. */
  note?: ReactNode
  /** `Verdict` badges. */
  verdicts?: ReactNode
  /** `KeyButton`s at the right end, the primary one last. */
  actions?: ReactNode
}

/** The head of a page about one thing: its name, what it is, what can be done. */
export function PageHead({ title, note, verdicts, actions }: PageHeadProps) {
  return (
    <div className={look.head}>
      <h1>{title}</h1>
      {note ? <span className={look.note}>{note}</span> : null}
      {verdicts}
      {actions ? <div className={look.actions}>{actions}</div> : null}
    </div>
  )
}
