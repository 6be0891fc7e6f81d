import type { Area } from './schema.ts'

/**
 * The area an address lies in, null where none names a place of it. Of several the one whose place says most: 英雄山路 before 市中区. A place with
 * a space in it means all its parts.
 */
export function areaOf(address: string, areas: readonly Area[] = []): Area | null {
  let best: { area: Area; length: number } | null = null
  for (const area of areas)
    for (const place of area.places) {
      const parts = place.split(/\s+/u).filter((part) => part !== '')
      const length = parts.reduce((sum, part) => sum + part.length, 0)
      if (length > (best?.length ?? 0) && parts.every((part) => address.includes(part))) best = { area, length }
    }
  return best?.area ?? null
}

type Named = Pick<Area, 'code' | 'name'>

/**
 * What each name of an area is called now, for whoever stood under it: all at once, so that a name one area gave up and another took over does not
 * carry both. `before`: the areas as the names were last read; `earlier`: areas of any version, whose name still means them while nobody has it.
 */
export function renamedAreas(
  before: readonly Named[],
  now: readonly Named[],
  earlier: readonly Named[],
): ReadonlyMap<string, string> {
  const nameNow = new Map(now.map(({ code, name }) => [code, name]))
  const taken = new Set(nameNow.values())
  const renamed = new Map<string, string>()
  for (const { code, name } of earlier) if (nameNow.has(code) && !taken.has(name)) renamed.set(name, nameNow.get(code)!)
  for (const { code, name } of before) {
    const called = nameNow.get(code)
    if (called === undefined || called === name) renamed.delete(name)
    else renamed.set(name, called)
  }
  return renamed
}

/** District an address lies in (槐荫区), empty when it names none. */
export function districtOf(address: string): string {
  return /(?:^|[省市州盟])(市[中南北]区|[^省市州区县旗]{1,8}[区县旗])/u.exec(address)?.[1] ?? ''
}

/** What a case is dispatched, filtered and narrowed by: the firm's own area, else the district. */
export const regionOf = (address: string, areas: readonly Area[] | undefined): string =>
  areaOf(address, areas)?.name ?? districtOf(address)
