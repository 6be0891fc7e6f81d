import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../app/problem-text.ts'
import type { ListAbout } from '../app/save-list.ts'
import { useShell } from '../app/shell-state.ts'
import type { CsvColumn } from '../kit/csv.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import type { AskPage } from '../lists/public.ts'
import { exportList } from './export-list.ts'

interface ExportButtonProps<Row> {
  /** Name of the list, translated; the file is called so, with the day. */
  name: string
  about: ListAbout
  columns: readonly CsvColumn<Row>[]
  ask: AskPage<Row>
  nowAt: string
}

/** 导出: saves the list as CSV, for who may. While it reads, the button says how far and stops on a press. */
export function ExportButton<Row>({ name, about, columns, ask, nowAt }: ExportButtonProps<Row>) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const mayExport = useShell((state) => state.member)?.may('admin.export') ?? false
  const [done, setDone] = useState<number | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const run = async () => {
    const controller = new AbortController()
    stop.current = controller
    setDone(0)
    try {
      const saved = await exportList(`${name} ${nowAt.slice(0, 10)}`, about, columns, ask, setDone, controller.signal)
      if (saved) sayNotice(t('tickets.export.done', { name }), { kind: 'ok' })
    } catch (error) {
      if (!controller.signal.aborted) sayNotice(problemText(error).what, { kind: 'late' })
    }
    setDone(null)
  }

  if (!mayExport) return null
  if (done !== null) {
    return (
      <KeyButton isSmall look="quiet" aria-live="polite" onClick={() => stop.current?.abort()}>
        {t('tickets.export.stop', { count: done })}
      </KeyButton>
    )
  }
  return (
    <KeyButton isSmall look="quiet" icon={IconDownload} onClick={() => void run()}>
      {t('kit.button.export')}
    </KeyButton>
  )
}

/** A list that is whole on screen already. */
export const wholeList =
  <Row,>(rows: readonly Row[]): AskPage<Row> =>
  async () => ({ rows: [...rows], next: null })
