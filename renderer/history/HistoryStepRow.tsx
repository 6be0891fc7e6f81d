import { IconArrowRight, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HistoryLine, HistoryStep } from '../../shared/history/schema.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { Icon } from '../kit/Icon.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { WhenText } from '../kit/WhenText.tsx'
import { valueText } from './history-text.ts'
import look from './HistoryList.module.css'

interface HistoryStepRowProps {
  step: HistoryStep
  nowAt: string
  /** The one Ctrl+Z takes back. */
  isNext: boolean
  onUndo?: (() => void) | undefined
}

/** One step: who and when over its lines, each with what stood before and what stands after. */
export function HistoryStepRow({ step, nowAt, isNext, onUndo }: HistoryStepRowProps) {
  const { t, i18n } = useTranslation()
  const { doing, byName, state, instead } = step
  const action = i18n.exists(`admin.action.${doing}`) ? t(`admin.action.${doing}`) : doing
  return (
    <tbody className={isNext ? `${look.step} ${look.next}` : look.step}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          <div className={look.head}>
            <WhenText at={step.at} nowAt={nowAt} />
            <strong>{byName ?? t('history.step.byStation')}</strong>
            <span>{action}</span>
            {state === 'undone' ? <span className={look.dim}>{t('history.step.undone')}</span> : null}
            <span className={look.end}>
              {isNext ? <span className={look.yours}>{t('history.step.justYours')}</span> : null}
              {onUndo ? (
                <KeyButton isSmall {...(isNext ? { keyCap: 'Ctrl+Z', capAt: 'after' as const } : {})} onClick={onUndo}>
                  {t(state === 'undo' ? 'history.undo.redo' : 'history.undo.undo')}
                </KeyButton>
              ) : instead && step.isOwn ? (
                <span className={look.dim}>{t(instead)}</span>
              ) : null}
            </span>
          </div>
        </th>
      </tr>
      {step.lines.map((line) => (
        <tr key={`${line.recordId}/${line.field}`} className={state === 'undone' ? look.dim : undefined}>
          <th scope="row">
            {t(line.label)}
            {line.of && line.what === 'change' ? <span className={look.of}>{line.of}</span> : null}
          </th>
          <td>
            <Value line={line} value={line.before} nowAt={nowAt} />
          </td>
          <td>
            <span className={look.after}>
              <Icon of={IconArrowRight} size={14} />
              {line.what === 'change' ? (
                <Value line={line} value={line.after} nowAt={nowAt} />
              ) : (
                <span>{t(line.what === 'add' ? 'history.line.added' : 'history.line.removed')}</span>
              )}
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function Value({ line, value, nowAt }: { line: HistoryLine; value: string | null; nowAt: string }) {
  const { t, i18n } = useTranslation()
  const known = useKnownChoices()
  const text = valueText(line, value, { t, language: i18n.language, nowAt, known })
  if (text === null)
    return (
      <span className={look.dim}>
        <Icon of={IconLock} size={14} /> {t('history.line.hidden')}
      </span>
    )
  if (text === '') return <span className={look.dim}>{line.what === 'add' ? '' : t('history.line.nothing')}</span>
  return <span className={look.value}>{text}</span>
}
