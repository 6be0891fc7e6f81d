import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CustomerEntity, ImportRunEntity, PhoneEntity } from '../../main/customers/entities.ts'
import { ProductEntity } from '../../main/products/entities.ts'
import { openStation } from '../../main/station.ts'
import { bundleOf } from '../kit/station-process.ts'

const rows = 20_000

describe('an import killed half-way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-import-kill-'))
  const data = join(folder, 'data')
  const file = join(folder, 'customers.csv')
  let command = ''

  beforeAll(async () => {
    command = join(dirname(await bundleOf('station')), 'import-command.js')
    const lines = Array.from(
      { length: rows },
      (_, nth) => `客户${nth},139${String(10_000_000 + nth * 7)},济南市${nth}号,双眼大锅灶`,
    )
    writeFileSync(file, ['客户姓名,电话,地址,产品名称', ...lines].join('\n'))
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs the import; with `kills`, kill -9 as soon as the first rows are written. */
  async function runImport(kills: boolean): Promise<{ code: number | null; last: string; wasWriting: boolean }> {
    const child = spawn(process.execPath, [command, 'customers', file, '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let said = ''
    let wasWriting = false
    child.stdout.on('data', (part: Buffer) => (out += part.toString()))
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      if (!kills || !/writing [1-9]\d*\//.test(said)) return
      wasWriting = true
      child.kill('SIGKILL')
    })
    await once(child, 'exit')
    return { code: child.exitCode, last: out.trim().split('\n').at(-1) ?? '', wasWriting }
  }

  async function counts(): Promise<number[]> {
    const key = readFileSync(join(data, 'station.key'), 'utf8').trim()
    const station = await openStation({ folder: data, key, schedule: false })
    const left = () => station.services.database.read((reader) => reader.countBy(ImportRunEntity, { finishedAt: '' }))
    await expect.poll(left, { timeout: 20_000 }).toBe(0)
    const found = await station.services.database.read(async (reader) => [
      await reader.countBy(CustomerEntity, {}),
      await reader.countBy(PhoneEntity, {}),
      await reader.countBy(ProductEntity, {}),
    ])
    await station.close()
    return found
  }

  it('leaves nothing, and the next run is whole', async () => {
    const killed = await runImport(true)
    expect(killed.wasWriting).toBe(true)
    expect(await counts()).toEqual([0, 0, 0])
    const whole = await runImport(false)
    expect(whole.code).toBe(0)
    expect(JSON.parse(whole.last)).toMatchObject({ read: rows, added: rows, rejected: 0, people: rows })
    expect(await counts()).toEqual([rows, rows, rows])
  }, 120_000)
})
