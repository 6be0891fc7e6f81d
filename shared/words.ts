import { doorWords } from './admin/door-words.ts'
import { adminWords } from './admin/words.ts'
import { clocksWords } from './clocks/words.ts'
import { customersWords } from './customers/words.ts'
import { historyWords } from './history/words.ts'
import { intakeTimelineWords } from './intake/timeline-words.ts'
import { intakeWords } from './intake/words.ts'
import { desktopWords } from './kit/desktop-words.ts'
import { kitWords } from './kit/kit-words.ts'
import type { Words } from './kit/words.ts'
import { listsWords } from './lists/words.ts'
import { fieldWords } from './presets/field-words.ts'
import { tradesWords } from './presets/words.ts'
import { productsWords } from './products/words.ts'
import { sheetsWords } from './sheets/words.ts'
import { ticketsTimelineWords } from './tickets/timeline-words.ts'
import { ticketsWords } from './tickets/words.ts'

/** Every text by the prefix it has on screen: `<prefix>.<key>`. One line a feature, sorted. */
export const allWords = {
  admin: adminWords,
  clocks: clocksWords,
  customers: customersWords,
  desktop: desktopWords,
  door: doorWords,
  history: historyWords,
  intake: intakeWords,
  intakeTimeline: intakeTimelineWords,
  kit: kitWords,
  lists: listsWords,
  presets: fieldWords,
  products: productsWords,
  sheets: sheetsWords,
  tickets: ticketsWords,
  ticketsTimeline: ticketsTimelineWords,
  trades: tradesWords,
} as const satisfies Readonly<Record<string, Words>>
