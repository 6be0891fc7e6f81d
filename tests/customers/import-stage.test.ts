import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportRunEntity } from '../../main/customers/entities.ts'
import { openImports } from '../../main/customers/import-runs.ts'
import { hideStage, openStage } from '../../main/customers/import-stage.ts'
import { runImport, type RunProgress } from '../../main/customers/run-import.ts'
import { addCustomer } from '../../main/customers/public.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const rows = 1500
const file = [
  '姓名,电话,地址',
  ...Array.from({ length: rows }, (_, nth) => `客户${nth},139${String(10_000_000 + nth)},济南市${nth}号`),
].join('\n')

describe.each(engines)('an import being written on %s', (engine) => {
  let house: TestStation
  beforeEach(async () => {
    house = await openTestStation(engine)
  })
  afterEach(() => house.close())

  const count = async (table: string) => {
    const [row] = (await house.station.services.database.read((reader) =>
      reader.query(`SELECT count(*) AS n FROM "${table}"`),
    )) as { n: unknown }[]
    return Number(row?.n)
  }

  /** Runs the import; `meanwhile` happens when its customers are about to be written. */
  async function run(meanwhile: () => Promise<void>, signal?: AbortSignal) {
    const { services } = house.station
    const progress: RunProgress = { state: 'reading', done: 0, total: 0, summary: null, reportHash: null }
    const { hash } = await services.files.put(new TextEncoder().encode(file))
    const input = { id: services.newId(), hash, fileName: 'a.csv', kind: 'customers' } as const
    await runImport(services, null, input, progress, {
      signal,
      hide: async (stage) => {
        await hideStage(services, stage)
        if (stage) await meanwhile()
      },
    })
    return progress
  }

  it('is seen by nobody before its end, and registers go on', async () => {
    const head = await house.as('supervisor')
    const { services } = house.station
    const seen: number[] = []
    let isOver: boolean = false
    const imported = run(async () => undefined).finally(() => (isOver = true))
    let registered = 0
    while (!isOver) {
      const found = await head.customers.search({ text: '客户', limit: 20 })
      const card = await head.customers.callerCard({ number: '13910000000' })
      seen.push(found.length + card.matches.length)
      await services.database.write((tx) =>
        addCustomer(services, tx, null, {
          ...{ id: services.newId(), name: `来电${registered}`, phones: [], source: 'intake' },
        }),
      )
      registered += 1
      await pause(2)
    }
    expect((await imported).summary).toMatchObject({ added: rows })
    expect(registered).toBeGreaterThan(1)
    if (engine === 'sqlite') expect(seen.slice(0, -1).filter((found) => found > 0)).toEqual([])
    expect(await count('customers_customer')).toBe(rows + registered)
    expect((await head.customers.callerCard({ number: '13910000000' })).matches[0]).toMatchObject({
      customerName: '客户0',
    })
  })

  it('is planned again when somebody adds one of its people meanwhile', async () => {
    const { services } = house.station
    let asked = 0
    const progress = await run(async () => {
      if (asked++ > 0) return
      const phones = ['13910000007']
      await services.database.write((tx) =>
        addCustomer(services, tx, null, { id: services.newId(), name: '客户7', phones, source: 'intake' }),
      )
    })
    if (engine === 'postgres') return expect(progress.summary).toMatchObject({ added: rows })
    expect(progress.summary).toMatchObject({ added: rows - 1, updated: 1, known: 1 })
    expect(await count('customers_customer')).toBe(rows)
    expect(await count('customers_phone')).toBe(rows)
  })

  it('leaves nothing when it is stopped, nor after a death when the station opens again', async () => {
    const { services } = house.station
    const stop = new AbortController()
    if (engine === 'sqlite') {
      await expect(run(async () => stop.abort(), stop.signal)).rejects.toThrow(/abort/i)
      expect(await count('customers_customer')).toBe(0)
      const started = { kind: 'customers', fileName: 'a.csv', fileHash: '', startedAt: services.now() } as const
      await services.database.write(async (tx) => {
        const stage = await openStage(services, { id: services.newId(), ...started, memberId: null }, 1)
        await addCustomer(services, tx, null, { id: services.newId(), name: '甲', phones: ['1'], source: 'x' })
        await tx.query('UPDATE "customers_customer" SET "seq" = ?', [stage.firstSeq])
      })
      expect(await count('customers_customer')).toBe(1)
    }
    await openImports(services)
    // Hidden at once, gone soon: nobody waits for it.
    const open = () => services.database.read((reader) => reader.countBy(ImportRunEntity, {}))
    expect(await open()).toBe(engine === 'sqlite' ? 1 : 0)
    expect(await count('customers_customer')).toBe(0)
    await expect.poll(open).toBe(0)
    expect([await count('customers_customer'), await count('customers_person')]).toEqual([0, 0])
    expect(await services.database.read((reader) => reader.countBy(ImportRunEntity, {}))).toBe(0)
  })
})
