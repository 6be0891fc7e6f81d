import { expect } from '@playwright/test'
import { test } from './office.ts'
import { ask, firstRun, newEntry } from './steps.ts'

test('a register typed while the station is down is not lost, and arrives once', async ({ office }) => {
  test.setTimeout(120_000)
  const { page } = office
  await firstRun(page, 'empty')
  await newEntry(page)
  await page.getByLabel('单位名称').fill('泉景鲁菜馆')
  await page.getByLabel('联系电话').fill('18653120925')

  await office.kill()
  if (office.kind === 'browser') await expect(page.getByText(/离线|没有回答|连不上/).first()).toBeVisible()
  await page.getByLabel('产品类型').fill('双头小炒炉')
  await page.getByLabel('购买日期').fill('2025-03-18')
  await page.getByLabel('故障现象').fill('回火，关不灭')
  await page.getByLabel('单位地址').fill('济南市历下区泉景路41号')
  await page.getByRole('radio', { name: '停伙' }).click()
  await page.keyboard.press('F9')
  if (office.kind === 'browser') {
    await expect(page.getByText(/待送|已记在本机|连上后/).first()).toBeVisible()
    await office.picture('outage-kept')
  }

  await office.restart()
  await expect
    .poll(
      async () =>
        (await ask<{ rows: unknown[] }>(page, 'tickets.list', { view: 'all' }).catch(() => null))?.rows.length,
      {
        timeout: 30_000,
      },
    )
    .toBe(1)
  await expect(page.getByText(/全部送达/).first()).toBeVisible({ timeout: 15_000 })
  await office.picture('outage-over')
})
