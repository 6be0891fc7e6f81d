import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Seat } from '../../main/api/context.ts'
import { keepFile } from '../../main/files/keep-file.ts'
import type { ArchiveKind } from '../../shared/customers/import-columns.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal } from '../kit/refusal.ts'

const archive = [
  '客户姓名,联系电话,地址,产品名称,型号,出厂编号,购买日期,备注,编号',
  '青禾路小学食堂,138 5312 0417,济南市槐荫区青禾路18号,大锅灶,DG2503,DG2503-0417,2024-05-01,走北门,A17',
  '张爱英,13969180236,,,,,,,B20',
  '张 爱 英,13969180236 13505317740,历下区解放路5号,蒸饭车,,,2023-02-30,有狗,',
  '陈志刚,13969180236,,,,,,,',
  '王伟,1.38E+10,,,,,,,',
  ',13505317741,,,,,,,',
  '合计,5,,,,,,,',
].join('\r\n')

const calls = [
  '来电时间,来电号码,客户姓名,产品,故障/意见',
  '2024-03-01 08:33:07,13969180236,张爱英,蒸饭车,上汽慢',
  '2024-03-01 08:52:00,15579579189,袁秀琼,大锅灶,点不着火',
  '2024-03-01 09:01:00,anonymous,,,问营业时间',
  '昨天,13505317742,某某,,坏了',
].join('\n')

