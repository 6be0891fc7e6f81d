import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKeysOf, placeOf } from '../../main/database/sealed-file.ts'
import { mayUse, roles } from '../../shared/admin/rights.ts'
import { clientWith, seatClient, type SeatClient } from '../kit/seat-client.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const megabyte = 1024 * 1024

describe.each(engines)('files on %s', (engine) => {
  let house: TestStation
  let seat: SeatClient

  beforeAll(async () => {
    house = await openTestStation(engine)
    seat = await seatClient(house, 'operator')
  })
  afterAll(() => house.close())

  const store = (body: BodyInit, name: string) =>
    seat.ask(`/files?name=${encodeURIComponent(name)}`, { method: 'POST', body, duplex: 'half' } as RequestInit)

  /** A body of so many bytes that is made as it is read. */
  const streamOf = (bytes: number) => {
    let left = bytes
    return new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const size = Math.min(left, 256 * 1024)
        if (size === 0) return controller.close()
        left -= size
        controller.enqueue(new Uint8Array(size).fill(65))
      },
    })
  }

  it('come back byte by byte under their name, and the same content is kept once', async () => {
    const bytes = new TextEncoder().encode('姓名,电话\r\n赵桂兰,13812345678\r\n')
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(await (await store(bytes, '客户.csv')).json()).toEqual({ hash, size: bytes.length })
    expect(await (await store(bytes, '又.csv')).json()).toMatchObject({ hash })
    const back = await seat.ask(`/files/${hash}`)
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes)
    expect(back.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('客户.csv')}`,
    )
    expect(back.headers.get('content-type')).toBe('application/octet-stream')
    expect(back.headers.get('x-content-type-options')).toBe('nosniff')
    expect(back.headers.get('cache-control')).toContain('no-store')
    const names = readdirSync(join(house.folder, 'files'), { recursive: true }).map(String)
    expect(names.filter((name) => name.endsWith('.sealed'))).toHaveLength(1)
    expect(names.join()).not.toContain(hash)
  })

  it('are taken up to 32 MB and refused beyond, without a trace', async () => {
    expect((await store(streamOf(32 * megabyte), 'full.bin')).status).toBe(200)
    const before = readdirSync(join(house.folder, 'files')).length
    const refused = await store(streamOf(32 * megabyte + 1), 'over.bin')
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      failure: { text: 'admin.failure.fileTooLarge', facts: { megabytes: 32 } },
    })
    expect(readdirSync(join(house.folder, 'files'))).toHaveLength(before)
  })

  it.each(roles)('of an import are given to a %s exactly with the right to import', async (role) => {
    const supervisor = await seatClient(house, 'supervisor', { name: '导入人' })
    const stored = await supervisor.ask('/files?name=客户.csv&use=import', { method: 'POST', body: '姓名,电话' })
    const { hash } = (await stored.json()) as { hash: string }
    const other = await seatClient(house, role, { name: '另一位' })
    const answer = await other.ask(`/files/${hash}`)
    expect(answer.status).toBe(mayUse(role, 'customers.import') ? 200 : 403)
    const brings = await other.ask('/files?name=a.csv&use=import', { method: 'POST', body: `of ${role}` })
    expect(brings.status).toBe(mayUse(role, 'customers.import') ? 200 : 403)
  })

  it('without a use are for whoever brought them, each of several', async () => {
    const { hash } = (await (await store('my own note', 'note.txt')).json()) as { hash: string }
    const chief = await seatClient(house, 'administrator')
    const refused = await chief.ask(`/files/${hash}`)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ failure: { kind: 'notAllowed' } })
    await chief.ask('/files?name=same.txt', { method: 'POST', body: 'my own note' })
    expect((await chief.ask(`/files/${hash}`)).status).toBe(200)
    expect((await seat.ask(`/files/${hash}`)).status).toBe(200)
    for (const use of ['elsewhere', '__proto__', 'constructor', 'toString'])
      expect([use, (await seat.ask(`/files?name=a&use=${use}`, { method: 'POST', body: 'a' })).status]).toEqual([
        use,
        400,
      ])
  })

  it('are given to each under the name it brought them by, whatever another does with the same content', async () => {
    const [technician, supervisor] = [await seatClient(house, 'technician'), await seatClient(house, 'supervisor')]
    const body = '姓名\r\n同样的内容'
    const send = (client: SeatClient, name: string, use = '') =>
      client.ask(`/files?name=${encodeURIComponent(name)}${use && `&use=${use}`}`, { method: 'POST', body })
    const nameFor = async (client: SeatClient, hash: string) => {
      const answer = await client.ask(`/files/${hash}`)
      return answer.ok ? decodeURIComponent(answer.headers.get('content-disposition')!.split(`''`)[1]!) : answer.status
    }
    const { hash } = (await (await send(supervisor, '解雇名单.csv')).json()) as { hash: string }
    expect(await nameFor(technician, hash)).toBe(403)
    await send(technician, '我的.csv')
    expect([await nameFor(technician, hash), await nameFor(supervisor, hash)]).toEqual(['我的.csv', '解雇名单.csv'])
    for (const use of ['lists.export', 'importReport']) expect((await send(supervisor, 'x.csv', use)).status).toBe(400)
    expect([await nameFor(technician, hash), await nameFor(supervisor, hash)]).toEqual(['我的.csv', '解雇名单.csv'])
    house.clock.at = new Date(Date.parse(house.clock.at) + 1000).toISOString()
    expect((await send(supervisor, '导入.csv', 'import')).status).toBe(200)
    const [chief, operator] = [await seatClient(house, 'administrator'), await seatClient(house, 'operator')]
    expect([await nameFor(technician, hash), await nameFor(supervisor, hash)]).toEqual(['我的.csv', '导入.csv'])
    expect([await nameFor(chief, hash), await nameFor(operator, hash)]).toEqual(['导入.csv', 403])
  })

  it('are for signed-in seats only', async () => {
    const nobody = clientWith('', '', (request) => house.station.handle(request))
    expect((await nobody.ask('/files?name=a', { method: 'POST', body: 'a' })).status).toBe(401)
    expect((await nobody.ask(`/files/${'0'.repeat(64)}`)).status).toBe(401)
  })

  it.each([
    '/files/',
    '/files',
    `/files/${'0'.repeat(64)}`,
    '/files/../station.key',
    '/files/..%2Fstation.key',
    '/filesystem',
  ])('are not found at %s', async (path) => expect((await seat.ask(path)).status).toBe(404))

  it('take any name', async () => {
    for (const name of ['', '\0', '../../x', 'a'.repeat(5000), '"quoted"\r\nx: y', '👨‍👩‍👧.png']) {
      const response = await store(`content of ${name.length}`, name)
      expect(response.status).toBe(200)
      const { hash } = (await response.json()) as { hash: string }
      const back = await seat.ask(`/files/${hash}`)
      expect(back.status).toBe(200)
      expect(back.headers.get('x')).toBeNull()
    }
  })

  it('are not given when the disk changed them: a defect, not wrong bytes', async () => {
    const { hash } = (await (await store('before', 'damaged.txt')).json()) as { hash: string }
    const path = placeOf(join(house.folder, 'files'), fileKeysOf(house.key), hash)
    const sealed = readFileSync(path)
    sealed[sealed.length - 3]! ^= 1
    writeFileSync(path, sealed)
    const response = await seat.ask(`/files/${hash}`)
    expect(response.status).toBe(500)
    expect(await response.text()).toMatch(/^\{"incident":"[A-Z]{6}"\}$/)
    expect(house.logged.join()).toContain(`stored file ${hash} is damaged`)
  })
})
