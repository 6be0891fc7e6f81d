import type { heardFields } from '../../shared/intake/rules-joined.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { findRows } from '../database/typed-rows.ts'
import type { RecordField, RecordKind } from '../house/record-kind.ts'
import { IntakeEntity } from './entities.ts'
import { followOutcome } from './line-outcome.ts'
import { refuseForeignLine } from './register-scope.ts'

const labels: Record<(typeof heardFields)[number] | 'outcome', RecordField> = {
  customerName: { label: 'tickets.field.customer' },
  contactName: { label: 'tickets.field.contact' },
  phone: { label: 'customers.field.phone', sight: 'phone' },
  address: { label: 'tickets.field.address', sight: 'address' },
  productName: { label: 'tickets.field.product' },
  model: { label: 'products.field.model' },
  serialNo: { label: 'tickets.field.serialNo' },
  purchasedOn: { label: 'products.field.purchasedOn', as: 'day' },
  symptom: { label: 'tickets.field.symptom' },
  note: { label: 'tickets.field.note' },
  outcome: { label: 'tickets.register.outcome', as: 'code', words: (code) => `tickets.outcome.${code}` },
}

/** Lines of the register: a correction reached nobody else and can be taken back; what the line did has counter-steps of its own. */
export const intakeKinds: readonly RecordKind[] = [
  {
    entity: IntakeEntity as unknown as RecordSchema<never>,
    fields: labels,
    page: 'root',
    view: 'intake.view',
    edit: 'intake.take',
    undoable: ['intake.correct'],
    counter: { 'intake.tell': 'history.instead.changeAgain' },
    settle: (services, tx, lineId) => followOutcome(services, tx, lineId),
    nameOf: (_, { registerNo }) => (typeof registerNo === 'string' ? registerNo : ''),
    refuse: (services, seat, lineId) =>
      services.database.read(async (reader) => {
        const [line] = await findRows(services.database, reader, IntakeEntity, { id: lineId })
        if (line) await refuseForeignLine(services, reader, seat, line)
      }),
  },
]
