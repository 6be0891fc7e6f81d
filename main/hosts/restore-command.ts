import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkedBackups, restoreBackup } from '../database/restore.ts'
import { readStationKey } from './station-key.ts'
import { openStation } from '../station.ts'
import { noteRestore } from '../house/note-restore.ts'

/**
 * `npm run restore -- --data DIR [--from FILE] [--list]`: puts the newest whole backup of a stopped station back, or the one named; `--list`
 * only reads every backup from end to end. The last line is JSON. Ends with 0 when done, 1 when nothing was changed, 2 when called wrongly.
 */
function readWish(): { data: string; from?: string; list: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { data: { type: 'string' }, from: { type: 'string' }, list: { type: 'boolean', default: false } },
    })
    return values.data && !(values.list && values.from) ? { ...values, data: resolve(values.data) } : null
  } catch {
    return null
  }
}

const wish = readWish()
if (wish === null) {
  process.stderr.write('usage: npm run restore -- --data DIR [--from FILE] [--list]\n')
  process.exit(2)
}
await run(wish).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  process.stdout.write(`${JSON.stringify({ restored: null, why: (error as Error).message })}\n`)
  process.exitCode = 1
})

async function run({ data, from, list }: NonNullable<typeof wish>): Promise<void> {
  if (process.env.GENDAN_POSTGRES) throw new Error('PostgreSQL is backed up and restored by its own server')
  if (!existsSync(data)) throw new Error(`there is no folder ${data}`)
  const { key } = readStationKey(data)
  if (list) return listThem(data, key)
  const restored = await restoreBackup(data, key, new Date().toISOString(), from)
  // Opening proves that it works, brings an older schema up to date and says in the audit chain what was done.
  const station = await openStation({ folder: data, key, schedule: false })
  await noteRestore(station.services, restored)
  await station.close()
  const { from: taken, keptAs, files, lostFiles } = restored
  process.stdout.write(`${JSON.stringify({ restored: taken, keptAs, files, lostFiles })}\n`)
}

async function listThem(data: string, key: string): Promise<void> {
  const backups = (await checkedBackups(data, key)).map(({ path, at, bytes, fault, files, lostFiles }) => ({
    ...{ at, bytes, verified: fault === null, fault, files: files.length, lostFiles: lostFiles.length, path },
  }))
  for (const { at, bytes, fault, files, path } of backups) {
    const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`.padStart(10)
    process.stdout.write(`${at}  ${size}  ${(fault ?? 'verified').padEnd(8)}  ${files} files  ${join(path)}\n`)
  }
  process.stdout.write(`${JSON.stringify({ backups })}\n`)
}
