import type { ComponentProps } from 'react'
import { useMe } from '../app/use-house.ts'
import { DispatchForm } from './DispatchForm.tsx'
import { stepDraftPlace } from './step-draft.ts'
import { useKeptSteps } from './use-kept-steps.ts'
import { StepDraftContext } from './use-step-form.ts'

/** The dispatch form on the board, with what was left of it here or on the ticket's page. */
export function BoardDispatch(props: Omit<ComponentProps<typeof DispatchForm>, 'before'>) {
  const memberId = useMe()?.id ?? null
  const kept = useKeptSteps(props.ticket.id, 'board', null)
  if (!kept) return null
  return (
    <StepDraftContext value={memberId === null ? null : stepDraftPlace(memberId, props.ticket, 'dispatch', kept)}>
      <DispatchForm {...props} />
    </StepDraftContext>
  )
}
