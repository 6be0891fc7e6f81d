import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { shimSqlite } from './faulty-sqlite.ts'
import { killStation } from './kill-station.ts'
import { tearLog } from './torn-log.ts'
import { faultWrites } from './write-faults.ts'

/**
 * `npm run faults -- [--kills 60] [--seconds 900] [--cuts 500] [--seeds 20] [--seed 1]`: kills the station while it acknowledges, lets
 * every error strike at every moment of a write, then tears its write-ahead log. One line of figures each; ends with 1 when anything was lost, doubled or left half written.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '900' },
    cuts: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '20' },
  },
})

const seed = Number(values.seed)
const killed = await killStation({ kills: Number(values.kills), seconds: Number(values.seconds), seed })
const { wrong, ...figures } = killed
console.log(JSON.stringify(figures))
const folder = mkdtempSync(join(tmpdir(), 'gendan-write-faults-'))
const shim = shimSqlite()
const place = { engine: 'sqlite', path: join(folder, 'gendan.db'), key: 'f'.repeat(64) } as const
const faulty = await faultWrites(place, shim, Number(values.seeds), seed)
shim.remove()
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ ...faulty, wrong: faulty.wrong.length }))
const torn = await tearLog({ cuts: Number(values.cuts), seed })
console.log(JSON.stringify({ cuts: torn.cuts, transactions: torn.transactions, wrong: torn.wrong.length }))
for (const sentence of [...wrong, ...faulty.wrong, ...torn.wrong]) console.error(sentence)
process.exitCode = wrong.length + faulty.wrong.length + torn.wrong.length > 0 ? 1 : 0
