/** Says that something changed, never what: seats ask again, so nothing needs replaying after a cut line. */
export interface Hint {
  /** `<feature>.<thing>`: the table's name with its first underscore as a dot, for example `intake.call`. */
  kind: `${string}.${string}`
  /** `*` stands for any number of them. */
  id: string
  /** A ringing telephone: seats do not gather, they ask at once. */
  urgent?: boolean
}

/** A change of more rows of one kind than this is told as a change of the kind. */
const mostIdsOfOneKind = 50

/** What changed, gathered: each thing once, urgent if anybody said so, many of one kind as `*`. */
export class Hints {
  private readonly kinds = new Map<Hint['kind'], Map<string, boolean>>()

  add({ kind, id, urgent }: Hint): void {
    const ids = this.kinds.get(kind) ?? new Map<string, boolean>()
    this.kinds.set(kind, ids)
    ids.set(id, urgent === true || ids.get(id) === true)
    if (ids.size <= mostIdsOfOneKind && !ids.has('*')) return
    const isUrgent = [...ids.values()].includes(true)
    ids.clear()
    ids.set('*', isUrgent)
  }

  /** Something of a table changed that nobody named: told as the kind, unless rows of it are named anyway. */
  addUnnamed(kind: Hint['kind']): void {
    if (!this.kinds.has(kind)) this.add({ kind, id: '*' })
  }

  addAll(hints: readonly Hint[]): void {
    for (const hint of hints) this.add(hint)
  }

  list(): Hint[] {
    return [...this.kinds].flatMap(([kind, ids]) =>
      [...ids].map(([id, urgent]): Hint => ({ kind, id, ...(urgent ? { urgent } : {}) })),
    )
  }
}

/** The kind of a table's rows. */
export function kindOf(table: string): Hint['kind'] {
  return table.replace('_', '.') as Hint['kind']
}

const changing = /^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "?(\w+)"?/i

/** The table a statement changes; null when it changes none. */
export function changedTable(sql: string): string | null {
  return changing.exec(sql)?.[1] ?? null
}
