import { saysNothing } from '../../shared/kit/seen-text.ts'
import type { Draft } from './draft.ts'
import type { Gap } from './gaps.ts'

/**
 * Steps of the script that the form shows to be done: greeted once the caller is known, asked once nothing is missing for
 * saving, repeated once nothing is missing for sending. The farewell is never ticked: it is the last word.
 */
export function doneSteps(
  draft: Pick<Draft, 'customerName' | 'outcome' | 'symptom'>,
  gaps: { toSave: readonly Gap[]; toSend: readonly Gap[] },
): ReadonlySet<string> {
  const done = new Set<string>()
  if (!saysNothing(draft.customerName)) done.add('greet')
  if (draft.outcome !== 'repair') {
    if (done.has('greet') && !saysNothing(draft.symptom)) done.add('ask').add('repeat')
    return done
  }
  if (gaps.toSave.length === 0) done.add('ask')
  if (gaps.toSave.length === 0 && gaps.toSend.length === 0) done.add('repeat')
  return done
}
