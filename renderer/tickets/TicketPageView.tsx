import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { client, isRefusal } from '../app/api.ts'
import { useCommands, type Command } from '../app/hotkeys.ts'
import { newId } from '../app/new-id.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { useMe } from '../app/use-house.ts'
import { AwaitedNote } from './AwaitedNote.tsx'
import { HistoryList, useUndo } from '../history/public.ts'
import { BarDivider, KeyBar } from '../kit/KeyBar.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { RefusedNote } from '../kit/RefusedNote.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Pane } from '../kit/Pane.tsx'
import { Zones } from '../kit/Zones.tsx'
import { useBackToList } from '../lists/public.ts'
import { printedText, printSheet } from '../sheets/public.ts'
import { OpenStep } from './OpenStep.tsx'
import { stepDraftPlace } from './step-draft.ts'
import { DraftMark } from './DraftMark.tsx'
import { MoreSteps } from './MoreSteps.tsx'
import { nextKey, nextStep, rareSteps, stepKeys, steps, stepsOf, type Step } from './steps.ts'
import { TicketHead } from './TicketHead.tsx'
import look from './TicketPageView.module.css'
import { TicketPaper } from './TicketPaper.tsx'
import { TicketTrail } from './TicketTrail.tsx'
import { TicketVerdicts } from './TicketVerdicts.tsx'
import { useKeptSteps } from './use-kept-steps.ts'
import { StepDraftContext } from './use-step-form.ts'

interface TicketPageViewProps {
  page: TicketPage
  firstStep: string | null
  /** Why the station did not say how it stands now. */
  error: unknown
}

/**
 * The three zones of a ticket: its way and what hangs on it, the page like its paper, the verdicts. Where the station gives it no more, what is
 * on screen stays to be read and copied, and nothing is offered but the way out.
 */
