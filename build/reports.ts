import { existsSync, readFileSync } from 'node:fs'

/** What a step of the tests comes to; `failures` tell each failed test by name with the first lines of its reason, in the order they ran. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  failures: string[]
}

/** How much of a reason is told again at the end: a log that is cut at its top still says what failed. */
const reasonLength = 1_200

const tell = (name: string, reason: string | undefined) => `${name}\n${(reason ?? '').slice(0, reasonLength)}`

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[]
  }[]
}

/** Reads vitest's report (`--reporter=json`). */
export function tallyOfVitest(report: VitestReport): Tally {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0) return status === 'failed' ? [tell(name, message)] : []
      return failed.map(({ fullName, failureMessages }) => tell(`${name} > ${fullName}`, failureMessages?.[0]))
    }),
  }
}

interface Suite {
  title: string
  suites?: Suite[]
  specs?: { title: string; ok: boolean; tests: { results: { status: string; error?: { message?: string } }[] }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: Suite[]
  errors: { message?: string }[]
}

/** Reads Playwright's report (`--reporter=json`). A test that passed only at a second try counts as failed. */
export function tallyOfPlaywright({ stats, suites, errors }: PlaywrightReport): Tally {
  const failuresOf = ({ title, suites: inner = [], specs = [] }: Suite): string[] => [
    ...specs
      .filter(({ ok }) => !ok)
      .map((spec) =>
        tell(
          `${title} > ${spec.title}`,
          spec.tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message,
        ),
      ),
    ...inner.flatMap(failuresOf),
  ]
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: [...errors.map(({ message }) => tell('Playwright', message)), ...suites.flatMap(failuresOf)],
  }
}

/** Reads a runner's report. A run that failed without a failed test (a file that does not load) counts as one failure. */
export function tallyOf(report: string, ok: boolean, read: (content: never) => Tally): Tally {
  const tally = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')) as never)
    : { passed: 0, failed: 0, skipped: 0, failures: [] }
  if (ok || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: tally.failures.length > 0 ? tally.failures : [`${report}: the run failed`] }
}
