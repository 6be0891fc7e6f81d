import { type Difference, differencesBetween, isSame, itemsByKey, type Plain, withDifferences } from './merge.ts'

/** A place of a document: `['clocks', 'assign//', 'limitMinutes']`. */
export type Path = readonly string[]

/** What stands at a place; undefined where nothing does. */
export function valueAt(document: Plain | undefined, path: Path): Plain | undefined {
  const [name, ...rest] = path
  if (name === undefined) return document
  const items = itemsByKey(document)
  if (items && name === 'order' && rest.length === 0) return [...items.keys()]
  if (items) return valueAt(items.get(name), rest)
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined
  return valueAt((document as Readonly<Record<string, Plain | undefined>>)[name], rest)
}

const isWithin = (path: Path, place: Path) => place.every((name, at) => path[at] === name)

/** Each place once, those within another left out. */
const outermost = (paths: readonly Path[]): Path[] =>
  paths.filter(
    (path, at) =>
      !paths.some((other, nth) => nth !== at && isWithin(path, other) && (other.length < path.length || nth < at)),
  )

/**
 * A draft of a document laid over what was stored since it was filled: what only the other side changed is taken over, what is changed here stays, and
 * places both changed otherwise are named, where what stands here stays too. `was`: what the draft was filled from.
 */
export function rebased(
  was: Plain,
  mine: Plain,
  theirs: Plain,
): { document: Plain; /** Outermost places both changed. */ conflicts: Path[] } {
  const [ours, others] = [differencesBetween(was, mine), differencesBetween(was, theirs)]
  const isOrder = ({ path }: Difference) => path.at(-1) === 'order'
  const touches = (a: Difference, b: Difference) => isWithin(a.path, b.path) || isWithin(b.path, a.path)
  const met = ours.flatMap((our) => others.filter((other) => touches(our, other)).map((other) => ({ our, other })))
  const conflicts = outermost(
    met.map(({ our, other }) => (our.path.length < other.path.length ? our.path : other.path)),
  ).filter((path) => !isSame(valueAt(mine, path), valueAt(theirs, path)))
  const alone = ours.filter(({ path }) => !conflicts.some((place) => isWithin(path, place)))
  const whole = [
    ...alone.filter((each) => !isOrder(each)),
    ...conflicts.map((path): Difference => ({ path, before: valueAt(theirs, path), after: valueAt(mine, path) })),
    ...alone.filter(isOrder),
  ]
  // An order names what stood here: what the other side added stands behind it.
  const ordered = whole.map((each): Difference => {
    if (!isOrder(each)) return each
    const [here, there] = [each.after, valueAt(theirs, each.path)] as (readonly string[] | undefined)[]
    return { ...each, after: [...new Set([...(here ?? []), ...(there ?? [])])] }
  })
  return { document: withDifferences(theirs, ordered) as Plain, conflicts }
}
