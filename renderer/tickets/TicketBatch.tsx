import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchStep } from '../../shared/tickets/batch.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { ProgressBar } from '../kit/ProgressBar.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useNow } from '../kit/use-now.ts'
import { visitProblem } from '../kit/visit-problem.ts'
import { houseVisits } from '../../shared/presets/house-visits.ts'
import { understandVisit } from '../../shared/kit/visit-time.ts'
import look from './Batch.module.css'
import { BatchForm } from './BatchForm.tsx'
import { BatchResult } from './BatchResult.tsx'
import { useBatch } from './use-batch.ts'
import { usePolicy } from './use-policy.ts'

interface TicketBatchProps {
  step: BatchStep
  /** Those that are ticked now; once begun it goes on with those it was begun with. */
  ids: readonly string[]
  onBegin: () => void
  /** Ids for which it went through. */
  onDone: (ids: readonly string[]) => void
  onClose: () => void
}

/** A step on many tickets, above the bar: filled in once, told what it will do, then done one by one with what became of each. */
export function TicketBatch({ step, ids, onBegin, onDone, onClose }: TicketBatchProps) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { zone, preset } = usePolicy()
  const [typed, setTyped] = useState({ visit: '', technicianId: null as string | null, note: '' })
  const { window = null, problem } = understandVisit(
    typed.visit,
    nowAt,
    zone,
    (preset?.visits ?? houseVisits).usualMinutes,
  )
  const wish = { technicianId: typed.technicianId, window, note: typed.note }
  const batch = useBatch(step, ids, wish, onDone)
  const { begun, run } = batch
  if (ids.length === 0 && !begun) return null
  return (
    <div className={look.panel}>
      {begun && run.isRunning ? (
        <ProgressBar
          label={t(`tickets.batch.running.${step}`)}
          done={run.outcomes.size}
          total={begun.length}
          onStop={run.stop}
        />
      ) : begun ? (
        <BatchResult step={step} batch={batch} onClose={onClose} />
      ) : batch.error ? (
        <ProblemNote error={batch.error} onRetry={batch.askAgain} />
      ) : batch.tickets === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <BatchForm
          step={step}
          batch={batch}
          onBegin={onBegin}
          typed={typed}
          window={window}
          problem={visitProblem(typed.visit, problem, t)}
          onType={(part) => setTyped((before) => ({ ...before, ...part }))}
          onClose={onClose}
        />
      )}
    </div>
  )
}
