import type { Services } from '../api/context.ts'
import type { Database, Reader, Tx } from '../database/database.ts'
import { type ImportRun, ImportRunEntity } from './entities.ts'
import { takeBlock, type Block } from './import-block.ts'
import { removeCustomerTexts } from './texts.ts'

/**
 * Customers of an import that is still being written. On SQLite one write at a time has the database, so a large import writes in many short
 * turns: its customers stand in a block of sequence numbers that no reader sees until the last turn. The run's row says where, with no end
 * yet; whatever a kill leaves of it is taken out when the station opens.
 */
export interface Stage {
  runId: string
  block: Block
  /** First and last sequence number; an empty block when nothing is new. */
  firstSeq: number
  lastSeq: number
}

/** Shows the stage to nobody (`null`: hides nothing any more); answers when that holds. */
export type Hide = (stage: Pick<Stage, 'firstSeq' | 'lastSeq'> | null) => Promise<void>

type OpenRun = Pick<ImportRun, 'id' | 'kind' | 'fileName' | 'fileHash' | 'startedAt' | 'memberId'>

/** Runs without an end have this instead of their instant. */
export const unfinished = ''

const rowsATurn = 200

/** Takes the numbers for `count` new customers and notes where they will stand, in a short turn of its own. */
export async function openStage(services: Services, run: OpenRun, count: number): Promise<Stage> {
  return services.database.write(async (tx) => {
    const block = await takeBlock(services, tx, count)
    const stage = { runId: run.id, block, firstSeq: block.seq, lastSeq: block.seq + count - 1 }
    const { firstSeq, lastSeq } = stage
    if (services.database.engine === 'postgres') return stage // its one open write stands in nobody's way, nor in sight
    await tx.delete(ImportRunEntity, { id: run.id, finishedAt: unfinished })
    await tx.insert(ImportRunEntity, {
      ...run,
      finishedAt: unfinished,
      summary: { firstSeq, lastSeq },
      reportHash: null,
    })
    return stage
  })
}

/**
 * A view in front of the table, on the connection of the readers alone: no question of the house has to know of imports. Children of hidden
 * customers are reached through their customer only.
 */
export async function hideStage({ database }: Pick<Services, 'database'>, stage: Parameters<Hide>[0]): Promise<void> {
  if (database.engine === 'postgres') return
  await database.read(async (reader) => {
    await reader.query('DROP VIEW IF EXISTS temp."customers_customer"')
    if (stage === null || stage.lastSeq < stage.firstSeq) return
    await reader.query(
      `CREATE TEMP VIEW "customers_customer" AS SELECT * FROM main."customers_customer"
       WHERE "seq" NOT BETWEEN ${stage.firstSeq} AND ${stage.lastSeq}`,
    )
  })
}

/** Takes a stage out again, in short turns, until it is gone or `isOver`; killed or stopped half-way, the next start goes on. */
export async function dropStage(
  services: Pick<Services, 'database'>,
  { runId, firstSeq, lastSeq }: Pick<Stage, 'runId' | 'firstSeq' | 'lastSeq'>,
  isOver: () => boolean = () => false,
): Promise<void> {
  const { database } = services
  if (database.engine === 'postgres') return
  for (let left = true; left && !isOver();) {
    left = await database.write(async (tx) => {
      const found = await stagedCustomers(tx, firstSeq, lastSeq)
      if (found.length > 0) await deleteCustomers(database, tx, found)
      else await tx.delete(ImportRunEntity, { id: runId, finishedAt: unfinished })
      return found.length > 0
    })
  }
}

/** Hides what an import is writing, or left, from one connection of one's own. */
export async function hideLeftStage(services: Pick<Services, 'database'>): Promise<void> {
  const [run] = await services.database.read((reader) => reader.findBy(ImportRunEntity, { finishedAt: unfinished }))
  if (run) await hideStage(services, run.summary as Pick<Stage, 'firstSeq' | 'lastSeq'>)
}

/** Takes out what imports left that did not come to their end, until it is gone or `isOver`. */
export async function dropLeftStages(services: Services, isOver: () => boolean): Promise<void> {
  if (services.database.engine === 'postgres') return
  const runs = await services.database.read((reader) => reader.findBy(ImportRunEntity, { finishedAt: unfinished }))
  for (const { id, summary } of runs) {
    services.log.info('import.leftTakenOut', { id })
    await dropStage(services, { runId: id, ...(summary as Pick<Stage, 'firstSeq' | 'lastSeq'>) }, isOver)
  }
}

async function stagedCustomers(reader: Reader, first: number, last: number): Promise<{ id: string; seq: number }[]> {
  return (await reader.query(
    `SELECT "id", "seq" FROM "customers_customer" WHERE "seq" BETWEEN ? AND ? ORDER BY "seq" LIMIT ${rowsATurn}`,
    [first, last],
  )) as { id: string; seq: number }[]
}

async function deleteCustomers(
  database: Database,
  tx: Tx,
  customers: readonly { id: string; seq: number }[],
): Promise<void> {
  const places = customers.map(() => '?').join(', ')
  const ids = customers.map(({ id }) => id)
  const seqs = customers.map(({ seq }) => seq)
  await removeCustomerTexts(database, tx, seqs)
  for (const child of ['products_product', 'customers_phone', 'customers_person'])
    await tx.query(`DELETE FROM "${child}" WHERE "customerId" IN (${places})`, ids)
  await tx.query(`DELETE FROM "customers_customer" WHERE "id" IN (${places})`, ids)
}
