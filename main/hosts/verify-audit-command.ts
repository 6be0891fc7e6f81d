import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readCommandLine, refuseCommand } from './command-line.ts'
import { readStationKey } from './station-key.ts'
import { openStation } from '../station.ts'
import { renewAnchor, standingAnchor } from '../house/audit-anchor.ts'
import { verifyAudit } from '../house/verify-audit.ts'

/**
 * `npm run verify-audit -- --data DIR`: walks the audit chains of a station's folder and holds them against `audit.anchor`. Prints one JSON
 * line; ends with 0 when the chains hold, 1 when they are broken or the anchor cannot be believed, 2 when called wrongly. `--renew-anchor`
 * remembers the chains as they stand now in place of an anchor that is lost or no longer fits, and says so in the audit.
 */
const usage = 'npm run verify-audit -- --data DIR [--renew-anchor]'
const { values } = readCommandLine(usage, {
  options: { data: { type: 'string' }, 'renew-anchor': { type: 'boolean', default: false } },
})
if (!values.data) refuseCommand('--data DIR is missing: the folder of the station', usage)
process.exitCode = await verify(resolve(values.data)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`)
  return 1
})

async function verify(data: string): Promise<number> {
  const postgresUrl = process.env.GENDAN_POSTGRES
  if (!postgresUrl && !existsSync(join(data, 'gendan.db'))) throw new Error(`there is no station in ${data}`)
  const { key } = readStationKey(data)
  const station = await openStation({ folder: data, key, postgresUrl, schedule: false, onLost: 'look' })
  try {
    if (values['renew-anchor']) await renewAnchor(station.services)
    const anchor = await standingAnchor(station.services)
    const report = await verifyAudit(station.services, anchor ?? undefined)
    process.stdout.write(`${JSON.stringify({ ...report, anchored: anchor !== null })}\n`)
    return report.broken === null ? 0 : 1
  } finally {
    await station.close()
  }
}
