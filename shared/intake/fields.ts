import { type FieldEntry, longText } from '../kit/field-entry.ts'
import { caseFields } from '../tickets/fields.ts'

/** What a line of the register holds as it was said (用户叫修登记表 F03, 信息记录本 F12): the facts of the case, and what only the register keeps. */
export const lineFields = [
  ...caseFields,
  { key: 'note', label: 'tickets.field.note', shape: longText(1000), column: 'text', erased: 'kept' },
] as const satisfies readonly FieldEntry[]
