import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const clocksShown: ShownKinds = {
  'clocks.entry': ['tickets.page'],
  'clocks.met': ['admin.limitFigures'],
  'clocks.running': [],
}
