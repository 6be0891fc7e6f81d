import { adminShown } from './admin/shown-kinds.ts'
import { clocksShown } from './clocks/shown-kinds.ts'
import { customersShown } from './customers/shown-kinds.ts'
import { intakeShown } from './intake/shown-kinds.ts'
import type { ShownKinds } from './kit/shown-kinds.ts'
import { listsShown } from './lists/shown-kinds.ts'
import { productsShown } from './products/shown-kinds.ts'
import { sheetsShown } from './sheets/shown-kinds.ts'
import { ticketsShown } from './tickets/shown-kinds.ts'

/** Rows of the rooms below the features. */
const below: ShownKinds = {
  'database.journal': ['history'],
  'database.journal_key': [],
  'files.file': [],
  'files.holding': [],
  'files.link': [],
  'scheduler.job': [],
  'scheduler.task': [],
}

/** What every feature says of its kinds: one line a feature, sorted. */
const shownIn: ShownKinds = {
  ...below,
  ...adminShown,
  ...clocksShown,
  ...customersShown,
  ...intakeShown,
  ...listsShown,
  ...productsShown,
  ...sheetsShown,
  ...ticketsShown,
}

/** The questions, or whole features, that show rows of a kind. */
export function questionsShowing(kind: string): readonly string[] {
  return shownIn[kind] ?? [kind.split('.')[0] ?? kind]
}

/** Does the answer to a question (`tickets.page`) show rows of one of these kinds? */
export function showsOneOf(question: string, kinds: Iterable<string>): boolean {
  const [feature] = question.split('.')
  for (const kind of kinds)
    if (questionsShowing(kind).some((shown) => shown === question || shown === feature)) return true
  return false
}

/** The kinds somebody has said it of, for the test that holds them against the tables: what nobody says makes a whole feature ask again. */
export const saidKinds: readonly string[] = Object.keys(shownIn)

/** Every question the list names, for the test that holds it against the API. */
export const namedQuestions: readonly string[] = [...new Set(Object.values(shownIn).flat())]
