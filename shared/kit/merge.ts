/** What may stand in a column. Lists and documents are compared by what they hold. */
type Fields = Readonly<Record<string, unknown>>

/** A field that two people changed to different values since one of them looked. */
export interface Clash {
  field: string
  theirs: unknown
  yours: unknown
}

/** What is to be written, and where nothing may be written before somebody has looked. */
export interface Merged {
  changes: Record<string, unknown>
  clashes: Clash[]
}

/** Are two column values the same thing? Absent and null are. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/**
 * Three-way merge of one record: `seen` is what the editor looked at, `stands` what is stored now, `wanted` what the editor wants (fields it
 * leaves out stay as they are). Fields only one of them changed go through; the same field changed to two values is a clash.
 */
export function mergeFields(seen: Fields, stands: Fields, wanted: Fields): Merged {
  const merged: Merged = { changes: {}, clashes: [] }
  for (const [field, yours] of Object.entries(wanted)) {
    const theirs = stands[field]
    if (yours === undefined || isSame(yours, theirs) || isSame(yours, seen[field])) continue
    if (isSame(theirs, seen[field])) merged.changes[field] = yours
    else merged.clashes.push({ field, theirs, yours })
  }
  return merged
}

/** A row of a list that belongs to a record: telephone numbers, people. */
export type ListRow = Fields & { id: string }

/** What is to be done to a list; `order` holds the ids as they shall stand. */
export interface MergedList<Row> {
  adds: Row[]
  changes: { id: string; changes: Record<string, unknown> }[]
  removes: string[]
  order: string[]
  clashes: (Clash & { id: string })[]
}

/**
 * Three-way merge of a list of rows by id. A row one side removed and the other left alone is gone; removed here and changed there is a clash
 * (`field` is `removed`), and so are two different new orders (`field` is `order`, values are ids).
 */
export function mergeLists<Row extends ListRow>(
  seen: readonly ListRow[],
  stands: readonly ListRow[],
  wanted: readonly Row[],
): MergedList<Row> {
  const [seenById, standsById, wantedById] = [byId(seen), byId(stands), byId<Row>(wanted)]
  const merged: MergedList<Row> = { adds: [], changes: [], removes: [], order: [], clashes: [] }
  for (const row of wanted) {
    const [before, now] = [seenById.get(row.id), standsById.get(row.id)]
    if (now) {
      const { changes, clashes } = mergeFields(before ?? {}, now, row)
      if (Object.keys(changes).length > 0) merged.changes.push({ id: row.id, changes })
      merged.clashes.push(...clashes.map((clash) => ({ ...clash, id: row.id })))
    } else if (!before) merged.adds.push(row)
    else if (!holds(before, row)) merged.clashes.push({ id: row.id, field: 'removed', theirs: null, yours: row })
  }
  for (const row of seen) {
    const now = standsById.get(row.id)
    if (wantedById.has(row.id) || !now) continue
    if (holds(row, now)) merged.removes.push(row.id)
    else merged.clashes.push({ id: row.id, field: 'removed', theirs: now, yours: null })
  }
  orderRows(merged, seen, stands, wanted)
  return merged
}

function orderRows<Row extends ListRow>(
  merged: MergedList<Row>,
  seen: readonly ListRow[],
  stands: readonly ListRow[],
  wanted: readonly Row[],
): void {
  const kept = [...ids(stands).filter((id) => !merged.removes.includes(id)), ...ids(merged.adds)]
  const stay = ids(seen).filter((id) => kept.includes(id) && ids(wanted).includes(id))
  const among = (rows: readonly ListRow[]) => ids(rows).filter((id) => stay.includes(id))
  const [theirs, yours] = [among(stands), among(wanted)]
  if (isSame(yours, stay) || isSame(yours, theirs)) merged.order = placed(stands, wanted, kept)
  else {
    merged.order = placed(wanted, stands, kept)
    if (!isSame(theirs, stay)) merged.clashes.push({ id: '', field: 'order', theirs, yours })
  }
}

/** The ids of `first` in their order, each one that only `second` has right after the one it follows there. */
function placed(first: readonly ListRow[], second: readonly ListRow[], kept: readonly string[]): string[] {
  const order = ids(first).filter((id) => kept.includes(id))
  for (const [nth, id] of ids(second).entries()) {
    if (order.includes(id) || !kept.includes(id)) continue
    const before = ids(second).slice(0, nth)
    order.splice(order.findLastIndex((other) => before.includes(other)) + 1, 0, id)
  }
  return order
}

const ids = (rows: readonly ListRow[]) => rows.map((row) => row.id)
const byId = <Row extends ListRow>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))

/** Does `row` say nothing that `other` does not say too? */
function holds(row: ListRow, other: ListRow): boolean {
  return Object.keys(row).every((field) => !(field in other) || isSame(row[field], other[field]))
}
