import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryStep, RecordRef } from '../../shared/history/schema.ts'
import { client } from '../app/api.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useNow } from '../kit/use-now.ts'
import { type HistoryFilter, isWanted } from './history-text.ts'
import look from './HistoryList.module.css'
import { HistoryStepRow } from './HistoryStepRow.tsx'
import type { Undoing } from './use-undo.ts'

interface HistoryListProps {
  record: RecordRef
  undoing: Undoing | null
}

/** What was changed on a record (改动), newest first: who, when, which field, before and after; with the way back where there is one. */
export function HistoryList({ record, undoing }: HistoryListProps) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const [filter, setFilter] = useState<HistoryFilter>('all')
  const query = useInfiniteQuery({
    queryKey: [['history', 'of'], { input: record, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) => client.history.of.query({ ...record, before: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const pages = query.data?.pages
  if (!pages)
    return query.isError ? (
      <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={8} />
    )
  const steps: HistoryStep[] = pages.flatMap(({ rows }) => rows)
  const { undo, redo } = pages[0]!
  const shown = steps.filter((step) => isWanted(step, filter))
  const choice = (value: HistoryFilter) => ({
    value,
    text: t(`history.filter.${value}`),
    note: String(steps.filter((step) => isWanted(step, value)).length),
  })
  return (
    <>
      <div className={look.bar}>
        <ChoiceChips
          label={t('history.filter.title')}
          choices={[choice('all'), choice('own'), choice('removed')]}
          value={filter}
          onChange={(value) => setFilter(value ?? 'all')}
        />
        {redo && undoing ? (
          <KeyButton isSmall keyCap="Ctrl+Y" capAt="after" onClick={undoing.redo}>
            {t('history.undo.redo')}
          </KeyButton>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('history.empty.what')} todo={t('history.empty.why')} />
      ) : (
        <div className={look.scroll} role="region" aria-label={t('history.pane.title')} tabIndex={0}>
          <table className={look.table}>
            <thead>
              <tr>
                <th scope="col">{t('history.column.field')}</th>
                <th scope="col">{t('history.column.before')}</th>
                <th scope="col">{t('history.column.after')}</th>
              </tr>
            </thead>
            {shown.map((step) => (
              <HistoryStepRow
                key={step.step}
                step={step}
                nowAt={nowAt}
                isNext={step.step === undo && step.canUndo}
                onUndo={undoing && step.canUndo ? () => undoing.undoStep(step.step, step.state === 'undo') : undefined}
              />
            ))}
          </table>
          {query.hasNextPage ? (
            <KeyButton look="quiet" onClick={() => void query.fetchNextPage()}>
              {t('history.pane.more')}
            </KeyButton>
          ) : null}
        </div>
      )}
    </>
  )
}
