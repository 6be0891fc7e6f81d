import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readCommandLine, refuseCommand } from './command-line.ts'
import { readStationKey } from './station-key.ts'
import { openStation } from '../station.ts'
import { readAnchor } from '../house/audit-anchor.ts'
import { verifyAudit } from '../house/verify-audit.ts'

/**
 * `npm run verify-audit -- --data DIR`: walks the audit chain of a station's folder and holds it against `audit.anchor`. Prints one JSON
 * line; ends with 0 when the chain holds, 1 when it is broken or cannot be read, 2 when called wrongly.
 */
const usage = 'npm run verify-audit -- --data DIR'
const { values } = readCommandLine(usage, { options: { data: { type: 'string' } } })
if (!values.data) refuseCommand('--data DIR is missing: the folder of the station', usage)
process.exitCode = await verify(resolve(values.data)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  return 1
})

async function verify(data: string): Promise<number> {
  const postgresUrl = process.env.GENDAN_POSTGRES
  if (!postgresUrl && !existsSync(join(data, 'gendan.db'))) throw new Error(`there is no station in ${data}`)
  const station = await openStation({ folder: data, key: readStationKey(data).key, postgresUrl, schedule: false })
  try {
    const anchor = readAnchor(data)
    const report = await verifyAudit(station.services, anchor)
    process.stdout.write(`${JSON.stringify({ ...report, anchored: anchor !== null })}\n`)
    return report.broken === null ? 0 : 1
  } finally {
    await station.close()
  }
}
