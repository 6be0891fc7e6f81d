import { randomInt } from 'node:crypto'
import { IncidentEntity } from './entities.ts'
import type { Seat, Services } from './context.ts'
import { maskText } from './log.ts'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Six letters without I and O: easily read out over the telephone. */
export function newIncident(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
}

/** Logs a defect in full, keeps a row for the administrator, and gives the incident that the screen shows. */
export async function recordDefect(
  services: Services,
  seat: Seat | null,
  procedure: string,
  error: unknown,
): Promise<string> {
  const incident = newIncident()
  const told = error instanceof Error ? error : new Error(String(error))
  services.log.error('defect', {
    incident,
    procedure,
    memberId: seat?.memberId ?? null,
    error: told.message,
    stack: told.stack,
  })
  try {
    await services.database.write((tx) =>
      tx.insert(IncidentEntity, {
        id: incident,
        at: services.now(),
        memberId: seat?.memberId ?? null,
        procedure,
        summary: maskText(told.message).slice(0, 500),
        seen: false,
      }),
    )
  } catch (second) {
    services.log.error('defect.notKept', { incident, error: String(second) })
  }
  return incident
}
