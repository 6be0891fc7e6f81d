import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readNotice } from '../../../shared/admin/holiday-notice.ts'
import type { CalendarDraft } from '../../../shared/admin/policy-schema.ts'
import { newId } from '../../app/new-id.ts'
import { type Unfinished, useUnfinished } from '../../app/use-unfinished.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../../kit/LedgerInput.tsx'
import { CalendarPreviewRows } from './CalendarPreviewRows.tsx'
import look from './policy.module.css'

/** Longer texts are no notice of a year. */
const mostBytes = 200_000

interface NoticeEntryProps {
  year: number
  onEnd: () => void
}

/** A notice as it is typed; `source` null while it is what the text says. */
interface NoticeDraft {
  id: string
  text: string
  source: string | null
}

/** The notice of a year, pasted as it is published, typed a day a line, or from a file; read while it is written, with what does not fit named. */
export function NoticeEntry({ year, onEnd }: NoticeEntryProps) {
  const kept = useUnfinished<NoticeDraft>(`notice.${year}`)
  return kept && <NoticeForm {...{ year, onEnd, kept }} />
}

function NoticeForm({ year, onEnd, kept }: NoticeEntryProps & { kept: Unfinished<NoticeDraft> }) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const [id] = useState(() => kept.left?.id ?? newId())
  const [text, setText] = useState(kept.left?.text ?? '')
  const [typedSource, setSource] = useState(kept.left?.source ?? null)
  useEffect(() => {
    kept.keep(text === '' && typedSource === null ? null : { id, text, source: typedSource })
  }, [kept, id, text, typedSource])
  const [problem, setProblem] = useState('')
  const read = readNotice(text, year)
  const source = typedSource ?? read.source
  const isOtherYear = read.year !== null && read.year !== year
  const draft: CalendarDraft | null =
    read.days.length > 0 && !isOtherYear ? { id, year, source: source.trim(), days: read.days } : null
  const end = () => {
    kept.keep(null)
    onEnd()
  }
  const off = read.days.filter(({ kind }) => kind === 'off').length
  return (
    <>
      <LedgerRow>
        <LedgerCell label={t('admin.calendar.text')} error={problem || undefined}>
          <LedgerText
            rows={7}
            value={text}
            onChange={setText}
            placeholder={t('admin.calendar.example', { year })}
            // Lines are what a notice is made of: Enter breaks them here.
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && event.stopPropagation()}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow columns="minmax(0, 1fr) auto">
        <LedgerCell label={t('admin.calendar.source')}>
          <LedgerInput maxLength={200} value={source} onChange={setSource} />
        </LedgerCell>
        <LedgerCell>
          <KeyButton isSmall onClick={() => picker.current?.click()}>
            {t('admin.calendar.file')}
          </KeyButton>
          <KeyButton isSmall look="quiet" onClick={onEnd}>
            {t('admin.calendar.close')}
          </KeyButton>
          <input
            ref={picker}
            type="file"
            accept=".csv,.txt,.tsv"
            hidden
            tabIndex={-1}
            aria-label={t('admin.calendar.file')}
            onChange={({ target }) => {
              const file = target.files?.[0]
              target.value = ''
              if (!file) return
              setProblem(file.size > mostBytes ? t('admin.calendar.tooLong') : '')
              if (file.size <= mostBytes) void file.arrayBuffer().then((bytes) => setText(decoded(bytes)))
            }}
          />
        </LedgerCell>
      </LedgerRow>
      {text.trim() === '' ? null : (
        <LedgerRow>
          <LedgerCell label={t('admin.calendar.read')} isReadOnly>
            <div role="status">
              {isOtherYear
                ? t('admin.calendar.otherYear', { read: read.year, year })
                : t('admin.calendar.found', { off, working: read.days.length - off })}
              <ul className={look.plainList}>
                {read.problems.map(({ reason, text: place }) => (
                  <li key={`${reason} ${place}`}>{t(`admin.calendar.odd.${reason}`, { place })}</li>
                ))}
                {read.days.map(({ on, kind, name }) => (
                  <li key={on} className={look.dim}>
                    {on} {t(kind === 'off' ? 'admin.policy.ownDay.off' : 'admin.policy.ownDay.working')} {name}
                  </li>
                ))}
              </ul>
            </div>
          </LedgerCell>
        </LedgerRow>
      )}
      {draft ? <CalendarPreviewRows draft={draft} onEnd={end} /> : null}
    </>
  )
}

/** Files of an office are UTF-8 or the national code. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
