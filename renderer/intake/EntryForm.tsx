import { IconDeviceFloppy } from '@tabler/icons-react'
import type { FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerForm } from '../kit/LedgerForm.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { AskLine } from './AskLine.tsx'
import look from './Entry.module.css'
import { ProductBlock, WhoBlock } from './EntryBlocks.tsx'
import { type Entry, useEntry } from './entry-context.ts'
import { useSay } from './use-trade.ts'
import { FaultBlock } from './FaultBlock.tsx'
import { focusFirstGap } from './focus-field.ts'
import { NoteBlock } from './NoteBlock.tsx'
import { PromiseBlock } from './PromiseBlock.tsx'
import { activate } from './tab-store.ts'
import { VisitBlock } from './VisitBlock.tsx'

interface EntryFormProps {
  problem: ProblemText | undefined
  onAsked: (field: Entry['asked']) => void
}

/** The register in the order of speech. A repair takes the whole form; other outcomes take who, and a note. */
export function EntryForm({ problem, onAsked }: EntryFormProps) {
  const { t } = useTranslation()
  const { draft, tab } = useEntry()
  const isRepair = draft.outcome === 'repair'
  const follow = (event: FocusEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-intake-field]')
    onAsked((cell?.dataset['intakeField'] as Entry['asked']) ?? null)
  }
  return (
    <div className={look.entry} onFocus={follow}>
      <div inert={tab.saved !== undefined} style={{ display: 'contents' }}>
        <AskLine />
        <LedgerForm label={t('intake.form')} onEnd={() => document.getElementById('intake-primary')?.focus()}>
          <WhoBlock />
          {isRepair ? (
            <>
              <ProductBlock />
              <FaultBlock />
              <VisitBlock />
            </>
          ) : (
            <NoteBlock />
          )}
          <PromiseBlock />
        </LedgerForm>
      </div>
      {problem ? (
        <ErrorNote what={problem.what} safe={t('intake.draftSafe')} todo={problem.todo} incident={problem.incident} />
      ) : null}
      {tab.saved === undefined ? <FootLine /> : <SavedLine said={tab.saved} />}
    </div>
  )
}

/** Stored while the caller is still there: what was said of it, and the way on. */
function SavedLine({ said }: { said: string }) {
  const { t } = useTranslation()
  return (
    <div className={look.foot}>
      <Verdict kind="ok">{said}</Verdict>
      <span className={look.footEnd}>
        <KeyButton id="intake-saved" isSmall keyCap="Esc" onClick={() => activate(null)}>
          {t('intake.toList')}
        </KeyButton>
      </span>
    </div>
  )
}

/** What is still to be filled, that the draft is kept, and that Enter goes on. */
function FootLine() {
  const { t } = useTranslation()
  const { draft, gaps, tab, trade } = useEntry()
  const say = useSay()
  const isOffline = useShell(({ station }) => station === 'offline')
  const nameOf = (field: string) => {
    const entry = trade.preset.register.find((each) => each.field === field)
    return entry ? say(entry.short) : t(`intake.gap.${field}`)
  }
  return (
    <div className={look.foot}>
      {isOffline ? <Verdict kind="warn">{t('intake.offline')}</Verdict> : null}
      {draft.outcome !== 'repair' ? (
        <strong>{t('intake.onlyOutcome')}</strong>
      ) : gaps.length > 0 ? (
        <button type="button" className={look.gaps} onClick={() => focusFirstGap(tab.id, trade, 'dispatch')}>
          <strong>{t('intake.gaps', { count: gaps.length })}</strong>
          <span>{gaps.map(nameOf).join(t('intake.comma'))}</span>
        </button>
      ) : (
        <strong>{t('intake.ready')}</strong>
      )}
      <span className={look.footEnd}>
        {tab.isTouched ? (
          <span className={look.kept} role="status">
            <Icon of={IconDeviceFloppy} />
            {t('intake.draftKept')}
          </span>
        ) : null}
        <span className={look.enter}>
          <Kbd>Enter</Kbd>
          {t('kit.bar.nextField')}
        </span>
      </span>
    </div>
  )
}
