import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRow } from '../../shared/lists/export-schema.ts'
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
  const { isMine, state, name, columns, filter, reason } = row
  const titles = columns.map((title) => t(title)).join('、')
  return (
    <div className={look.line} role="group" aria-label={t('lists.export.label', { name })}>
      <Verdict kind={verdicts[state]}>{t(`lists.export.state.${state}`)}</Verdict>
      <span>
        {isMine ? name : t('lists.export.wants', { who: row.memberName, name })}
        {row.isWhole ? ` · ${t('lists.export.whole')}` : ''}
      </span>
      {!isMine ? <span className={look.dim}>{[reason, titles, filter].filter(Boolean).join(' · ')}</span> : null}
      {state === 'running' || state === 'done' ? <span>{t('lists.shown', { count: row.rows })}</span> : null}
      {row.decidedByName ? <span className={look.dim}>{row.decidedByName}</span> : null}
      <span className={look.dim}>
        <WhenText at={row.askedAt} nowAt={nowAt} />
      </span>
      <span className={look.end}>
        {!isMine && state === 'waiting' ? (
          <>
            <KeyButton isSmall onClick={() => exports.decide(row, true)}>
              {t('lists.export.allow')}
            </KeyButton>
            <KeyButton isSmall look="quiet" onClick={() => exports.decide(row, false)}>
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
