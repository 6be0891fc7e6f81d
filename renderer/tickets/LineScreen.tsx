import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { correctableFields, type CorrectableLine } from '../../shared/intake/correct-line.ts'
import { api } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useMe } from '../app/use-house.ts'
import { HistoryList, useUndo } from '../history/public.ts'
import { KeyBar } from '../kit/KeyBar.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { Pane, PaneHead } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { Zones } from '../kit/Zones.tsx'
import { useBackToList } from '../lists/public.ts'
import { LineForm } from './CorrectForm.tsx'
import { stepDraftPlace } from './step-draft.ts'
import { stepKeys } from './steps.ts'
import look from './TicketPageView.module.css'
import { useKeptSteps } from './use-kept-steps.ts'
import { StepDraftContext } from './use-step-form.ts'

/** One line of the register (登记) that opened no case: what was heard, its correction and its history. */
export function LineScreen({ id }: { id: string }) {
  const { t } = useTranslation()
  const query = useQuery(api.intake.line.queryOptions({ id }))
  if (query.data) return <LinePage line={query.data} />
  return (
    <section className={look.waiting} aria-label={t('tickets.line.title')}>
      {query.isError ? (
        <ProblemNote
          error={query.error}
          onRetry={() => void query.refetch()}
          wayOut={{ href: '#/tickets/register', text: t('tickets.line.toList') }}
        />
      ) : (
        <Skeleton lines={10} />
      )}
    </section>
  )
}

/** A line is corrected as the first step of a case is; nobody is sent for it. */
const unsent = { state: 'unassigned', technicianId: null, technicianName: '' } as const

function LinePage({ line }: { line: CorrectableLine }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const memberId = useMe()?.id ?? null
  const toList = useBackToList('/tickets/register')
  const [isOpen, setIsOpen] = useState(false)
  const record = { kind: 'intake.register', id: line.id }
  const undoing = useUndo(record)
  const kept = useKeptSteps(line.id, isOpen ? 'correct' : null, null)
  useCommands([
    { id: 'tickets.correct', text: 'tickets.step.correct', keys: [stepKeys.correct], run: () => setIsOpen(true) },
    {
      id: 'tickets.list',
      text: 'tickets.line.toList',
      keys: isOpen ? ['Alt+ArrowLeft'] : ['Alt+ArrowLeft', 'Escape'], // Esc closes an open form first
      run: toList,
    },
  ])
  const close = () => setIsOpen(false)
  return (
    <Zones
      head={
        <PageHead
          title={line.customerName || line.contactName || line.phone || t('tickets.line.title')}
          note={
            <>
              {line.registerNo}　<WhenText at={line.recordedAt} nowAt={nowAt} /> {line.clerkName}
            </>
          }
          verdicts={<span>{t(`tickets.outcome.${line.outcome}`)}</span>}
          actions={
            <a
              className={look.back}
              href="#/tickets/register"
              onClick={(event) => {
                event.preventDefault()
                toList()
              }}
            >
              {t('tickets.line.toList')}
            </a>
          }
        />
      }
      foot={
        <KeyBar label={t('tickets.page.todo')}>
          <KeyButton keyCap={stepKeys.correct} look="primary" aria-pressed={isOpen} onClick={() => setIsOpen(true)}>
            {t('tickets.step.correct')}
          </KeyButton>
        </KeyBar>
      }
    >
      <Pane label={t('tickets.line.title')} scrolls>
        <div className={look.page}>
          {isOpen && kept ? (
            <StepDraftContext
              value={stepDraftPlace(memberId, { ...unsent, id: line.id, version: line.version }, 'correct', kept)}
            >
              <LineForm line={line} onDone={close} onCancel={close} />
            </StepDraftContext>
          ) : (
            <Heard line={line} />
          )}
          <PaneHead title={t('history.pane.title')} />
          <HistoryList record={record} undoing={undoing} />
        </div>
      </Pane>
    </Zones>
  )
}

/** What was heard, field by field; what nobody said is left out. */
function Heard({ line }: { line: CorrectableLine }) {
  const { t } = useTranslation()
  const said = correctableFields.filter((field) => field !== 'outcome' && Boolean(line[field]))
  return (
    <LedgerBlock head={t('tickets.line.heard')}>
      {said.map((field) => (
        <LedgerRow key={field}>
          <LedgerCell label={t(`tickets.correct.field.${field}`)}>
            <p className={look.heard}>{line[field]}</p>
          </LedgerCell>
        </LedgerRow>
      ))}
    </LedgerBlock>
  )
}
