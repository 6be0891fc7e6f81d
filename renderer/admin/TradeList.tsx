import { IconCircle, IconCircleDot } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TradeRow } from '../../shared/admin/trade-schema.ts'
import type { Language } from '../../shared/kit/words.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Icon } from '../kit/Icon.tsx'
import { SearchBox } from '../kit/SearchBox.tsx'
import look from './first-run.module.css'
import { listTrades } from './list-trades.ts'
import own from './TradeList.module.css'

interface TradeListProps {
  /** Empty until the station has answered. */
  trades: readonly TradeRow[]
  companyName: string
  presetId: string
  onChoose: (presetId: string) => void
}

/** The thirty-four trades: guessed ones on top, then by group; starting blank is always in sight below them. */
export function TradeList({ trades, companyName, presetId, onChoose }: TradeListProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [wanted, setWanted] = useState('')
  const { guessed, groups, blank, ordered } = listTrades(trades, companyName, wanted)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-checked=true]')?.scrollIntoView({ block: 'nearest' })
  }, [presetId])
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = ordered.findIndex((preset) => preset.id === presetId)
    const next = ordered[at === -1 && step === -1 ? ordered.length - 1 : (at + step + ordered.length) % ordered.length]
    if (!next) return
    onChoose(next.id)
    if (event.currentTarget === list.current)
      list.current.querySelector<HTMLElement>(`[data-trade=${next.id}]`)?.focus({ preventScroll: true })
  }
  const reachable = ordered.some(({ id }) => id === presetId) ? presetId : ordered[0]?.id
  const option = (preset: TradeRow, name = preset.name[language]) => (
    <button
      key={preset.id}
      type="button"
      role="radio"
      data-trade={preset.id}
      aria-checked={preset.id === presetId}
      tabIndex={preset.id === reachable ? 0 : -1}
      className={look.option}
      onClick={() => onChoose(preset.id)}
    >
      <Icon of={preset.id === presetId ? IconCircleDot : IconCircle} size={18} />
      <span>{name}</span>
      <span className={look.optionNote}>{preset.hint[language]}</span>
    </button>
  )
  return (
    <>
      <div className={own.search}>
        <SearchBox value={wanted} onChange={setWanted} placeholder={t('admin.firstRun.searchTrade')} onKeyDown={walk} />
      </div>
      <div ref={list} className={own.choice} role="radiogroup" aria-label={t('admin.firstRun.trade')} onKeyDown={walk}>
        <div className={own.list}>
          {guessed.length > 0 ? <p className={own.group}>{t('admin.firstRun.guessed')}</p> : null}
          {guessed.map((preset) => option(preset))}
          {groups.map((group) => (
            <div key={group.code}>
              <p className={own.group}>{group.text[language]}</p>
              {group.trades.map((preset) => option(preset))}
            </div>
          ))}
          {ordered.length === 1 ? (
            <EmptyState title={t('admin.firstRun.noTrade')} todo={t('admin.firstRun.noTradeTodo')} />
          ) : null}
        </div>
        <div className={own.blank}>{blank ? option(blank, t('admin.firstRun.blank')) : null}</div>
      </div>
    </>
  )
}
