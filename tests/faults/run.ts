import { parseArgs } from 'node:util'
import { killStation } from './kill-station.ts'
import { tearLog } from './torn-log.ts'

/**
 * `npm run faults -- [--kills 60] [--seconds 900] [--cuts 500] [--seed 1]`: kills the station while it acknowledges, then tears
 * its write-ahead log. One line of figures each; ends with 1 when anything was lost, doubled or left half written.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '900' },
    cuts: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
})

const seed = Number(values.seed)
const killed = await killStation({ kills: Number(values.kills), seconds: Number(values.seconds), seed })
const { wrong, ...figures } = killed
console.log(JSON.stringify(figures))
const torn = await tearLog({ cuts: Number(values.cuts), seed })
console.log(JSON.stringify({ cuts: torn.cuts, transactions: torn.transactions, wrong: torn.wrong.length }))
for (const sentence of [...wrong, ...torn.wrong]) console.error(sentence)
process.exitCode = wrong.length + torn.wrong.length > 0 ? 1 : 0
