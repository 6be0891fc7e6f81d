import type { MigrationInterface, QueryRunner } from 'typeorm'

const text = (mainland: string, taiwan: string, en: string) => ({ 'zh-CN': mainland, 'zh-TW': taiwan, en })

const wait = (clock: string, name: ReturnType<typeof text>, startsAt: string, days: number) => ({
  ...{ clock, text: name, startsAt, endsAt: 'waitOver', hours: 'clock', limitMinutes: days * 1440 },
  ...{ rule: 'house', source: { from: 'own' } },
})

/** What ran by numbers in the code for every company. */
const ofEveryTrade = [
  {
    ...{ clock: 'mismatch', text: text('资料不符报内勤', '資料不符回報內勤', 'Wrong data reported') },
    ...{ startsAt: 'found', endsAt: 'corrected', hours: 'days', limitMinutes: 0 },
    ...{ rule: 'house', source: { from: 'trade', trade: 'P32' } },
  },
  wait('part', text('等配件', '等零件', 'Waiting for a part'), 'waitForPart', 3),
  wait('factory', text('等厂家', '等原廠', 'Waiting for the maker'), 'waitForMaker', 7),
  wait('customer', text('等客户', '等客戶', 'Waiting for the customer'), 'waitForCustomer', 1),
  wait('wait', text('等别的', '等其他', 'Waiting for something else'), 'waitForOther', 1),
]

interface Limit {
  clock: string
  startsAt?: string
}

/**
 * The longest waits and the day a wrong fact is put right by stood in the code; from now on every version of the policies brings them, as they
 * were. The repair at the factory had the code of the wait for the maker and never ran; it gets one of its own.
 */
export class PoliciesBringWaits implements MigrationInterface {
  name = 'PoliciesBringWaits1795824804201'

  async up(runner: QueryRunner): Promise<void> {
    const place = runner.dataSource.options.type === 'postgres' ? ['$1', '$2'] : ['?', '?']
    const versions = (await runner.query('SELECT "id", "layer", "document" FROM "admin_policy"')) as {
      id: string
      layer: string
      document: string
    }[]
    for (const { id, layer, document } of versions) {
      const policy = JSON.parse(document) as { clocks?: Limit[] }
      const stood = (policy.clocks ?? []).map((limit) =>
        limit.clock === 'factory' && limit.startsAt === 'atFactory' ? { ...limit, clock: 'factoryRepair' } : limit,
      )
      const isMissing = ({ clock }: Limit) => layer === 'company' && stood.every((limit) => limit.clock !== clock)
      const clocks = [...stood, ...ofEveryTrade.filter(isMissing)]
      if (clocks.length === 0) continue
      await runner.query(`UPDATE "admin_policy" SET "document" = ${place[0]} WHERE "id" = ${place[1]}`, [
        JSON.stringify({ ...policy, clocks }),
        id,
      ])
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
