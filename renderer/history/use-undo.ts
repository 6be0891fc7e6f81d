import { useTranslation } from 'react-i18next'
import type { RecordRef, Undone } from '../../shared/history/schema.ts'
import { client, queries } from '../app/api.ts'
import { type Command, useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { sayNotice } from '../kit/notices.ts'

/** The ways back from the record on screen. */
export interface Undoing {
  /** Takes the own last edit back. */
  undo: () => void
  /** Brings again what was taken back last. */
  redo: () => void
  /** Takes one step of the history back, or, where that step took one back, brings that again. */
  undoStep: (step: string, isAgain: boolean) => void
}

/** Takes back and brings again what this member did to a record. Null for a role that takes nothing back. */
export function useTakeBack({ kind, id }: RecordRef): Undoing | null {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const may = useShell((state) => state.member?.may)?.('history.undo') === true
  const run = (ask: () => Promise<Undone | null>, said: string, nothing: string) => {
    ask().then(
      (undone) => {
        void queries.invalidateQueries()
        const fields = undone?.labels.map((label) => t(label)).join(t('history.undo.comma')) ?? ''
        if (undone === null) sayNotice(t(nothing))
        else sayNotice(t(said, { fields: fields || t('history.undo.whole') }), { kind: 'ok' })
      },
      (error: unknown) => sayNotice(problemText(error).what, { kind: 'warn' }),
    )
  }
  const undo = () =>
    run(() => client.history.undoLast.mutate({ kind, id }), 'history.undo.done', 'history.undo.nothing')
  const redo = () =>
    run(() => client.history.redoLast.mutate({ kind, id }), 'history.undo.again', 'history.undo.nothingAgain')
  const undoStep = (step: string, isAgain: boolean) =>
    run(
      () => client.history.undo.mutate({ step }),
      isAgain ? 'history.undo.again' : 'history.undo.done',
      isAgain ? 'history.undo.nothingAgain' : 'history.undo.nothing',
    )
  return may ? { undo, redo, undoStep } : null
}

/** The same, also by Ctrl+Z and Ctrl+Y where no text field has focus. */
export function useUndo(record: RecordRef): Undoing | null {
  const back = useTakeBack(record)
  const commandsOf = ({ undo, redo }: Undoing): Command[] => [
    { id: 'history.undo', text: 'history.undo.undo', keys: ['Ctrl+Z'], run: undo },
    { id: 'history.redo', text: 'history.undo.redo', keys: ['Ctrl+Y'], run: redo },
  ]
  useCommands(back ? commandsOf(back) : [])
  return back
}
