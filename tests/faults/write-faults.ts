import { Failure } from '../../shared/kit/failure.ts'
import { Database, type DatabasePlace } from '../../main/database/database.ts'
import type { Hint } from '../../main/database/hint.ts'
import { below, seeded } from '../bench/seeded.ts'
import { moments, type Shim } from './fault.ts'

/** `wrong` is empty when all held. */
export interface WriteFaultReport {
  rounds: number
  /** Rounds in which the fault met a statement at all. */
  struck: number
  acknowledged: number
  refused: number
  wrong: string[]
}

/** What one write of a round does: `fails` by its own code, `nests` a write that it survives. */
interface Plan {
  name: string
  rows: number
  fails: boolean
  nests: 'no' | 'keeps' | 'loses'
}

/**
 * Each error at each moment, once where the database undoes the transaction by itself and once where it stands, with as many seeds: some
 * writes at once, one struck. What was acknowledged is seen whole, nothing of what was refused is seen, nobody is told of it, the next write
 * works, and so does the database when it is opened again.
 */
export async function faultWrites(
  place: DatabasePlace,
  shim: Shim,
  seeds: number,
  seed = 1,
): Promise<WriteFaultReport> {
  const report: WriteFaultReport = { rounds: 0, struck: 0, acknowledged: 0, refused: 0, wrong: [] }
  const told = new Set<string>()
  const watch = {
    committed: (hints: readonly Hint[]) =>
      hints.forEach(({ kind, id }) => (kind === 'intake.call' ? told.add(id) : undefined)),
    troubled: () => undefined,
  }
  const kept = new Set<string>()
  let database = await Database.open(place, [], watch)
  await database.write((tx) => tx.query('CREATE TABLE fault_row ("write" TEXT, "nth" INTEGER)'))
  for (const error of shim.errors)
    for (const moment of moments) {
      for (let nth = 0; nth < seeds * 2; nth += 1) {
        const random = seeded(seed * 7919 + report.rounds)
        const undoes = nth % 2 === 0
        const round = `${error} at ${moment}${undoes ? ', undone' : ''}, seed ${nth}`
        const before = shim.struck()
        const isOfAll = ['BEGIN', 'COMMIT', 'ROLLBACK'].includes(moment)
        shim.strike({ error, moment, undoes, nth: isOfAll ? 0 : below(random, 4), times: 1 + below(random, 3) })
        const said = await oneRound(database, random, `${report.rounds}`, kept)
        shim.strike(null)
        if (shim.struck() > before) report.struck += 1
        report.acknowledged += said.acknowledged
        report.refused += said.refused
        report.rounds += 1
        const next = `${report.rounds}:next`
        await database
          .write((tx) => put(database, tx, next, 1))
          .then(
            () => kept.add(`${next}/0`),
            (reason: unknown) => report.wrong.push(`${round}: the next write fails: ${String(reason)}`),
          )
        report.wrong.push(...[...said.wrong, ...(await compare(database, kept))].map((what) => `${round}: ${what}`))
      }
      await database.close()
      database = await Database.open(place, [], watch)
      report.wrong.push(
        ...(await compare(database, kept)).map((what) => `reopened after ${error} at ${moment}: ${what}`),
      )
    }
  for (const name of told) if (!kept.has(`${name}/0`)) report.wrong.push(`told of ${name}, which is not stored`)
  for (const row of kept)
    if (row.endsWith('/0') && !told.has(row.slice(0, -2))) report.wrong.push(`nobody was told of ${row}`)
  if (place.engine === 'sqlite') {
    const [sound] = (await database.source.query('PRAGMA integrity_check')) as { integrity_check: string }[]
    if (sound?.integrity_check !== 'ok') report.wrong.push(`integrity: ${sound?.integrity_check ?? 'no answer'}`)
  }
  await database.close()
  return report
}

type Putter = Parameters<Parameters<Database['write']>[0]>[0]

async function put(database: Database, tx: Putter, name: string, rows: number): Promise<void> {
  tx.changed('intake.call', name)
  for (let nth = 0; nth < rows; nth += 1)
    await tx.query(database.sql('INSERT INTO fault_row ("write", "nth") VALUES (?, ?)'), [name, nth])
}

/** Some writes at once. Adds the rows of what was acknowledged to `kept`. */
async function oneRound(
  database: Database,
  random: () => number,
  round: string,
  kept: Set<string>,
): Promise<{ acknowledged: number; refused: number; wrong: string[] }> {
  const plans = Array.from({ length: 1 + below(random, 5) }, (_, nth): Plan => {
    const nests = (['no', 'no', 'keeps', 'loses'] as const)[below(random, 4)]!
    return { name: `${round}:${nth}`, rows: 1 + below(random, 3), fails: below(random, 5) === 0, nests }
  })
  const outcomes = await Promise.allSettled(plans.map((plan) => database.write((tx) => carryOut(database, tx, plan))))
  const said = { acknowledged: 0, refused: 0, wrong: [] as string[] }
  outcomes.forEach((outcome, nth) => {
    const plan = plans[nth]!
    if (outcome.status === 'rejected') {
      said.refused += 1
      if (!isNamed(outcome.reason) && !(plan.fails && String(outcome.reason).includes('its own')))
        said.wrong.push(`${plan.name} is refused without a name: ${String(outcome.reason)}`)
      return
    }
    said.acknowledged += 1
    if (plan.fails) said.wrong.push(`${plan.name} failed and is acknowledged`)
    for (let row = 0; row < plan.rows; row += 1) kept.add(`${plan.name}/${row}`)
    if (plan.nests === 'keeps') kept.add(`${plan.name}:in/0`)
  })
  return said
}

async function carryOut(database: Database, tx: Putter, { name, rows, fails, nests }: Plan): Promise<void> {
  if (nests === 'keeps') await database.write((inner) => put(database, inner, `${name}:in`, 1))
  if (nests === 'loses')
    await database
      .write(async (inner) => {
        await put(database, inner, `${name}:lost`, 1)
        throw new Error('the inner one')
      })
      .catch((error: unknown) => {
        if (!String(error).includes('the inner one')) throw error
      })
  await put(database, tx, name, rows)
  if (fails) throw new Error('its own')
}

const isNamed = (reason: unknown): boolean => reason instanceof Failure && reason.data.kind === 'busy'

/** What readers see, beside what they must see. */
async function compare(database: Database, kept: ReadonlySet<string>): Promise<string[]> {
  const rows = (await database.read((reader) => reader.query('SELECT "write", "nth" FROM fault_row'))) as {
    write: string
    nth: number
  }[]
  const seen = new Set(rows.map(({ write, nth }) => `${write}/${nth}`))
  const lost = [...kept].filter((row) => !seen.has(row))
  const strange = [...seen].filter((row) => !kept.has(row))
  return [
    ...(rows.length > seen.size ? [`${rows.length - seen.size} rows doubled`] : []),
    ...lost.slice(0, 3).map((row) => `${row} was acknowledged and is lost`),
    ...strange.slice(0, 3).map((row) => `${row} was refused and is seen`),
  ]
}
