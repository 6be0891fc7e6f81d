import { useTranslation } from 'react-i18next'
import { spoken } from '../../shared/presets/sentences.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import look from './Entry.module.css'
import { useEntry } from './entry-context.ts'
import { useSay } from './use-trade.ts'

/** 现在问: the sentence for the field that has the focus; the opening before anything is known, the closing when all is. */
export function AskLine() {
  const { t } = useTranslation()
  const say = useSay()
  const { draft, trade, gaps, asked, tab, change } = useEntry()
  const { register, script, channels } = trade.preset
  const entryOf = (field: string | null) => register.find((each) => each.field === field)
  const isOpening = tab.saved === undefined && !tab.isPicked && asked === null && draft.customerName === ''
  const isComplete =
    tab.saved !== undefined || (draft.outcome === 'repair' ? gaps.length === 0 : !saysNothing(draft.symptom))
  const entry = isComplete ? undefined : (entryOf(asked) ?? entryOf(gaps[0] ?? null))
  const sentence = isOpening
    ? spoken(script.greeting, trade.company.name)
    : (entry?.ask ?? spoken(script.closing, trade.company.name))
  return (
    <div className={look.ask}>
      <span className={look.askHead}>{isOpening || !entry ? t('intake.sayNow') : t('intake.askNow')}</span>
      <p className={look.sentence} aria-live="polite">
        {t('intake.quoted', { sentence: say(sentence) })}
      </p>
      <label className={look.channel}>
        <span>{t('intake.field.channel')}</span>
        <select
          className={look.select}
          value={draft.channel}
          onChange={(event) => {
            const channel = event.target.value
            change((before) => ({ ...before, channel }))
          }}
        >
          {channels.map(({ code, text }) => (
            <option key={code} value={code}>
              {say(text)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
