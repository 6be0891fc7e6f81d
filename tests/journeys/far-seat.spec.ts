import { expect } from '@playwright/test'
import { test } from './office.ts'
import { ask, firstRun, go } from './steps.ts'

test.use({ timezoneId: 'America/New_York' })

test('a seat in another zone with a wrong clock shows the company’s times and counts by the station’s clock', async ({
  office,
}) => {
  test.skip(office.kind === 'desktop', 'the zone and the clock of a desktop are those of the machine')
  const { page } = office
  await firstRun(page, 'sample')
  // Ten minutes ahead, as a clock with a flat battery may be.
  await page.addInitScript(() => {
    const RealDate = Date
    const ahead = 600_000
    globalThis.Date = class extends RealDate {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [RealDate.now() + ahead] : given) as [number]))
      }
      static override now = () => RealDate.now() + ahead
    } as DateConstructor
  })
  await page.reload()
  const clock = page.locator('header time')
  await expect(clock).toBeVisible()

  const inShanghai = (at: number | string) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(at))
  await expect
    .poll(async () => [inShanghai(Date.now()), inShanghai(Date.now() - 30_000)].includes(await clock.innerText()))
    .toBe(true)
  expect(await page.evaluate(() => Math.round((Date.now() - performance.timeOrigin - performance.now()) / 1000))).toBe(
    600,
  )
  expect(await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('America/New_York')

  const { rows } = await ask<{ rows: { number: string; receivedAt: string; nextDueAt: string | null }[] }>(
    page,
    'tickets.list',
    { view: 'open' },
  )
  await go(page, '#/tickets')
  const [first] = rows
  const line = page.getByRole('row').filter({ hasText: first!.number })
  await expect(line).toContainText(inShanghai(first!.receivedAt))

  const soon = rows.find(({ nextDueAt }) => {
    const minutes = nextDueAt === null ? 0 : (Date.parse(nextDueAt) - Date.now()) / 60_000
    return minutes > 65 && minutes < 24 * 60
  })
  const left = Math.floor((Date.parse(soon!.nextDueAt!) - Date.now()) / 60_000)
  const texts = [left, left - 1].map((minutes) =>
    minutes % 60 === 0 ? `还有 ${minutes / 60} 小时` : `还有 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`,
  )
  await expect(page.getByRole('row').filter({ hasText: soon!.number })).toContainText(new RegExp(texts.join('|')))
})
