import { IconDownload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileColumn } from '../../shared/lists/column.ts'
import type { Inputs } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import { companyDay, stationNow } from '../kit/station-clock.ts'
import look from './List.module.css'
import { askForFile } from './use-exports.ts'

/** What a list's own question takes, without the page. */
export type FileWish = Inputs['lists']['askExport']['wish']

interface ExportAskProps {
  /** Name of the list: `tickets.list`. */
  list: string
  /** Name of what is on screen, translated; the file is called so, with the day. */
  name: string
  wish: FileWish
  /** The list's columns as its file has them, and those wanted, in order. */
  columns: readonly Pick<FileColumn<never>, 'id' | 'isPersonal'>[]
  shown: readonly string[]
  /** How many rows, where it is not the whole list: said on the button. */
  count?: number
  /** One of several on a screen: without whole telephones and addresses, and without a key. */
  isPlain?: boolean
}

/** 导出, for who may: without whole telephones and addresses at once; with them a second person is asked, in place. */
export function ExportAsk({ list, name, wish, columns, shown, count, isPlain = false }: ExportAskProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const member = useShell((state) => state.member)
  const [reason, setReason] = useState<string | null>(null)
  const wanted = shown.filter((id) => columns.some((column) => column.id === id))
  const isPersonal = columns.some((column) => column.isPersonal && wanted.includes(column.id))
  const isSending = useRef(false)
  const ask = async (isWhole: boolean) => {
    if (isSending.current) return
    isSending.current = true
    try {
      const file = `${name} ${companyDay(stationNow())}`
      await askForFile({ list, name: file, wish, columns: wanted, isWhole, reason: isWhole ? (reason ?? '') : '' })
      setReason(null)
    } catch (error) {
      sayNotice(problemText(error).what, { kind: 'late' })
    } finally {
      isSending.current = false
    }
  }
  const begin = () => {
    if (!isPlain && isPersonal && member?.may('customers.reveal')) setReason('')
    else void ask(false)
  }
  const mayExport = member?.may('admin.export') ?? false
  const isAsking = reason !== null
  useCommands([
    ...(mayExport && !isAsking && !isPlain
      ? [{ id: 'lists.export', text: 'lists.export.command', keys: ['Alt+E'], run: begin }]
      : []),
    ...(isAsking
      ? [
          { id: 'lists.exportNow', text: 'lists.export.now', keys: ['Alt+1'], run: () => void ask(false) },
          {
            ...{ id: 'lists.exportNot', text: 'kit.button.cancel', keys: ['Escape'], isUnlisted: true },
            run: () => setReason(null),
          },
        ]
      : []),
  ])
  if (!mayExport) return null
  if (!isAsking) {
    return (
      <KeyButton
        isSmall
        isOnce
        look="quiet"
        icon={IconDownload}
        {...(isPlain ? {} : { keyCap: 'Alt+E' })}
        onClick={begin}
      >
        {count === undefined ? t('kit.button.export') : t('lists.export.rows', { count })}
      </KeyButton>
    )
  }
  return (
    <form
      className={look.ask}
      onSubmit={(event) => {
        event.preventDefault()
        void ask(true)
      }}
    >
      <KeyButton isSmall isOnce keyCap="Alt+1" onClick={() => void ask(false)}>
        {t('lists.export.now')}
      </KeyButton>
      <label className={look.field}>
        {t('lists.export.withThem')}
        <input
          autoFocus
          maxLength={200}
          className={look.input}
          placeholder={t('lists.export.why')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <KeyButton isSmall isOnce keyCap="Enter" onClick={() => void ask(true)}>
        {t('lists.export.askSecond')}
      </KeyButton>
      <KeyButton isSmall look="quiet" keyCap="Esc" onClick={() => setReason(null)}>
        {t('kit.button.cancel')}
      </KeyButton>
    </form>
  )
}
