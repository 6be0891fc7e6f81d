import type { TicketPage } from '../../shared/tickets/schema.ts'
import { ArchiveForm, LedgerLineForm } from './CloseSteps.tsx'
import { ContactForm } from './ContactForm.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { DispatchForm } from './DispatchForm.tsx'
import { MismatchForm } from './MismatchForm.tsx'
import { MomentForm } from './MomentForm.tsx'
import { PlanForm } from './PlanForm.tsx'
import { ResultForm } from './ResultForm.tsx'
import { CancelForm, ChaseForm, HandBackForm, NoteForm, PauseForm } from './SmallSteps.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'
import { activeDispatch, type Step } from './steps.ts'

interface OpenStepProps {
  step: Step
  page: TicketPage
  onDone: () => void
  onCancel: () => void
}

/** The form of a step. */
export function OpenStep({ step, page, onDone, onCancel }: OpenStepProps) {
  const order = activeDispatch(page)
  const { ticket } = page
  const ends = { onDone, onCancel }
  switch (step) {
    case 'dispatch':
      return <DispatchForm ticket={ticket} before={page.dispatches[0]} {...ends} />
    case 'contact':
      return order ? <ContactForm key={order.attempts.length} order={order} {...ends} /> : null
    case 'mismatch':
      return order ? <MismatchForm ticket={ticket} order={order} {...ends} /> : null
    case 'handBack':
      return order ? <HandBackForm order={order} {...ends} /> : null
    case 'plan':
      return <PlanForm page={page} {...ends} />
    case 'result':
      return <ResultForm page={page} {...ends} />
    case 'ledger':
      return <LedgerLineForm page={page} {...ends} />
    case 'archive':
      return <ArchiveForm page={page} {...ends} />
    case 'chase':
      return <ChaseForm ticket={ticket} {...ends} />
    case 'note':
      return <NoteForm ticket={ticket} {...ends} />
    case 'moment':
      return <MomentForm page={page} {...ends} />
    case 'correct':
      return <CorrectForm ticketId={ticket.id} {...ends} />
    case 'withdraw':
      return <WithdrawForm page={page} {...ends} />
    case 'pause':
      return <PauseForm ticket={ticket} {...ends} />
    case 'resume':
      return null // asks nothing, the screen does it at once
    case 'cancel':
      return <CancelForm ticket={ticket} {...ends} />
  }
}
