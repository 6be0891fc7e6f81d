import { useTranslation } from 'react-i18next'
import { ListRow } from '../kit/ListRow.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { marked } from './marked.ts'
import type { Search } from './use-search.ts'
import look from './Who.module.css'

interface SearchResultsProps {
  search: Search
  text: string
  onPick: (customerId: string) => void
}

/** What the box found, each with the way it was found and the matching part marked. */
export function SearchResults({ search, text, onPick }: SearchResultsProps) {
  const { t } = useTranslation()
  const { hits, at, isAsking, error } = search
  if (error && hits.length === 0) return <ProblemNote error={error} />
  return (
    <>
      <PaneHead title={t('intake.found')} count={hits.length} action={t('intake.foundKeys')} />
      {hits.map((hit, index) => {
        const isName = hit.kind === 'name' || hit.kind === 'initials' || hit.kind === 'pinyin'
        const way = (
          <>
            {t(`intake.found.${hit.kind}`)}
            {isName ? null : (
              <>
                {' '}
                <Marked text={hit.matched} query={text} />
              </>
            )}
          </>
        )
        return (
          <ListRow
            key={hit.customerId}
            isPerson
            isChosen={index === at}
            title={<Marked text={hit.customerName} query={isName ? text : ''} />}
            beside={hit.personName === hit.customerName ? undefined : hit.personName}
            lines={[hit.kind === 'address' ? undefined : hit.address, way].filter(
              (line) => line !== undefined && line !== '',
            )}
            end={hit.kind === 'phoneTail' ? undefined : hit.phoneShown}
            onPick={() => onPick(hit.customerId)}
          />
        )
      })}
      {hits.length === 0 && !isAsking ? <p className={look.hint}>{t('intake.foundNone')}</p> : null}
    </>
  )
}

function Marked({ text, query }: { text: string; query: string }) {
  return marked(text, query).map((part, index) =>
    part.isHit ? (
      <mark key={index} className={look.mark}>
        {part.text}
      </mark>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  )
}
