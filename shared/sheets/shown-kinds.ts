import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const sheetsShown: ShownKinds = {
  'sheets.printing': ['sheets', 'tickets.page'],
}
