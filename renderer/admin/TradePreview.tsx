import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormId, forms } from '../../shared/forms/catalog.ts'
import type { Language } from '../../shared/kit/words.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { boldParts } from '../../shared/presets/sentences.ts'
import { oneMorning, type SummaryRow, summaryRows } from '../../shared/presets/summary.ts'
import { Verdict } from '../kit/Verdict.tsx'
import look from './first-run.module.css'
import { PaperThumb } from './PaperThumb.tsx'

interface TradePreviewProps {
  preset: Policy
  /** Beside the name of the trade: what this list is. */
  note: string
  companyName: string
  months: number | null
  onMonths: (months: number | null) => void
  /** The months were asked for and are missing. */
  isGap?: boolean
}

/** What a trade fills in, in the words of the trade; the one figure it cannot know stands first, ready to type. */
export function TradePreview({ preset, note, companyName, months, onMonths, isGap = false }: TradePreviewProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const company = companyName || t('admin.firstRun.ourCompany')
  const drawn = { ...preset, forms: preset.forms.filter(({ code }) => code in forms) }
  return (
    <section className={look.preview} aria-label={preset.name[language]} tabIndex={0}>
      <div className={look.previewHead}>
        <h2>{preset.name[language]}</h2>
        <span>{note}</span>
      </div>
      <table className={look.facts}>
        <tbody>
          {summaryRows(drawn, company, months).map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label[language]}</th>
              <td>
                {row.asks ? (
                  <span className={look.asked}>
                    {months === null ? <Verdict kind="warn">{t('admin.firstRun.yourFigure')}</Verdict> : null}
                    <input
                      className={look.months}
                      inputMode="numeric"
                      aria-invalid={isGap || undefined}
                      aria-label={`${row.label[language]} ${t('admin.firstRun.months')}`}
                      value={months ?? ''}
                      onChange={(event) => onMonths(readMonths(event.target.value))}
                    />
                    {t('admin.firstRun.months')}
                  </span>
                ) : null}
                {row.id === 'forms' ? (
                  <div className={look.papers}>
                    {drawn.forms.map(({ code, text }) => (
                      <PaperThumb key={code} formId={code as FormId} name={text[language]} companyName={company} />
                    ))}
                  </div>
                ) : (
                  <Sentences row={row} language={language} />
                )}
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

/** What is said aloud stands in quotes on lines of its own; the rest runs on. */
function Sentences({ row, language }: { row: SummaryRow; language: Language }) {
  const { t } = useTranslation()
  if (row.id === 'script') return row.sentences.map((sentence) => <div key={sentence.en}>{sentence[language]}</div>)
  return row.sentences.map((sentence, at) => (
    <Fragment key={sentence.en}>
      {at > 0 ? t('admin.firstRun.semicolon') : null}
      {boldParts(sentence[language]).map((part, index) =>
        part.isBold ? <b key={index}>{part.text}</b> : <span key={index}>{part.text}</span>,
      )}
    </Fragment>
  ))
}

/** Whole months up to fifty years; null while empty or senseless. */
export function readMonths(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '')
  return digits === '' ? null : Math.min(600, Number(digits))
}
