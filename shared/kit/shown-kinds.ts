/**
 * Where a seat shows what changed: kind of row (`<feature>.<thing>`) → the questions whose answers hold it, or a whole feature. An empty list
 * is noise that no seat shows. A kind that stands nowhere is shown by its whole feature.
 */
const shownIn: Readonly<Record<string, readonly string[]>> = {
  'admin.audit': [],
  'admin.audit_head': [],
  'admin.counter': [],
  'admin.incident': ['admin.incidents'],
  'admin.member': ['admin', 'intake', 'tickets'],
  'admin.session': [],
  'admin.setting': ['admin', 'customers', 'intake', 'products', 'tickets'],
  'admin.space': ['admin.space'],
  'admin.tries': ['admin.members'],
  'clocks.entry': ['tickets.page'],
  'clocks.met': ['admin.limitFigures'],
  'clocks.running': [],
  'customers.customer': ['customers', 'intake', 'tickets'],
  'customers.import': ['customers.importRuns'],
  'customers.text': [],
  'database.journal': ['history'],
  'database.journal_key': [],
  'files.file': [],
  'files.holder': [],
  'intake.call': ['customers.timeline', 'intake.lost', 'intake.mine', 'intake.recent', 'intake.seats', 'tickets.board'],
  'intake.event': [],
  'intake.joined': ['intake.joined'],
  'intake.register': [
    'customers',
    'intake.lost',
    'intake.mine',
    'intake.recent',
    'intake.register',
    'intake.seats',
    'tickets.board',
    'tickets.page',
  ],
  'lists.choice': ['lists.kept'],
  'lists.export': ['lists.exports'],
  'lists.view': ['lists.kept'],
  'products.product': ['customers', 'products', 'tickets'],
  'scheduler.job': [],
  'scheduler.task': [],
  'sheets.printing': ['sheets', 'tickets.page'],
  'tickets.attempt': ['tickets.page'],
  'tickets.chase': ['customers.timeline', 'tickets.list', 'tickets.page'],
  'tickets.clock': ['tickets.page'],
  'tickets.dispatch': ['sheets', 'tickets'],
  'tickets.ledger': ['tickets.ledger', 'tickets.page'],
  'tickets.mismatch': ['tickets'],
  'tickets.moved': ['admin.calendarChanges', 'admin.movedLimits'],
  'tickets.result': ['customers.timeline', 'sheets', 'tickets.page'],
  'tickets.ticket': ['customers', 'intake.register', 'products', 'sheets', 'tickets'],
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

/** Every question the list names, for the test that holds it against the API. */
export const namedQuestions: readonly string[] = [...new Set(Object.values(shownIn).flat())]
