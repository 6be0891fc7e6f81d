import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Changes } from '../../main/api/changes.ts'
import type { Seat, Services } from '../../main/api/context.ts'
import { writeCursor } from '../../main/database/cursor.ts'
import { Database } from '../../main/database/database.ts'
import { entities, features } from '../../main/registry.ts'
import { listTickets, totalTickets } from '../../main/tickets/list-tickets.ts'
import { buildArchive, openRaw } from './build-data.ts'
import { ms, table, timed } from './measure.ts'

/**
 * `npm run bench:lists -- --size 1000000 [--runs 200] [--data DIR]`: a page of 50 from the tickets of the archive (two a customer): the first,
 * one anywhere, and one of a saved view, each beside the raw keyset query; then a sort and the sums. It only reads: the archive stays as it is.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '200' },
    data: { type: 'string', default: join(tmpdir(), 'gendan-bench') },
  },
})
const runs = Number(values.runs)
const archive = await buildArchive(values.data, Number(values.size))
const raw = openRaw(archive.folder, archive.key)
const place = { engine: 'sqlite', path: join(archive.folder, 'gendan.db'), key: archive.key } as const
const database = await Database.join(place, entities, (work) => work())
const newest = raw.prepare('SELECT max("createdAt") AS "at" FROM "tickets_ticket"').get() as { at: string }
const services = { database, features, now: () => newest.at, changes: new Changes() } as unknown as Services
const seat: Seat = { memberId: 'bench', name: 'bench', role: 'supervisor', extension: '', session: '' }

type Wish = Parameters<typeof listTickets>[2]
const ask = (wish: Partial<Wish>) => listTickets(services, seat, { view: 'open', text: '', limit: 50, ...wish })
const { n: count } = raw.prepare('SELECT count(*) AS "n" FROM "tickets_ticket"').get() as { n: number }
/** Places anywhere in the book, evenly spread. */
const places = Array.from({ length: 20 }, (_, nth) => {
  const offset = Math.floor((count * (nth + 0.5)) / 20)
  return raw
    .prepare(`SELECT "createdAt", "id" FROM "tickets_ticket" ORDER BY "createdAt" DESC, "id" DESC LIMIT 1 OFFSET ?`)
    .get(offset) as { createdAt: string; id: string }
})
const anywhere = Array.from({ length: runs }, (_, nth) => places[nth % places.length]!)
const after = ({ createdAt, id }: { createdAt: string; id: string }) => writeCursor([createdAt, id])
const { region } = (raw.prepare(`SELECT "region" FROM "tickets_ticket" WHERE "region" <> '' LIMIT 1`).get() ?? {
  region: '',
}) as { region: string }
const { technicianId } = (raw
  .prepare('SELECT "technicianId" FROM "tickets_ticket" WHERE "technicianId" IS NOT NULL LIMIT 1')
  .get() ?? { technicianId: '' }) as { technicianId: string }

const keyset = raw.prepare(
  `SELECT * FROM "tickets_ticket" WHERE ("createdAt", "id") < (?, ?) ORDER BY "createdAt" DESC, "id" DESC LIMIT 51`,
)
const inState = raw.prepare(
  `SELECT * FROM "tickets_ticket" WHERE "state" = ? AND ("createdAt", "id") < (?, ?) ORDER BY "createdAt" DESC, "id" DESC LIMIT 51`,
)
const first = { createdAt: '9999', id: '' }
const rows: string[][] = [['page of 50', 'p50 ms', 'p95 ms', 'raw p50', 'raw p95', 'ratio p50']]

await add(
  'all, page 1',
  () => ask({ view: 'all' }),
  () => keyset.all(first.createdAt, first.id),
)
await add(
  'all, anywhere',
  (at) => ask({ view: 'all', after: after(at) }),
  (at) => keyset.all(at.createdAt, at.id),
)
await add(
  'open, page 1',
  () => ask({ view: 'open' }),
  () => inState.all('dispatched', first.createdAt, first.id),
)
await add(
  'open, anywhere',
  (at) => ask({ view: 'open', after: after(at) }),
  (at) => inState.all('dispatched', at.createdAt, at.id),
)
for (const view of ['late', 'today', 'closed', 'toLedger'] as const)
  await add(
    `${view}, page 1`,
    () => ask({ view }),
    () => inState.all('resulted', first.createdAt, first.id),
  )
await add(
  'saved view: all of a technician',
  (at) => ask({ view: 'all', technicianId, after: after(at) }),
  (at) => keyset.all(at.createdAt, at.id),
)
if (region)
  await add(
    'saved view: all of a district',
    (at) => ask({ view: 'all', region, after: after(at) }),
    (at) => keyset.all(at.createdAt, at.id),
  )
console.log(`${count} tickets, ${runs} runs each`)
console.log(table(rows))

const today = { view: 'today' as const }
const matching = await totalTickets(services, seat, { ...today, text: '' })
const sorted = await timed(Array.from({ length: Math.min(runs, 50) }), () =>
  ask({ ...today, sort: { by: 'customer', isDown: false } }),
)
const summed = await timed(Array.from({ length: Math.min(runs, 50) }), () =>
  totalTickets(services, seat, { ...today, text: '' }),
)
console.log(`${matching.count} visits today: sorted by customer p50 ${ms(sorted.p50)}, p95 ${ms(sorted.p95)} ms; `)
console.log(`summed up p50 ${ms(summed.p50)}, p95 ${ms(summed.p95)} ms`)
const refused = await ask({ view: 'all', sort: { by: 'customer', isDown: false } }).then(
  () => 'walked',
  (error: unknown) => String((error as Error).message),
)
console.log(`all sorted by customer: ${refused}`)
await database.close()
raw.close()

async function add(
  work: string,
  ours: (at: (typeof anywhere)[number]) => Promise<unknown>,
  floor: (at: (typeof anywhere)[number]) => unknown,
): Promise<void> {
  const [taken, plain] = [await timed(anywhere, ours), await timed(anywhere, floor)]
  const ratio = (taken.p50 / plain.p50).toFixed(1)
  rows.push([work, ms(taken.p50), ms(taken.p95), ms(plain.p50), ms(plain.p95), ratio])
}
