import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { build } from './build.ts'
import { findChromium, findElectron, hasDisplay, prepareForTests } from './machine.ts'
import { packageForTests } from './package.ts'
import { at, top } from './places.ts'
import { tallyOf, tallyOfPlaywright, tallyOfVitest, type Tally } from './reports.ts'

const reports = at('out/test')
/** A log file has no colours. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }

/** Runs a program of node_modules under this Node; gathers what it says instead of showing it when `quietly`. */
function run(program: string, args: readonly string[], { quietly = false, env = {}, wrapper = [] as string[] } = {}) {
  const [command = '', ...rest] = [...wrapper, process.execPath, at('node_modules', program), ...args]
  const child = spawn(command, rest, {
    cwd: top,
    // The build before it leaves "production" behind, for which React has no `act`.
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ...plain,
      CHROMIUM_PATH: findChromium(),
      GENDAN_NODE: process.execPath,
      ...env,
    },
    stdio: quietly ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise<{ ok: boolean; said: string }>((resolve) => {
    child.on('error', (reason) => resolve({ ok: false, said: reason.message }))
    child.on('close', (code) => resolve({ ok: code === 0, said }))
  })
}

/** A check of the sources: one test, whose findings are shown when it fails. */
async function check(name: string, program: string, ...args: string[]): Promise<Tally> {
  const startedAt = performance.now()
  const { ok, said } = await run(program, args, { quietly: true })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)${ok ? '' : `\n${said}`}`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [`${name}\n${said}`] }
}

async function vitest(name: string, config: string, filters: readonly string[]): Promise<Tally> {
  const report = `${reports}/${name}.json`
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests']
  const { ok } = await run('vitest/vitest.mjs', ['run', '--config', config, ...reporters, ...filters], {
    env: isFast ? { GENDAN_LANE: 'fast' } : {},
  })
  return tallyOf(report, ok, tallyOfVitest)
}

async function playwright(
  project: string,
  args: readonly string[],
  options: Parameters<typeof run>[2],
): Promise<Tally> {
  const report = `${reports}/${project}.json`
  rmSync(report, { force: true })
  const { ok } = await run(
    '@playwright/test/cli.js',
    ['test', '--config', 'build/playwright.config.ts', '--project', project, '--pass-with-no-tests', ...args],
    { ...options, env: { ...options?.env, GENDAN_REPORT: report } },
  )
  return tallyOf(report, ok, tallyOfPlaywright)
}

async function desktop(filters: readonly string[]): Promise<Tally> {
  const electron = findElectron()
  const display = hasDisplay() || process.platform !== 'linux' ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1366x900x24']
  if (electron && existsSync(at('main/desktop/start.ts'))) {
    const env = { GENDAN_APP: await packageForTests(electron) }
    return playwright('desktop', filters, { env, wrapper: display })
  }
  const { said } = await run(
    '@playwright/test/cli.js',
    ['test', '--config', 'build/playwright.config.ts', '--project', 'desktop', '--pass-with-no-tests', '--list'],
    { quietly: true },
  )
  const skipped = Number(/^Total: (\d+) tests?/m.exec(said)?.[1] ?? 0)
  console.log(
    `desktop: no Electron here (ELECTRON_OVERRIDE_DIST_PATH may name one), so its ${skipped} tests are skipped`,
  )
  return { passed: 0, failed: 0, skipped, failures: [] }
}

/** `npm run check`: the lane for somebody at work. It keeps what it has seen, asks SQLite alone and leaves out what takes long; `npm test` is the whole. */
const isFast = process.argv.includes('check')
const kept = isFast ? ['--cache', '--cache-location', `${at('out/check')}/`] : []

type Step = (filters: readonly string[]) => Promise<Tally>

/** They only read the sources, so they run side by side. */
const checks: Record<string, Step> = {
  types: () => check('types', 'typescript/bin/tsc', '-b'),
  lint: () =>
    check('lint', 'eslint/bin/eslint.js', '--config', 'build/eslint.config.js', '--max-warnings', '0', ...kept, '.'),
  format: () =>
    check('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...(isFast ? ['--cache'] : []), '.'),
  fences: () => check('fences', '../build/fences.ts'),
  // A name of several columns that are alike is meant: duplicates are let.
  unused: () => check('unused', 'knip/bin/knip.js', '--config', 'build/knip.json'),
}

const runs: Record<string, Step> = {
  unit: (filters) => vitest('unit', 'build/vitest.config.ts', filters),
  seat: (filters) => vitest('seat', 'build/seat.config.ts', filters),
  journeys: (filters) => playwright('browser', filters, {}),
  desktop,
}

/**
 * `build/test.ts [check] [full] [step …] [file …]`: all steps without a name; files narrow the steps that know files; `full` walks whole
 * matrices where otherwise every two values meet.
 */
if (process.argv.includes('full')) process.env.GENDAN_MATRIX = 'full'
const words = process.argv.slice(2).filter((word) => word !== 'check' && word !== 'full')
const isStep = (word: string) => word in checks || word in runs
const named = words.filter(isStep)
const filters = words.filter((word) => !isStep(word))
mkdirSync(reports, { recursive: true })
prepareForTests()
// A part that does not build is one failure; what can be tested without it still is.
const isBuilt = isFast || (await build())
const total: Tally = { passed: 0, failed: isBuilt ? 0 : 1, skipped: 0, failures: isBuilt ? [] : ['build'] }
const ofTheBuild = ['journeys', 'desktop']
const isWanted = (name: string) => (named.length > 0 ? named.includes(name) : !(isFast && ofTheBuild.includes(name)))
const wanted = (of: Record<string, Step>) =>
  Object.entries(of).flatMap(([name, step]) => (isWanted(name) ? [step] : []))
const count = (tally: Tally) => {
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key]
  total.failures.push(...tally.failures)
}
for (const tally of await Promise.all(wanted(checks).map((step) => step(filters)))) count(tally)
for (const step of wanted(runs)) count(await step(filters))
if (total.failures.length > 0) console.log(`\nWhat failed:\n\n${total.failures.join('\n\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
