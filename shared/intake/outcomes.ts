/** How a call ended for the desk; Alt+1…9 in this order (screens.md, R015: every desk event is recorded). */
export const outcomes = [
  'repair',
  'consult',
  'chase',
  'complaint',
  'booking',
  'callBack',
  'transferred',
  'wrongNumber',
  'silent',
] as const
export type Outcome = (typeof outcomes)[number]

/** Outcomes that stand for a case: what they say is done on it. */
const ofCase: readonly Outcome[] = ['repair', 'chase']

/**
 * What the outcome of a line may be corrected to; none where a case hangs on it, which says what became of the call. Another line becomes no repair
 * and no chase by a correction: a case is opened at the desk (`house`).
 */
export function outcomesInstead({
  ticketId,
  outcome,
}: {
  ticketId: string | null
  outcome: Outcome
}): readonly Outcome[] {
  return ticketId === null ? outcomes.filter((each) => each === outcome || !ofCase.includes(each)) : []
}
