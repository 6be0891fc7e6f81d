import type { ReactNode } from 'react'
import look from './EmptyState.module.css'

/** Nothing here yet: what that means, and what to do about it. */
export function EmptyState({ title, todo, action }: { title: string; todo?: string; action?: ReactNode }) {
  return (
    <div className={look.empty}>
      <p className={look.title}>{title}</p>
      {todo ? <p className={look.todo}>{todo}</p> : null}
      {action ? <div className={look.action}>{action}</div> : null}
    </div>
  )
}
