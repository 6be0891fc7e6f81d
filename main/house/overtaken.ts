import { Failure, type FieldConflict } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { Overtaken } from '../database/records.ts'
import { MemberEntity } from './entities.ts'
import { type RecordKind, shownValue } from './record-kind.ts'

/**
 * Turns `Overtaken` of the record door into the refusal a person can act on: which field, what it is now, what was wanted, who changed it and
 * when; values as this seat may see them. Anything else is thrown on.
 */
export function sayOvertaken(
  services: Services,
  seat: Seat,
  kinds: readonly RecordKind[],
  text: string,
): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof Overtaken)) throw error
    const clashes = error.clashes.filter(({ kind, field }) => isKnown(kinds, kind, field))
    const names = await services.database.read((reader) =>
      Promise.all(clashes.map(({ memberId }) => reader.findOneBy(MemberEntity, { id: memberId ?? '' }))),
    )
    const conflicts = clashes.map((clash, nth): FieldConflict => {
      const kind = kinds.find(({ entity }) => entity.kind === clash.kind)
      const show = (value: unknown) =>
        clash.field === 'removed' && value !== null && kind
          ? kind.nameOf(seat, value as Record<string, unknown>)
          : (shownValue(seat, kind?.fields[clash.field], value) ?? '')
      const { field, id, at } = clash
      return {
        kind: clash.kind,
        id,
        field,
        theirs: show(clash.theirs),
        yours: show(clash.yours),
        by: names[nth]?.name ?? '',
        at,
      }
    })
    throw new Failure('changedByOther', text, {}, undefined, conflicts)
  }
}

/** A column the reader knows; what only follows from it (a number backwards) says nothing more. */
function isKnown(kinds: readonly RecordKind[], kind: string, field: string): boolean {
  if (field === 'removed' || field === 'order') return true
  return kinds.some(({ entity, fields }) => entity.kind === kind && field in fields)
}
