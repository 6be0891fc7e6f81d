import type { TRPCError } from '@trpc/server'
import { Failure, type FailureData } from '../../shared/kit/failure.ts'

/** The failure a refused call answers with; null where it was not refused, the error itself where it is a defect. */
export async function refusal(call: Promise<unknown>): Promise<FailureData | TRPCError | null> {
  const error = await call.then(
    () => null,
    (reason: TRPCError) => reason,
  )
  return error?.cause instanceof Failure ? error.cause.data : error
}
