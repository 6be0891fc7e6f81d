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
 * Field by field what becomes of a draft beside what is stored now: `taken` only the other side changed, of `conflicts` both did. `was`: what the
 * draft was filled from.
 */
export function weighed<Field extends string>(
  fields: readonly Field[],
  { was, mine, theirs }: Readonly<Record<'was' | 'mine' | 'theirs', (field: Field) => string>>,
): { taken: Field[]; conflicts: FieldConflict<Field>[] } {
  const changed = fields.filter((field) => theirs(field) !== was(field) && theirs(field) !== mine(field))
  const isMine = (field: Field) => mine(field) !== was(field)
  return {
    taken: changed.filter((field) => !isMine(field)),
    conflicts: changed.filter(isMine).map((field) => ({ field, mine: mine(field), theirs: theirs(field) })),
  }
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
  const of = (texts: Texts<Field>) => (field: Field) => texts[field] ?? ''
  const { taken, conflicts } = weighed(fields, { was: of(base), mine: of(draft), theirs: of(stored) })
  const theirs = Object.fromEntries(taken.map((field) => [field, stored[field]]))
  return { draft: taken.length === 0 ? draft : { ...draft, ...theirs }, conflicts }
}

/** The draft whose own text of one field is to stand over what is stored now. */
export function keepMine<Field extends string, Draft extends { base: Base<Field> }>(
  draft: Draft,
  field: Field,
  stored: Texts<Field>,
): Draft {
  return { ...draft, base: draft.base && { ...draft.base, [field]: stored[field] } }
}
