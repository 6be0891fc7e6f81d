import type { ComponentProps } from 'react'
import { useMe } from '../app/use-house.ts'
import look from './Board.module.css'
import { DispatchForm } from './DispatchForm.tsx'
import { stepDraftPlace } from './step-draft.ts'
import { useKeptSteps } from './use-kept-steps.ts'
import { StepDraftContext } from './use-step-form.ts'

/** The dispatch form on the board: for whom, where and what for, with what was left of it here or on the ticket's page. */
export function BoardDispatch(props: Omit<ComponentProps<typeof DispatchForm>, 'before'>) {
  const memberId = useMe()?.id ?? null
  const kept = useKeptSteps(props.ticket.id, 'dispatch', null)
  if (!kept) return null
  const { ticket } = props
  return (
    <>
      <p className={look.sent}>
        <strong>{ticket.customerName || ticket.contactName}</strong>
        <span>{ticket.symptom}</span>
        <span>{ticket.address}</span>
        <a className={look.link} href={`#/tickets/${ticket.id}`}>
          {ticket.number}
        </a>
      </p>
      <StepDraftContext value={stepDraftPlace(memberId, ticket, 'dispatch', kept)}>
        <DispatchForm {...props} />
      </StepDraftContext>
    </>
  )
}
