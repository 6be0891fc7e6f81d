import { EntitySchema } from 'typeorm'
import { count, id, maybeInstant, text } from '../database/columns.ts'

/** A limit that a change of the calendar moved, kept so that the list of them can be read afterwards. */
export interface MovedRow {
  id: string
  /** What moved it: id of the change, `<id>/back` of its taking back. */
  causeId: string
  nth: number
  ticketId: string
  clock: string
  round: number
  /** null while it stood still. */
  beforeAt: string | null
  afterAt: string | null
}

export const MovedEntity = new EntitySchema<MovedRow>({
  name: 'TicketMoved',
  tableName: 'tickets_moved',
  columns: {
    id: id(),
    causeId: text(),
    nth: count(),
    ticketId: text(),
    clock: text(),
    round: count(),
    beforeAt: maybeInstant(),
    afterAt: maybeInstant(),
  },
  indices: [
    { name: 'tickets_moved_by', columns: ['causeId', 'nth'], unique: true },
    { name: 'tickets_moved_of', columns: ['ticketId'] },
  ],
})
