import type { Services } from '../api/context.ts'

/**
 * A recurring job. It looks for work in the rows instead of remembering it, so running it twice, late, or on two stations
 * does the work once. Test it by moving the clock, twice.
 */
export interface Job {
  /** `<feature>.<verbNoun>`; its row in scheduler_job. */
  name: string
  everySeconds: number
  /** The signal aborts when the station stops: whatever takes longer than a second gives up then. */
  run(services: Services, signal: AbortSignal): Promise<void>
}
