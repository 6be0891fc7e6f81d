import type { ReactNode } from 'react'
import look from './List.module.css'

/** The line under a list: how many rows there are and what they sum up to. */
export const ListFoot = ({ children }: { children?: ReactNode }) => (
  <div className={look.foot} role="status">
    {children}
  </div>
)
