import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { BatchStep, ChosenTicket } from '../../shared/tickets/batch.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { problemOf } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useShell } from '../app/shell-state.ts'
import { type Column, DataTable } from '../kit/DataTable.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ProgressBar } from '../kit/ProgressBar.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import look from './Batch.module.css'
import type { Outcome } from './run-batch.ts'
import { type Batch, isOpen, type Trace } from './use-batch.ts'

interface BatchResultProps {
  step: BatchStep
  batch: Batch
  onClose: () => void
}

/** What became of each chosen one, those that did not go through first, then those it could not be begun with; what went through can be taken back by its counter-step. */
export function BatchResult({ step, batch, onClose }: BatchResultProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const may = useShell(({ member }) => member)?.may ?? (() => false)
  const [reason, setReason] = useState(t('tickets.batch.backWhy'))
  const { run, back, leftOut } = batch
  const mayTakeBack = may(step === 'dispatch' ? 'tickets.contact' : 'history.undo')
  const outcomeOf = ({ id }: ChosenTicket) => run.outcomes.get(id)
  const isDone = (ticket: ChosenTicket) => outcomeOf(ticket)?.state === 'done'
  const isBack = ({ id }: ChosenTicket) => back.outcomes.get(id)?.state === 'done'
  const begun = batch.begun ?? []
  const isFailed = (ticket: ChosenTicket) => !isDone(ticket)
  const rows = [...begun.filter(isFailed), ...leftOut.map(({ ticket }) => ticket), ...begun.filter(isDone)]
  const standing = begun.filter((row) => isDone(row) && !isBack(row))
  const done = begun.filter(isDone).length
  const refusalOf = ({ id }: ChosenTicket) => leftOut.find(({ ticket }) => ticket.id === id)?.refusal
  const hasOpen = [...run.outcomes.values()].some(isOpen)
  const takeBack = (some: readonly ChosenTicket[]) =>
    void batch.takeBack(
      some.map(({ id }) => id),
      saysNothing(reason) ? t('tickets.batch.backWhy') : reason,
    )
  useCommands([{ id: 'tickets.closeBatch', text: 'tickets.form.close', keys: ['Escape'], run: onClose }])
  const columns: Column<ChosenTicket>[] = [
    { id: 'number', title: t('tickets.column.number'), width: '9.5rem', cell: ({ number }) => number },
    {
      id: 'customer',
      title: t('tickets.column.customer'),
      width: 'minmax(8rem, 0.6fr)',
      cell: ({ customerName }) => customerName,
    },
    {
      id: 'outcome',
      title: t('tickets.batch.outcome'),
      width: 'minmax(14rem, 1fr)',
      cell: (row) => {
        const refusal = refusalOf(row)
        if (refusal) return <Verdict kind="warn">{t(refusal.text, { ...refusal.facts })}</Verdict>
        return <OutcomeCell step={step} outcome={outcomeOf(row)} back={back.outcomes.get(row.id)} />
      },
    },
    ...(mayTakeBack
      ? [
          {
            id: 'back',
            title: t('tickets.batch.back'),
            width: '6rem',
            cell: (row: ChosenTicket) =>
              isDone(row) && !isBack(row) ? (
                <KeyButton
                  isSmall
                  look="quiet"
                  aria-label={`${t('tickets.batch.back')} ${row.number}`}
                  onClick={() => takeBack([row])}
                >
                  {t('tickets.batch.back')}
                </KeyButton>
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <section className={look.result} aria-label={t(`tickets.batch.title.${step}`)}>
      <div className={look.sum}>
        <strong role="status">
          {t('tickets.batch.doneOf', { done, failed: begun.length - done })}
          {leftOut.length > 0 ? ` ${t('tickets.batch.leftOut', { count: leftOut.length })}` : ''}
        </strong>
        {hasOpen ? (
          <KeyButton isSmall onClick={() => void batch.again()}>
            {t('tickets.batch.again')}
          </KeyButton>
        ) : null}
        {mayTakeBack && standing.length > 0 ? (
          <>
            {step === 'dispatch' ? (
              <label className={look.why}>
                {t('tickets.field.reason')}
                <input maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
              </label>
            ) : null}
            <KeyButton isSmall look="quiet" onClick={() => takeBack(standing)}>
              {t('tickets.batch.backAll', { count: standing.length })}
            </KeyButton>
          </>
        ) : null}
        <KeyButton isSmall look="quiet" keyCap="Esc" onClick={onClose}>
          {t('kit.button.close')}
        </KeyButton>
      </div>
      {back.isRunning ? (
        <ProgressBar
          label={t('tickets.batch.back')}
          done={back.outcomes.size}
          total={begun.length}
          onStop={back.stop}
        />
      ) : null}
      <DataTable
        label={t(`tickets.batch.title.${step}`)}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        onOpen={({ id }) => navigate(`/tickets/${id}`)}
      />
    </section>
  )
}

interface OutcomeCellProps {
  step: BatchStep
  outcome: Outcome<Trace> | undefined
  back: Outcome<unknown> | undefined
}

function OutcomeCell({ step, outcome, back }: OutcomeCellProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  if (!outcome || outcome.state === 'stopped') return <Verdict kind="none">{t('tickets.batch.stopped')}</Verdict>
  if (outcome.state === 'failed') {
    const isAway = problemOf(outcome.error).away
    return <Verdict kind="late">{isAway ? t('tickets.batch.away') : problemText(outcome.error).what}</Verdict>
  }
  if (back?.state === 'done') return <Verdict kind="none">{t('tickets.batch.takenBack')}</Verdict>
  const number = 'number' in outcome.answer ? outcome.answer.number : ''
  return (
    <>
      <Verdict kind="ok">{t(`tickets.batch.done.${step}`, { number })}</Verdict>
      {back?.state === 'failed' ? <Verdict kind="late">{problemText(back.error).what}</Verdict> : null}
    </>
  )
}