describe.each(engines)('importing archives on %s', (engine) => {
  let house: TestStation
  let head: Caller
  let seat: Seat

  beforeAll(async () => {
    house = await openTestStation(engine)
    head = await house.as('supervisor')
    seat = await house.seat('supervisor')
  })
  afterAll(() => house.close())

  const send = async (text: string, name = 'archive.csv') => {
    const file = { content: iconv.encode(text, 'gb18030'), name, mime: 'text/csv', memberId: seat.memberId }
    return (await keepFile(house.station.services, file)).hash
  }

  async function runToEnd(text: string, kind: ArchiveKind = 'customers') {
    const id = house.station.services.newId()
    await head.customers.importStart({ id, hash: await send(text), fileName: 'archive.csv', kind })
    return ended(id)
  }

  async function ended(id: string) {
    for (;;) {
      const progress = await head.customers.importProgress({ id })
      if (progress.state !== 'reading' && progress.state !== 'writing') return progress
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  const countCustomers = async () => {
    const [row] = (await house.station.services.database.read((reader) =>
      reader.query('SELECT count(*) AS n FROM "customers_customer"'),
    )) as { n: unknown }[]
    return Number(row?.n)
  }

  it('reads what the member brought and what was brought to be imported, and knows no other file', async () => {
    const { services } = house.station
    const of = (memberId: string | null, use: string | null) =>
      keepFile(services, {
        content: Buffer.from(`姓名,电话\n赵桂兰 ${memberId} ${use},13812345678`),
        name: 'a.csv',
        mime: '',
        memberId,
        use,
      })
    const { memberId } = await house.seat('supervisor', '另一位')
    const unknown = { kind: 'notFound', text: 'admin.failure.noFile' }
    for (const { hash } of [await of(memberId, null), await of(null, 'lists.export'), { hash: 'ab'.repeat(32) }]) {
      const file = { hash, fileName: 'a.csv' }
      expect(await refusal(head.customers.importPreview(file))).toMatchObject(unknown)
      expect(await refusal(head.customers.importStart({ ...file, id: services.newId() }))).toMatchObject(unknown)
    }
    for (const { hash } of [await of(seat.memberId, null), await of(memberId, 'import')])
      expect((await head.customers.importPreview({ hash, fileName: 'a.csv' })).summary).toMatchObject({ read: 1 })
  })

  it('previews columns and every row without writing anything', async () => {
    const preview = await head.customers.importPreview({ hash: await send(archive), fileName: 'archive.csv' })
    expect(preview).toMatchObject({ kind: 'customers', format: { kind: 'csv', detail: 'gb18030' }, headingAt: 1 })
    expect(preview.mapping).toMatchObject({ name: 0, phone: 1, address: 2, product: 3 })
    expect(preview.summary).toMatchObject({ read: 6, added: 3, updated: 1, rejected: 2, people: 3 })
    expect(preview.rows.rejected.map((row) => [row.at, row.remarks[0]])).toEqual([
      [6, { what: 'reject', code: 'phoneSpreadsheet' }],
      [7, { what: 'reject', code: 'noName' }],
    ])
    expect(preview.rows.update[0]?.remarks).toContainEqual({ what: 'note', code: 'impossibleDate', text: '2023-02-30' })
    expect(await countCustomers()).toBe(0)
  })

  it('follows a corrected mapping', async () => {
    const preview = await head.customers.importPreview({
      hash: await send(archive),
      fileName: 'archive.csv',
      mapping: { name: 0, phone: 3 },
    })
    expect(preview.summary).toMatchObject({ added: 0, rejected: 6 })
    expect(preview.columns[1]).toMatchObject({ target: null })
  })

  it('is cancelled without leaving anything', async () => {
    const many = [
      '姓名,电话',
      ...Array.from({ length: 4000 }, (_, nth) => `客户${nth},1380000${String(nth).padStart(4, '0')}`),
    ].join('\n')
    const id = house.station.services.newId()
    await head.customers.importStart({ id, hash: await send(many), fileName: 'many.csv', kind: 'customers' })
    while ((await head.customers.importProgress({ id })).state === 'reading')
      await new Promise((resolve) => setTimeout(resolve, 1))
    expect(await head.customers.importCancel({ id })).toMatchObject({ state: 'cancelled', summary: null })
    expect(await countCustomers()).toBe(0)
    expect(await head.customers.importRuns()).toEqual([])
  })

  it('writes customers with numbers, products and texts to search by', async () => {
    const progress = await runToEnd(archive)
    expect(progress).toMatchObject({ state: 'done', summary: { added: 3, updated: 1, rejected: 2 } })
    const [hit] = await head.customers.search({ text: '青禾路', limit: 5 })
    expect(hit).toMatchObject({ customerName: '青禾路小学食堂' })
    const card = await head.customers.card({ customerId: hit!.customerId })
    expect(card.customer).toMatchObject({ number: expect.stringMatching(/^KH-/), note: '走北门\n原编号：A17' })
    expect(card.products).toMatchObject([{ name: '大锅灶', serialNo: 'DG2503-0417', purchasedOn: '2024-05-01' }])
    const [merged] = await head.customers.search({ text: '张爱英', limit: 5 })
    const second = await head.customers.card({ customerId: merged!.customerId })
    expect(second.customer.phones).toHaveLength(2)
    expect(second.customer).toMatchObject({ address: '历下区解放路5号', note: '有狗\n原编号：B20' })
    expect(second.products).toMatchObject([{ name: '蒸饭车', purchasedOn: null }])
  })

  it('hands the refused rows back in their own layout', async () => {
    const [run] = await head.customers.importRuns()
    const bytes = await house.station.services.files.get(run!.reportHash!)
    const lines = iconv.decode(bytes!, 'gb18030').trim().split('\r\n')
    expect(lines[0]).toBe('客户姓名,联系电话,地址,产品名称,型号,出厂编号,购买日期,备注,编号,导入情况')
    expect(lines[1]).toMatch(/^王伟,1\.38E\+10,.*,未导入：.*损坏/)
    expect(lines[3]).toMatch(/^张 爱 英,.*,已导入，请核对：日期不存在，已留空：2023-02-30$/)
    expect(lines).toHaveLength(4)
    expect(run).toMatchObject({ kind: 'customers', fileName: 'archive.csv', summary: { rejected: 2 } })
  })

  it('adds nothing the second time, not even by the same id', async () => {
    const before = await countCustomers()
    expect(await runToEnd(archive)).toMatchObject({ summary: { added: 0, updated: 0, unchanged: 4 } })
    const [run] = await head.customers.importRuns()
    const again = await head.customers.importStart({
      id: run!.id,
      hash: await send(archive),
      fileName: 'archive.csv',
      kind: 'customers',
    })
    expect(again).toMatchObject({ state: 'done' })
    const other = { id: run!.id, hash: await send(`${archive}\n`), fileName: 'other.csv', kind: 'customers' as const }
    expect(await refusal(head.customers.importStart(other))).toMatchObject({ text: 'kit.error.sentOther' })
    expect(await countCustomers()).toBe(before)
    expect(await head.customers.importRuns()).toHaveLength(2)
  })

  it('keeps rows that differ as a figure of their own, and hands them back', async () => {
    const differing = '姓名,电话,地址,用户类别\n张爱英,13969180236,别处9号,特殊用户'
    const { summary, reportHash } = await runToEnd(differing)
    expect(summary).toMatchObject({ updated: 0, unchanged: 0, conflicts: 1, rejected: 0 })
    const lines = iconv
      .decode((await house.station.services.files.get(reportHash!))!, 'gb18030')
      .trim()
      .split('\n')
    expect(lines[1]).toBe(
      '张爱英,13969180236,别处9号,特殊用户,已导入，请核对：' +
        '地址不一致，保留“历下区解放路5号”，文件里是“别处9号”；用户类别不一致，保留“一般用户”，文件里是“特殊用户”',
    )
  })

  it('makes call and ticket history of a call archive, once', async () => {
    expect(await runToEnd(calls, 'calls')).toMatchObject({
      state: 'done',
      summary: { added: 3, rejected: 1, people: 2, known: 1 },
    })
    const { rows } = await head.intake.register({ limit: 50, text: '' })
    expect(rows.map((line) => line.symptom)).toEqual(expect.arrayContaining(['上汽慢', '点不着火', '问营业时间']))
    expect(rows.find((line) => line.symptom === '问营业时间')).toMatchObject({ customerId: null, ticketId: null })
    const closed = await head.tickets.list({ view: 'closed' })
    expect(closed.rows).toHaveLength(2)
    expect(closed.rows[0]).toMatchObject({
      state: 'closed',
      nextDueAt: null,
      closedAt: expect.stringMatching(/^2024-03-01T00:/),
    })
    expect(await head.intake.lost()).toEqual([])
    expect(await runToEnd(calls, 'calls')).toMatchObject({ summary: { added: 0, unchanged: 3 } })
    expect((await head.tickets.list({ view: 'closed' })).rows).toHaveLength(2)
  })

  it('leaves one audit entry a run', async () => {
    const admin = await house.as('administrator')
    const entries = await admin.admin.audit({ limit: 50 }).then(({ rows }) => rows)
    expect(entries.filter((entry) => entry.action === 'customers.import')).toHaveLength(5)
  })

  it('fails by name on a file that is no table, leaving the station able to import', async () => {
    const id = house.station.services.newId()
    await head.customers.importStart({
      id,
      hash: await send('<html>nothing</html>'),
      fileName: 'x.csv',
      kind: 'customers',
    })
    expect(await ended(id)).toMatchObject({ state: 'failed', failure: { text: 'customers.failure.importNotTable' } })
    expect(await runToEnd(archive)).toMatchObject({ state: 'done' })
  })

  it('brings and completes where a customer came from, by list, page, file and history', async () => {
    const rows = ['姓名,电话,客户来源', '来源甲,13969180301,老客户介绍', '来源乙,13969180302,'].join('\n')
    expect((await runToEnd(rows)).summary).toMatchObject({ added: 2 })
    const again = ['姓名,电话,来源渠道', '来源甲,13969180301,网购', '来源乙,13969180302,展会'].join('\n')
    expect((await runToEnd(again)).summary).toMatchObject({ updated: 1, conflicts: 1 })
    const listed = (await head.customers.list({ text: '来源', limit: 50 })).rows
    const sourceOf = new Map(listed.map(({ name, leadSource }) => [name, leadSource]))
    expect(Object.fromEntries(sourceOf)).toEqual({ 来源甲: '老客户介绍', 来源乙: '展会' })
    const { customer } = await head.customers.card({ customerId: listed.find(({ name }) => name === '来源甲')!.id })
    const phones = customer.phones.map(({ id, shown }) => ({ id, raw: shown }))
    const saved = await head.customers.save({ ...customer, phones, leadSource: '门店' })
    expect(saved.leadSource).toBe('门店')
    const [step] = (await head.history.of({ kind: 'customers.customer', id: customer.id })).rows
    expect(JSON.stringify(step)).toContain('customers.field.leadSource')
    expect(JSON.stringify(step)).toContain('老客户介绍')
    await head.history.undoLast({ kind: 'customers.customer', id: customer.id })
    expect((await head.customers.get({ id: customer.id })).leadSource).toBe('老客户介绍')
  })

  it('is for heads only', async () => {
    const operator = await house.as('operator')
    expect(await refusal(operator.customers.importRuns())).toMatchObject({ kind: 'notAllowed' })
  })
})