export function TicketPageView({ page, firstStep, error }: TicketPageViewProps) {
  const { t } = useTranslation()
  const toList = useBackToList('/tickets')
  const problemText = useProblemText()
  const may = useShell((state) => state.member)?.may ?? (() => false)
  const isRefused = isRefusal(error)
  const allowed = stepsOf(page, may)
  const next = isRefused ? null : nextStep(page, may)
  const [chosen, setChosen] = useState<Step | null>(() => steps.find((step) => step === firstStep) ?? null)
  const open = chosen !== null && allowed.includes(chosen) ? chosen : null
  const [bar, leaveDone] = useLeftForm(open, next)
  const [showsChanges, setShowsChanges] = useState(false)
  const record = { kind: 'tickets.ticket', id: page.ticket.id }
  const undoing = useUndo(record)
  const kept = useKeptSteps(page.ticket.id, open, page)
  const memberId = useMe()?.id ?? null
  const { ticket } = page
  const takeBack = (id: string) =>
    void client.tickets.withdrawMoment
      .mutate({ id, ticketId: ticket.id, reason: t('tickets.withdraw.slip') })
      .catch((error: unknown) => sayNotice(problemText(error).what, { kind: 'warn' }))
  const resume = useMutation({
    mutationFn: ({ id }: { id: string; what: string }) =>
      client.tickets.resume.mutate({ id, ticketId: ticket.id, version: ticket.version }),
    onError: (error) => sayNotice(problemText(error).what, { kind: 'late' }),
    onSuccess: (_, { id, what }) =>
      sayNotice(t('tickets.resume.done', { what }), { kind: 'ok', undo: () => takeBack(id) }),
  })
  const run = (step: Step) => {
    if (step === 'resume') resume.mutate({ id: newId(), what: t(`tickets.resume.${ticket.pausedReason ?? 'other'}`) })
    else setChosen(step)
  }
  const print = () => {
    const formId = page.dispatches.length > 0 ? 'F11' : 'F01'
    const isOver = ['resulted', 'ledgered', 'closed'].includes(ticket.state)
    printSheet({ formId, ticketId: ticket.id, mode: isOver ? 'complete' : 'half' }).then(
      (outcome) => outcome === 'printed' && sayNotice(printedText(t, t(`sheets.form.${formId}`)), { kind: 'ok' }),
      (error: unknown) => sayNotice(problemText(error).what, { kind: 'late' }),
    )
  }
  const offered = isRefused ? [] : allowed
  const mayPrint = may('sheets.print') && !isRefused
  const isNextOpen = next !== null && open === next
  const stepName = (step: Step) =>
    step === 'dispatch' && ticket.state === 'dispatched'
      ? t('tickets.step.redispatch')
      : step === 'result' && ticket.state === 'resulted'
        ? t('tickets.step.correctResult')
        : step === 'resume' && ticket.pausedReason !== null
          ? t(`tickets.resume.${ticket.pausedReason}`)
          : t(`tickets.step.${step}`)
  const commands: Command[] = [
    ...(mayPrint ? [{ id: 'tickets.print', text: 'kit.button.print', keys: ['F10'], run: print }] : []),
    ...(next ? [{ id: 'tickets.next', text: 'tickets.step.next', keys: [nextKey(next)], run: () => run(next) }] : []),
    ...offered.map((step) => ({
      id: `tickets.${step}`,
      text: step === 'resume' && ticket.pausedReason ? `tickets.resume.${ticket.pausedReason}` : `tickets.step.${step}`,
      keys: [stepKeys[step]],
      run: () => run(step),
    })),
    {
      id: 'tickets.changes',
      text: 'history.pane.show',
      keys: ['H'],
      run: () => setShowsChanges((shows) => !shows),
    },
    {
      id: 'tickets.list',
      text: 'tickets.page.toList',
      keys: open ? ['Alt+ArrowLeft'] : ['Alt+ArrowLeft', 'Escape'], // Esc closes an open form first
      run: toList,
    },
  ]
  useCommands(commands)
  const others = offered.filter((step) => step !== next && !rareSteps.includes(step))
  const rare = offered.filter((step) => step !== next && rareSteps.includes(step))

  return (
    <Zones
      head={<TicketHead page={page} />}
      left={<TicketTrail page={page} />}
      right={<TicketVerdicts page={page} allowed={offered} onStep={run} />}
      foot={
        <KeyBar label={t('tickets.page.todo')} ref={bar}>
          {mayPrint ? (
            <KeyButton keyCap="F10" onClick={print}>
              {t('kit.button.print')}
            </KeyButton>
          ) : null}
          {next ? (
            <KeyButton
              keyCap={nextKey(next)}
              look={isNextOpen || open ? 'plain' : 'primary'}
              data-step={next}
              onClick={() => run(next)}
            >
              {stepName(next)}
              <DraftMark step={next} kept={kept} open={open} />
            </KeyButton>
          ) : null}
          {next || isRefused ? null : <AwaitedNote page={page} />}
          {others.length + rare.length > 0 ? <BarDivider /> : null}
          {others.map((step) => (
            <KeyButton
              key={step}
              keyCap={stepKeys[step]}
              look="quiet"
              data-step={step}
              aria-pressed={open === step}
              onClick={() => run(step)}
            >
              {stepName(step)}
              <DraftMark step={step} kept={kept} open={open} />
            </KeyButton>
          ))}
          <MoreSteps steps={rare} kept={kept} open={open} name={stepName} onStep={run} />
          <BarDivider />
          <KeyButton
            keyCap="H"
            look="quiet"
            aria-pressed={showsChanges}
            onClick={() => setShowsChanges((shows) => !shows)}
          >
            {t('history.pane.show')}
          </KeyButton>
        </KeyBar>
      }
    >
      <Pane label={t('tickets.page.title')} scrolls>
        <div className={look.page}>
          <RefusedNote error={error} wayOut={{ href: '#/tickets', text: t('tickets.page.toList') }} />
          {open && kept ? (
            <StepDraftContext value={stepDraftPlace(memberId, ticket, open, kept, page.dispatches)}>
              <OpenStep
                key={open}
                step={open}
                page={page}
                onDone={() => {
                  leaveDone()
                  setChosen(null)
                }}
                onCancel={() => setChosen(null)}
              />
            </StepDraftContext>
          ) : null}
          {showsChanges ? <HistoryList record={record} undoing={undoing} /> : <TicketPaper page={page} />}
        </div>
      </Pane>
    </Zones>
  )
}

/** Where the caret goes when the form of a step is gone: stored, on to the next step; folded up, back to the button that opens it. */
function useLeftForm(open: Step | null, next: Step | null) {
  const bar = useRef<HTMLDivElement>(null)
  const was = useRef({ open, isDone: false })
  useEffect(() => {
    const left = was.current
    was.current = { open, isDone: false }
    if (left.open === null || open !== null || document.activeElement !== document.body) return
    const step = left.isDone ? next : left.open
    const button =
      bar.current?.querySelector<HTMLElement>(`[data-step="${step}"]`) ??
      bar.current?.querySelector<HTMLElement>('[data-steps]') ??
      bar.current?.querySelector('button')
    button?.focus()
    // The next step may change under its button later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open])
  return [bar, () => (was.current.isDone = true)] as const
}
