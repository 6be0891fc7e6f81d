/** A record as its form holds it: plain texts by field. */
type Texts<Field extends string> = Readonly<Record<Field, string | null>>

/** What a form was filled from; null for a record nobody has stored yet. */
export type Base<Field extends string> = (Texts<Field> & { readonly version: number }) | null

/** A field both sides changed: what is typed here, what was stored meanwhile. */
export interface FieldConflict<Field extends string> {
  field: Field
  mine: string
  theirs: string
}

/**
 * A draft beside what is stored now: fields only the other side changed are taken over, fields both changed are conflicts, where what was typed
 * stays. Nothing to do while nobody else has saved.
 */
export function besideStored<Field extends string, Draft extends Texts<Field> & { base: Base<Field> }>(
  draft: Draft,
  stored: Base<Field> | undefined,
  fields: readonly Field[],
): { draft: Draft; conflicts: FieldConflict<Field>[] } {
  const { base } = draft
  if (!base || !stored || base.version === stored.version) return { draft, conflicts: [] }
  let merged = draft
  const conflicts: FieldConflict<Field>[] = []
  for (const field of fields) {
    const [before, mine, theirs] = [base[field] ?? '', draft[field] ?? '', stored[field] ?? '']
    if (theirs === before || theirs === mine) continue
    if (mine === before) merged = { ...merged, [field]: stored[field] }
    else conflicts.push({ field, mine, theirs })
  }
  return { draft: merged, conflicts }
}

/** The draft whose own text of one field is to stand over what is stored now. */
export function keepMine<Field extends string, Draft extends { base: Base<Field> }>(
  draft: Draft,
  field: Field,
  stored: Texts<Field>,
): Draft {
  return { ...draft, base: draft.base && { ...draft.base, [field]: stored[field] } }
}
