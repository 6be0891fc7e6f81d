import { type ICruiseResult, cruise } from 'dependency-cruiser'
import { fences, howToLook } from './fence-rules.ts'
import { top } from './places.ts'

/**
 * Holds the layers of the house and fails by name when an import climbs a fence. Also fails when a layer shows no module at
 * all: a fence that looks at nothing always stands.
 */
process.chdir(top)
const layers = ['shared', 'main', 'renderer', 'tests', 'build']
const { output } = await cruise(layers, { ...howToLook, ruleSet: { forbidden: fences }, validate: true })
const { modules, summary } = output as ICruiseResult
const unseen = layers.filter((layer) => !modules.some(({ source }) => source.startsWith(`${layer}/`)))

for (const { from, to, rule } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
for (const layer of unseen) console.error(`no module seen in ${layer}/`)
console.log(
  `fences: ${modules.length} modules, ${summary.totalDependenciesCruised} imports, ${summary.error} over a fence`,
)
process.exitCode = summary.error > 0 || unseen.length > 0 ? 1 : 0
