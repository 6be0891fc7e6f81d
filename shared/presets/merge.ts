import { clockKey, type ClockPolicy } from './schema.ts'

/** A plain document: what JSON can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined }

/** One difference between two documents, by place: `clocks.assign//.limitMinutes`. `undefined`: it is not there. */
export interface Difference {
  path: readonly string[]
  before: Plain | undefined
  after: Plain | undefined
}

type Fields = Readonly<Record<string, Plain | undefined>>

const isFields = (value: Plain | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an item of a list is known by: a limit by clock, level and kind; a question by its field; a choice by its code. */
function keyOf(item: Plain): string | null {
  if (!isFields(item)) return null
  if (typeof item['clock'] === 'string') return clockKey(item as unknown as ClockPolicy)
  const key = item['field'] ?? item['code']
  return typeof key === 'string' ? key : null
}

/** The items of a list by key (a limit by clock, level and kind), in order; null where it is no list of known things, or one key stands twice. */
export function itemsByKey(value: Plain | undefined): Map<string, Plain> | null {
  if (!Array.isArray(value)) return null
  const items = new Map<string, Plain>()
  for (const item of value as readonly Plain[]) {
    const key = keyOf(item)
    if (key === null || items.has(key)) return null
    items.set(key, item)
  }
  return items
}

/** Are two documents the same, whatever the order of their names? A name that is `undefined` is not there. */
export function isSame(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item: Plain, at) => isSame(item, b[at] as Plain))
  if (!isFields(a) || !isFields(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(a[name], b[name]))
}

/**
 * The document with a layer laid over it: names of the layer win, lists of known things are merged item by item (new ones at the
 * end), other lists and values are replaced.
 */
export function mergeDocuments(base: Plain | undefined, layer: Plain | undefined): Plain | undefined {
  if (layer === undefined) return base
  const [below, above] = [itemsByKey(base), itemsByKey(layer)]
  if (below && above) {
    const merged = new Map(below)
    for (const [key, item] of above) merged.set(key, mergeDocuments(below.get(key), item) as Plain)
    return [...merged.values()]
  }
  if (!isFields(base) || !isFields(layer)) return layer
  const merged: Record<string, Plain | undefined> = { ...base }
  for (const [name, value] of Object.entries(layer)) merged[name] = mergeDocuments(base[name], value)
  return merged
}

/**
 * What a layer must say so that a document laid under it becomes the whole: items of known things with their key and what differs in them.
 * Undefined where nothing differs. A layer takes nothing away: where the whole lacks something, merging brings it back.
 */
export function partThatDiffers(below: Plain | undefined, whole: Plain | undefined): Plain | undefined {
  if (whole === undefined || isSame(below, whole)) return undefined
  const [was, is] = [itemsByKey(below), itemsByKey(whole)]
  if (was && is) {
    const items = [...is].flatMap(([key, item]): Plain[] => {
      const known = was.get(key)
      const differs = partThatDiffers(known, item)
      return differs === undefined
        ? []
        : [isFields(known) ? { ...keyFieldsOf(known), ...(differs as Fields) } : differs]
    })
    return items.length === 0 ? undefined : items
  }
  if (!isFields(below) || !isFields(whole)) return whole
  const fields = Object.keys(whole)
    .map((name) => [name, partThatDiffers(below[name], whole[name])] as const)
    .filter(([, value]) => value !== undefined)
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}

/** The fields an item of a list is known by (see `keyOf`). */
function keyFieldsOf(item: Fields): Fields {
  const names = typeof item['clock'] === 'string' ? ['clock', 'level', 'kind'] : [item['field'] ? 'field' : 'code']
  return Object.fromEntries(names.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]))
}

/** Everything that differs, deeply; lists of known things item by item, with a last difference for their order (`path` ends in `order`). */
export function differencesBetween(
  before: Plain | undefined,
  after: Plain | undefined,
  path: readonly string[] = [],
): Difference[] {
  if (isSame(before, after)) return []
  const [was, is] = [itemsByKey(before), itemsByKey(after)]
  if (was && is) {
    const found = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
      differencesBetween(was.get(key), is.get(key), [...path, key]),
    )
    const order = [...is.keys()]
    const natural = [...[...was.keys()].filter((key) => is.has(key)), ...order.filter((key) => !was.has(key))]
    const isMoved = !isSame(natural, order)
    return isMoved ? [...found, { path: [...path, 'order'], before: [...was.keys()], after: order }] : found
  }
  if (!isFields(before) || !isFields(after)) return [{ path, before, after }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    differencesBetween(before[name], after[name], [...path, name]),
  )
}

/** The document with differences made in it: with those between two documents, the first becomes the second. */
export function withDifferences(document: Plain | undefined, differences: readonly Difference[]): Plain | undefined {
  let made = document
  for (const { path, after } of differences) made = placed(made, path, after)
  return made
}

function placed(document: Plain | undefined, path: readonly string[], value: Plain | undefined): Plain | undefined {
  const [name, ...rest] = path
  if (name === undefined) return value
  const items = itemsByKey(document)
  if (items && name === 'order' && rest.length === 0)
    return (value as readonly string[]).flatMap((key) => (items.has(key) ? [items.get(key)!] : []))
  if (items) {
    const item = placed(items.get(name), rest, value)
    if (item === undefined) items.delete(name)
    else items.set(name, item)
    return [...items.values()]
  }
  const fields: Record<string, Plain | undefined> = { ...(isFields(document) ? document : {}) }
  const inner = placed(fields[name], rest, value)
  if (inner === undefined) delete fields[name]
  else fields[name] = inner
  return fields
}
