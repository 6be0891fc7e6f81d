import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchBox } from '../kit/SearchBox.tsx'
import look from './Lists.module.css'

interface ListBarProps {
  text: string
  onText: (text: string) => void
  /** What can be searched for, translated. */
  placeholder: string
  /** Rows on screen so far. */
  shown: number | undefined
  children?: ReactNode
}

/** Search, how many rows are there, and what can be done with the list. */
export function ListBar({ text, onText, placeholder, shown, children }: ListBarProps) {
  const { t } = useTranslation()
  return (
    <div className={look.bar}>
      <div className={look.search}>
        <SearchBox value={text} onChange={onText} placeholder={placeholder} />
      </div>
      <span className={look.figure} role="status">
        {shown === undefined ? '' : t('tickets.list.shown', { count: shown })}
      </span>
      <div className={look.end}>{children}</div>
    </div>
  )
}
