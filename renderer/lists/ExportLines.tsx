import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRow } from '../../shared/lists/export-schema.ts'
import type { Language } from '../../shared/kit/words.ts'
import type { ToldCondition } from '../../shared/lists/told-wish.ts'
import { fetchTextOf } from '../app/i18n.ts'
import { useNow } from '../kit/use-now.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { WhenText } from '../kit/WhenText.tsx'
import look from './List.module.css'
import { type Exports, useExports } from './use-exports.ts'

const verdicts = {
  waiting: 'warn',
  running: 'none',
  done: 'ok',
  refused: 'late',
  stopped: 'none',
  failed: 'late',
} as const

/** Files on their way: one's own until they are closed, and those that wait for this member's consent. A line each, never a dialog. */
export function ExportLines() {
  const exports = useExports()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const shown = exports.rows.filter(({ id, state }) => state !== 'stopped' && !closed.has(id)).slice(0, 4)
  return shown.map((row) => (
    <ExportLine key={row.id} row={row} exports={exports} onClose={() => setClosed(new Set([...closed, row.id]))} />
  ))
}

function ExportLine({ row, exports, onClose }: { row: ExportRow; exports: Exports; onClose: () => void }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { isMine, state, name, reason } = row
  return (
    <div className={look.line} role="group" aria-label={t('lists.export.label', { name })}>
      <Verdict kind={verdicts[state]}>{t(`lists.export.state.${state}`)}</Verdict>
      <span>
        {isMine ? name : t('lists.export.wants', { who: row.memberName, name })}
        {row.isWhole ? ` · ${t('lists.export.whole')}` : ''}
      </span>
      {state === 'waiting' ? <AskedFor row={row} /> : null}
      {!isMine && reason ? <span className={look.dim}>{reason}</span> : null}
      {state === 'running' || state === 'done' ? <span>{t('lists.shown', { count: row.rows })}</span> : null}
      {row.decidedByName ? <span className={look.dim}>{row.decidedByName}</span> : null}
      <span className={look.dim}>
        <WhenText at={row.askedAt} nowAt={nowAt} />
      </span>
      <span className={look.end}>
        {!isMine && state === 'waiting' ? (
          <>
            <KeyButton isSmall isOnce onClick={() => exports.decide(row, true)}>
              {t('lists.export.allow')}
            </KeyButton>
            <KeyButton isSmall isOnce look="quiet" onClick={() => exports.decide(row, false)}>
              {t('lists.export.refuse')}
            </KeyButton>
          </>
        ) : null}
        {isMine && (state === 'waiting' || state === 'running') ? (
          <KeyButton isSmall look="quiet" onClick={() => exports.stop(row)}>
            {t('lists.export.stop')}
          </KeyButton>
        ) : null}
        {row.hash !== null ? (
          <KeyButton isSmall onClick={() => exports.fetchFile(row)}>
            {t('lists.export.fetch')}
          </KeyButton>
        ) : null}
        {isMine && state !== 'waiting' && state !== 'running' ? (
          <KeyButton isSmall look="quiet" onClick={onClose}>
            {t('kit.button.close')}
          </KeyButton>
        ) : null}
      </span>
    </div>
  )
}

/** What would leave, in words: which list, how many rows, what narrows it, its columns and those with whole telephones or addresses. */
function AskedFor({ row: { title, matches, conditions, columns, personal } }: { row: ExportRow }) {
  const { t, i18n } = useTranslation()
  useTexts([title, ...columns, ...conditions.flatMap(({ label, key }) => [label, key ?? ''])])
  const told = (condition: ToldCondition) => {
    const { side, key, choice, text } = condition
    const label = t(condition.label)
    if (side) return t(`lists.export.${side}`, { label, day: text })
    return t('lists.export.is', { label, value: key ? t(key) : (choice?.[i18n.language as Language] ?? text) })
  }
  const titlesOf = (keys: readonly string[]) => keys.map((key) => t(key)).join(t('lists.export.and'))
  const count = matches ? { count: matches.count } : null
  return (
    <span>
      {[
        t(title),
        count ? t(matches?.isMore ? 'lists.export.matchesMore' : 'lists.export.matches', count) : '',
        ...conditions.map(told),
        t('lists.export.columns', { columns: titlesOf(columns) }),
        personal.length > 0 ? t('lists.export.personal', { columns: titlesOf(personal) }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

/** Shows anew once the texts of keys are there that the station named and this page may not speak yet. */
function useTexts(keys: readonly string[]): void {
  const [, setSpoken] = useState(0)
  const wanted = [...new Set(keys.map((key) => key.split('.')[0] ?? ''))].sort().join(' ')
  useEffect(() => {
    let isShown = true
    void Promise.allSettled(wanted.split(' ').map((prefix) => fetchTextOf(`${prefix}.`))).then(
      () => isShown && setSpoken((times) => times + 1),
    )
    return () => {
      isShown = false
    }
  }, [wanted])
}
