import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pane } from '../kit/Pane.tsx'
import { SearchBox } from '../kit/SearchBox.tsx'
import { CallerList } from './CallerList.tsx'
import { type Entry, EntryContext } from './entry-context.ts'
import { ProductList } from './ProductList.tsx'
import { RecentList } from './RecentList.tsx'
import { SearchResults } from './SearchResults.tsx'
import { useSearch } from './use-search.ts'
import look from './Who.module.css'

interface WhoPaneProps {
  /** null: no form stands; a hit then opens one. */
  entry: Entry | null
  onPick: (customerId: string) => void
}

/** Who is it: one box for everything, the caller's ranked matches, their products and what was between us lately. */
export function WhoPane({ entry, onPick }: WhoPaneProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const take = (customerId: string) => {
    setText('')
    onPick(customerId)
  }
  const search = useSearch(text, take)
  return (
    <Pane label={t('intake.who')}>
      <div className={look.search}>
        <SearchBox
          ref={box}
          value={text}
          onChange={setText}
          placeholder={t('intake.search')}
          onKeyDown={search.onKeyDown}
        />
      </div>
      <div className={look.scroll} tabIndex={-1}>
        {text.trim() !== '' ? (
          <SearchResults search={search} text={text} onPick={take} />
        ) : entry ? (
          <EntryContext value={entry}>
            <CallerList />
            <ProductList />
            <RecentList />
          </EntryContext>
        ) : (
          <p className={look.hint}>{t('intake.searchHint')}</p>
        )}
      </div>
    </Pane>
  )
}
