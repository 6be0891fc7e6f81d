import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { BarDivider, KeyBar } from '../kit/KeyBar.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import look from './List.module.css'
import type { Chosen } from './use-chosen.ts'

interface ChosenBarProps {
  /** Name of the list, and what it is asked for now. */
  list: string
  wish: unknown
  chosen: Chosen
  /** Ids of the rows that are listed so far, and whether there are more. */
  listed: readonly string[]
  hasMore: boolean
  /** Ids of all that match; refused by name where they are too many. */
  matching: () => Promise<readonly string[]>
  /** Which of these the list still shows. */
  stillListed: (ids: readonly string[]) => Promise<readonly string[]>
  /** What can be done with them, each with its key. */
  children: ReactNode
}

/** Under a list while rows are ticked: how many, which left the filter meanwhile, and what can be done with them in one go. */
export function ChosenBar(props: ChosenBarProps) {
  const { list, wish, chosen, listed, hasMore, matching, stillListed, children } = props
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const ids = [...chosen.ids]
  const known = new Set(listed)
  const isApart = ids.some((id) => !known.has(id))
  const [feature = ''] = list.split('.')
  const still = useQuery({
    queryKey: [[feature, 'stillListed'], { input: { wish, ids }, type: 'query' }],
    queryFn: () => stillListed(ids),
    enabled: isApart,
  })
  const stays = new Set([...(still.data ?? []), ...listed])
  const left = isApart && still.data ? ids.filter((id) => !stays.has(id)) : []
  const chooseAll = async () => {
    setAsking(true)
    try {
      chosen.set([...chosen.ids, ...(await matching())])
    } catch (error) {
      sayNotice(problemText(error).what, { kind: 'late' })
    } finally {
      setAsking(false)
    }
  }
  useCommands([
    ...(ids.length > 0
      ? [{ id: 'lists.unchoose', text: 'lists.chosen.none', keys: ['Escape'], run: () => chosen.set([]) }]
      : []),
  ])
  if (ids.length === 0) return null
  return (
    <KeyBar label={t('lists.chosen.bar')}>
      <strong role="status" className={look.chosen}>
        {t('lists.chosen.count', { count: ids.length })}
      </strong>
      <KeyButton isSmall look="quiet" keyCap="Esc" onClick={() => chosen.set([])}>
        {t('lists.chosen.none')}
      </KeyButton>
      {hasMore && listed.every((id) => chosen.ids.has(id)) ? (
        <KeyButton isSmall look="quiet" aria-busy={isAsking} onClick={() => void chooseAll()}>
          {t('lists.chosen.all')}
        </KeyButton>
      ) : null}
      {left.length > 0 ? (
        <>
          <span className={look.dim}>{t('lists.chosen.left', { count: left.length })}</span>
          <KeyButton isSmall look="quiet" onClick={() => chosen.onTick(left, false)}>
            {t('lists.chosen.drop')}
          </KeyButton>
        </>
      ) : null}
      <BarDivider />
      {children}
    </KeyBar>
  )
}
