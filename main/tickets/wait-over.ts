import type { Text } from '../../shared/kit/words.ts'
import { ticketsStepWords } from '../../shared/tickets/step-words.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { broughtUnder, changesOfStep } from '../database/journal.ts'
import { TicketEntity } from './ticket-entity.ts'
import { MomentEntity } from './work-entities.ts'

const endings: Readonly<Record<string, Text>> = {
  waitingForCustomer: ticketsStepWords['resume.waitingForCustomer'],
  waitingForMaker: ticketsStepWords['resume.waitingForMaker'],
  waitingForPart: ticketsStepWords['resume.waitingForPart'],
}

/** The end of a wait as the button called it that told it: 配件到了. Undefined for a wait of no kind of its own. */
export const endOfWait = (reason: string | undefined): Text | undefined => endings[reason ?? '']

/** What the case had waited for until the step that told its end; undefined where the journal no longer says. */
export async function waitedFor(
  services: Services,
  reader: Reader,
  ticketId: string,
  momentId: string,
): Promise<string | undefined> {
  const step = (await broughtUnder(services.database, reader, ticketId)).get(`${MomentEntity.kind}:${momentId}`)?.step
  const changes = step === undefined ? [] : await changesOfStep(services, reader, step)
  const ofCase = changes.find(({ kind, recordId }) => kind === TicketEntity.kind && recordId === ticketId)
  const reason = ofCase?.values?.before['pausedReason']
  return typeof reason === 'string' ? reason : undefined
}

/** Ends of waits by what the case had waited for, as the step says that told them; those whose person was erased are missing. */
export async function endsOfWaits(
  services: Services,
  reader: Reader,
  ticketId: string,
  momentIds: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  const found = new Map<string, Text>()
  for (const id of momentIds) {
    const text = endOfWait(await waitedFor(services, reader, ticketId, id))
    if (text) found.set(id, text)
  }
  return found
}
