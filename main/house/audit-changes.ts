/** What a save changed, as it stands in an audit entry: was and is by field; null for a field whose values are nobody's business. */
export type AuditChanges = Record<string, [was: unknown, is: unknown] | null>

/** Compares two states of a thing over `fields`; a new thing has no `before` and every filled field is new. `hidden` fields keep their values out. */
export function changesOf<T extends object>(
  before: Partial<T> | null,
  after: T,
  fields: readonly (keyof T & string)[],
  hidden: readonly (keyof T & string)[] = [],
): AuditChanges {
  const changes: AuditChanges = {}
  for (const field of fields) {
    const [was, is] = [before?.[field] ?? '', after[field] ?? '']
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    changes[field] = hidden.includes(field) ? null : [was, is]
  }
  return changes
}
