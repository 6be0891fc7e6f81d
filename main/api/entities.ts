import { EntitySchema } from 'typeorm'
import { flag, id, instant, maybeText, text } from '../database/columns.ts'

/** A defect that a user met, by the six letters on screen. */
export interface Incident {
  id: string
  at: string
  memberId: string | null
  procedure: string
  summary: string
  seen: boolean
}

export const IncidentEntity = new EntitySchema<Incident>({
  name: 'Incident',
  tableName: 'admin_incident',
  columns: { id: id(), at: instant(), memberId: maybeText(), procedure: text(), summary: text(), seen: flag() },
})
