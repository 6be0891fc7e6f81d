import { troubleOf } from '../database/trouble.ts'

/** Why a station does not start and what to do, in one line. A port that is taken and a full disk have changed nothing. */
export function explainStart(error: unknown, folder: string): string {
  const { code, port: taken } = (error ?? {}) as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `another program listens on port ${taken}; give another with --port or --lan, or stop that one`
  if (troubleOf(error) === 'diskFull')
    return `the disk of ${folder} is full; free room on it and start again, nothing was changed`
  return error instanceof Error ? error.message : String(error)
}
