import type { ICruiseResult } from 'dependency-cruiser'
import { depthOf, roomOf } from './rooms.ts'

/** One import between two files, types counted. */
export interface Arrow {
  from: string
  to: string
}

/** Every import from file to file that a look at the sources found. */
export function arrowsOf({ modules }: ICruiseResult): Arrow[] {
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
}

/** Arrows between rooms of `main` that climb: from a room to one that stands above it. */
export function arrowsUp(arrows: readonly Arrow[]): Arrow[] {
  return arrows.filter(({ from, to }) => {
    const [lower, upper] = [roomOf(from), roomOf(to)]
    return lower !== null && upper !== null && lower !== upper && depthOf(upper) < depthOf(lower)
  })
}

/** Rooms of `main` that reach each other in a circle, but for those that stand side by side. Tarjan's strongly connected components. */
export function ringsOf(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, Set<string>>()
  for (const arrow of arrows) {
    const [from, to] = [roomOf(arrow.from), roomOf(arrow.to)]
    if (from === null || to === null || depthOf(from) === depthOf(to)) continue
    next.set(from, (next.get(from) ?? new Set()).add(to))
    if (!next.has(to)) next.set(to, new Set())
  }
  const seen = new Map<string, number>()
  const low = new Map<string, number>()
  const path: string[] = []
  const rings: string[][] = []
  const visit = (node: string): void => {
    seen.set(node, seen.size)
    low.set(node, seen.get(node)!)
    path.push(node)
    for (const other of next.get(node) ?? []) {
      if (!seen.has(other)) visit(other)
      if (path.includes(other)) low.set(node, Math.min(low.get(node)!, low.get(other)!))
    }
    if (low.get(node) !== seen.get(node)) return
    const ring = path.splice(path.indexOf(node))
    if (ring.length > 1) rings.push(ring)
  }
  for (const node of next.keys()) if (!seen.has(node)) visit(node)
  return rings
}

/** How many imports go from one room to another: `intake → tickets 4`, by room. */
export function betweenRooms(arrows: readonly Arrow[]): { from: string; to: string; count: number; isUp: boolean }[] {
  const counts = new Map<string, number>()
  for (const arrow of arrows) {
    const [from, to] = [roomOf(arrow.from), roomOf(arrow.to)]
    if (from === null || to === null || from === to) continue
    counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1)
  }
  return [...counts].map(([pair, count]) => {
    const [from = '', to = ''] = pair.split(' ')
    return { from, to, count, isUp: depthOf(to) < depthOf(from) }
  })
}
