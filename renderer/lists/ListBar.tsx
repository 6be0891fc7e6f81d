import type { KeyboardEvent, ReactNode } from 'react'
import { SearchBox } from '../kit/SearchBox.tsx'
import look from './List.module.css'

interface ListBarProps {
  text: string
  onText: (text: string) => void
  /** What can be searched for, translated. */
  placeholder: string
  /** Keys of the search box that lead into the list. */
  onSearchKey: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Before the search: which view is on screen. */
  views: ReactNode
  children?: ReactNode
}

/** Search, and what can be done with the list. */
export function ListBar({ text, onText, placeholder, onSearchKey, views, children }: ListBarProps) {
  return (
    <div className={look.bar}>
      {views}
      <div className={look.search}>
        <SearchBox value={text} onChange={onText} placeholder={placeholder} onKeyDown={onSearchKey} />
      </div>
      <div className={look.end}>{children}</div>
    </div>
  )
}
