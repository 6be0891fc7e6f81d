import { globSync } from 'node:fs'
import { type ICruiseResult, cruise } from 'dependency-cruiser'
import { fences, howToLook } from './fence-rules.ts'
import { foreignTables } from './foreign-sql.ts'
import { arrowsOf, arrowsUp, betweenRooms, ringsOf } from './graph-rooms.ts'
import { top } from './places.ts'
import { idlePasses, recordWrites } from './record-writes.ts'
import { awaited, isAwaited, roomOf } from './rooms.ts'

/**
 * Holds the layers of the house and fails by name when an import climbs a fence or a storey, when rooms stand in a ring, or when SQL names
 * another room's table. Also fails when a layer shows no module at all: a fence that looks at nothing always stands. With `--graph` it draws
 * who uses whom.
 */
process.chdir(top)
const layers = ['shared', 'main', 'renderer', 'tests', 'build']
const { output } = await cruise(layers, { ...howToLook, ruleSet: { forbidden: fences }, validate: true })
const result = output as ICruiseResult
const { modules, summary } = result
const arrows = arrowsOf(result)
const up = arrowsUp(arrows)
const sources = globSync('main/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const foreign = foreignTables(sources)
const pastTheDoor = recordWrites(sources)
const climbing = up.filter(({ from, to }) => !isAwaited(from, roomOf(to)))
const rings = ringsOf(arrows.filter(({ from, to }) => !isAwaited(from, roomOf(to))))
const strange = foreign.filter(({ path, table }) => !isAwaited(path, table))
const met = [
  ...up.map(({ from, to }) => `${from} ${roomOf(to)}`),
  ...foreign.map(({ path, table }) => `${path} ${table}`),
]

const broken = [
  ...layers
    .filter((layer) => !modules.some(({ source }) => source.startsWith(`${layer}/`)))
    .map((layer) => `no module seen in ${layer}/`),
  ...summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`),
  ...climbing.map(({ from, to }) => `a room uses only what stands below it: ${from} → ${to}`),
  ...rings.map((ring) => `rooms in a ring: ${ring.join(', ')}`),
  ...strange.map(
    ({ path, table, owner }) =>
      `SQL names only a room's own tables and granted views: ${path} names ${table} of ${owner}`,
  ),
  ...pastTheDoor.strange.map(
    ({ path, table, text }) => `records change through the record door: ${path} writes ${table} with ${text}`,
  ),
  ...idlePasses(pastTheDoor.let).map((line) => `nobody writes past the record door any more: ${line}`),
  ...awaited
    .filter(({ path, meets }) => !met.includes(`${path} ${meets}`))
    .map(({ path, meets }) => `nothing is awaited any more: ${path} meets ${meets}`),
]
for (const line of broken) console.error(line)
if (process.argv.includes('--graph')) draw()
console.log(
  `fences: ${modules.length} modules, ${summary.totalDependenciesCruised} imports, ${summary.error} over a fence; ` +
    `rooms: ${climbing.length} arrows up (${up.length - climbing.length} awaited), ${rings.length} rings (${ringsOf(arrows).length - rings.length} awaited), ` +
    `${strange.length} foreign tables (${foreign.length - strange.length} awaited); ` +
    `records: ${pastTheDoor.strange.length} writes past their door (${pastTheDoor.let.length} let)`,
)
process.exitCode = broken.length > 0 ? 1 : 0

/** A mermaid drawing of the rooms: what climbs is dashed. */
function draw(): void {
  console.log('flowchart TD')
  for (const { from, to, count, isUp } of betweenRooms(arrows))
    console.log(`  ${from} ${isUp ? `-. ${count} .->` : `-- ${count} -->`} ${to}`)
}
