import { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { byteOrderMark, csvLine } from '../../shared/kit/csv.ts'
import type { Seat, Services } from '../api/context.ts'
import type { CellSpeech, FileColumn } from '../../shared/lists/column.ts'
import { keepFile } from '../files/keep-file.ts'
import { linkFile } from '../files/links.ts'
import { audit } from '../house/audit.ts'
import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'
import { listOf, type ListSource } from '../house/list-source.ts'
import { companyOf } from '../house/settings.ts'
import type { RunningTask, TaskKind } from '../scheduler/task.ts'
import { type ListExport, ListExportEntity } from './entities.ts'
import { askerSeat, filterText } from './list-exports.ts'
import { speechIn } from './speak.ts'

/** Use of a written list in the file store. */
export const exportUse = 'lists.export'

/** Rows of a page; between two the station answers others. */
const pageRows = 200
/** Pages between two marks of how far it is. */
const markEvery = 10

const tries = 3

/** Somebody took the request back while it was being written, or who asked is no member any more. */
class Stopped extends Error {}

/**
 * Writes an asked list into the file store, sealed like every file: page by page in the order of the list, so that the station answers others
 * meanwhile, and each row once (see `rowsOf`). It counts as out of the house, and is audited, before anybody can fetch it.
 */
export const writeOut: TaskKind<{ id: string }> = {
  name: 'lists.writeOut',
  payload: z.object({ id: z.string() }),
  tries,
  run: async (services, { id }, task) => {
    const asked = await services.database.read((reader) => reader.findOneBy(ListExportEntity, { id }))
    if (asked?.state !== 'running') return
    try {
      await write(services, asked, task)
    } catch (error) {
      // What was taken back stays so; what nobody may have any more, the list refuses by now, or failed thrice, has failed.
      const isFinal = error instanceof Stopped || (error instanceof Failure && error.data.kind === 'ruleBroken')
      if (isFinal || (!task.signal.aborted && task.attempt >= tries))
        await services.database.write((tx) =>
          tx.update(ListExportEntity, { id, state: 'running' }, { state: 'failed', finishedAt: services.now() }),
        )
      if (!isFinal) throw error
    }
  },
}

async function write(services: Services, asked: ListExport, task: RunningTask): Promise<void> {
  const seat = await askerSeat(services, asked)
  if (!seat) throw new Stopped()
  const source = listOf(services, seat, asked.list)
  const columns = asked.columns.flatMap((id) => source.columns.find((column) => column.id === id) ?? [])
  const counted = { rows: 0 }
  const { hash } = await keepFile(services, {
    content: lines(services, seat, asked, source, columns, counted, task.signal),
    name: `${asked.name}.csv`,
    mime: 'text/csv',
    memberId: asked.memberId,
    use: exportUse,
  })
  await task.finish({ rows: counted.rows }, async (tx) => {
    const done = { state: 'done' as const, rows: counted.rows, hash, finishedAt: services.now() }
    const { affected } = await tx.update(ListExportEntity, { id: asked.id, state: 'running' }, done)
    if (affected === 0) return // taken back meanwhile: nothing is linked to the file, it is swept
    await linkFile(services, tx, { hash, use: exportUse, subjectKind: 'lists.export', subjectId: asked.id })
    await audit(services, tx, seat, {
      action: 'lists.export',
      subject: `list:${asked.list}`,
      details: {
        ...{ rows: counted.rows, columns: asked.columns.join(' '), filter: filterText(asked.wish) },
        ...{ whole: asked.isWhole, reason: asked.reason, allowedBy: asked.decidedBy },
      },
    })
  })
}

async function* lines(
  services: Services,
  seat: Seat,
  { id, wish, language, isWhole }: ListExport,
  source: ListSource,
  columns: readonly FileColumn<never>[],
  counted: { rows: number },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { timeZone, policies } = await services.database.read(companyOf)
  const speech = speechIn(language, timeZone, policies.known(services.now()))
  yield Buffer.from(byteOrderMark + csvLine(columns.map(({ title }) => speech.say(title))))
  let pages = 0
  for await (const rows of rowsOf(services, seat, source, wish)) {
    signal.throwIfAborted()
    yield Buffer.from(
      rows.map((row) => csvLine(columns.map((column) => cellOf(column, row, speech, isWhole)))).join(''),
    )
    counted.rows += rows.length
    pages += 1
    if (pages % markEvery === 0) await mark(services, id, counted.rows)
    // A page of SQLite is one turn of the station: whoever waits comes before the next.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A cell of the file; a number somebody wrote into a text is covered like the column of numbers beside it. An address in it stays. */
function cellOf({ text, isFreeText }: FileColumn<never>, row: object, speech: CellSpeech, isWhole: boolean) {
  const cell = text(row as never, speech)
  return isFreeText && !isWhole && typeof cell === 'string' ? withoutNumbers(cell) : cell
}

/**
 * Pages of the list, each row once. In a list that moves, a row that changed meanwhile may stand further on again, and is left out there; or
 * further back, where the walk was already: so it is walked a second time for what the first did not meet.
 */
async function* rowsOf(
  services: Services,
  seat: Seat,
  source: ListSource,
  wish: object,
): AsyncGenerator<readonly { id: string }[]> {
  const met = new Set<string>()
  for (let walk = source.isMoving ? 2 : 1; walk > 0; walk -= 1) {
    let after: string | null = null
    do {
      const page = await source.page(services, seat, { ...wish, after, limit: pageRows } as never)
      const rows: readonly { id: string }[] = page.rows
      yield rows.filter(({ id }) => !met.has(id))
      for (const { id } of rows) met.add(id)
      after = page.next
    } while (after !== null)
  }
}

/** Says how far it is; ends what was taken back. */
async function mark(services: Services, id: string, rows: number): Promise<void> {
  const { affected } = await services.database.write((tx) =>
    tx.update(ListExportEntity, { id, state: 'running' }, { rows }),
  )
  if (affected === 0) throw new Stopped()
}
