import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import type { Preset } from '../../shared/presets/grammar.ts'
import { boldParts, oneMorning, summaryRows } from '../../shared/presets/summary.ts'
import { Verdict } from '../kit/Verdict.tsx'
import look from './first-run.module.css'

interface TradePreviewProps {
  preset: Preset
  companyName: string
  months: number | null
  onMonths: (months: number | null) => void
}

/** What a trade fills in, in the words of the trade; the one figure it cannot know stands first, ready to type. */
export function TradePreview({ preset, companyName, months, onMonths }: TradePreviewProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  return (
    <section className={look.preview} aria-label={preset.name[language]} tabIndex={0}>
      <div className={look.previewHead}>
        <h2>{preset.name[language]}</h2>
        <span>{t('admin.firstRun.fillsIn')}</span>
      </div>
      <table className={look.facts}>
        <tbody>
          {summaryRows(preset, companyName || t('admin.firstRun.ourCompany'), months).map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label[language]}</th>
              <td>
                {row.asks ? (
                  <p style={{ margin: 0 }}>
                    <Verdict kind={months === null ? 'warn' : 'ok'}>{t('admin.firstRun.yourFigure')}</Verdict>
                    <input
                      className={look.months}
                      inputMode="numeric"
                      aria-label={t('admin.firstRun.months')}
                      value={months ?? ''}
                      onChange={(event) => onMonths(readMonths(event.target.value))}
                    />
                    {t('admin.firstRun.months')}
                  </p>
                ) : null}
                {row.sentences.map((sentence) => (
                  <Sentence key={sentence.en} text={sentence[language]} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={look.morning}>
        <h3>{t('admin.firstRun.morning')}</h3>
        <ol className={look.line}>
          {oneMorning(preset).map((step) => (
            <li key={step.id}>
              <span className={look.time}>{step.time[language]}</span>
              {step.title[language]}
              <span className={look.timeNote}>{step.note[language]}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function Sentence({ text }: { text: string }) {
  return (
    <div>
      {boldParts(text).map((part, index) =>
        part.isBold ? <b key={index}>{part.text}</b> : <span key={index}>{part.text}</span>,
      )}
    </div>
  )
}

/** Whole months up to fifty years; null while empty or senseless. */
export function readMonths(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '')
  return digits === '' ? null : Math.min(600, Number(digits))
}
