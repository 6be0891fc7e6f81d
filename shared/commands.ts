import { intakeCommands } from './intake/commands.ts'
import { ticketsCommands } from './tickets/commands.ts'

/** What may wait at a seat, by feature: `<feature>.<command>` is its procedure. One line a feature, sorted. */
export const allCommands = {
  intake: intakeCommands,
  tickets: ticketsCommands,
} as const

type Commands = typeof allCommands

/** A procedure that may wait. */
export type WaitingCommand = { [F in keyof Commands]: `${F}.${Commands[F][number]}` }[keyof Commands]

/** Whether a procedure may wait; what lies in an outbox may be of another release. */
export function mayWait(procedure: string): procedure is WaitingCommand {
  return Object.entries(allCommands).some(([feature, commands]) =>
    commands.some((command) => procedure === `${feature}.${command}`),
  )
}
