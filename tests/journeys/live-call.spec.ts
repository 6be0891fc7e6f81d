import { expect } from '@playwright/test'
import { test } from './office.ts'
import { firstRun, newEntry } from './steps.ts'

test('a stored call keeps its tab until the hang-up, and every key leads the focus on', async ({ office }) => {
  test.setTimeout(120_000)
  const { page } = office
  await firstRun(page, 'empty')
  const focus = () =>
    page.evaluate(() => document.activeElement?.closest('[data-intake-field]')?.getAttribute('data-intake-field'))
  await newEntry(page)
  await page.getByLabel('单位名称').fill('别家')
  const call = { callId: 'live-1', from: '13706415528', to: '4000008003' }
  await office.hook({ event: 'ring', ...call })
  await office.hook({ event: 'answer', ...call })
  await expect(page.getByRole('tab')).toHaveCount(3)
  await page.locator('body').click({ position: { x: 5, y: 760 } })
  await page.keyboard.press('F3')
  await expect(page.getByRole('tab', { selected: true })).toContainText('137 0641 5528')
  await expect.poll(focus).toBe('customerName')
  await page.keyboard.type('鲁小灶面馆')
  await page.getByLabel('产品类型').fill('单头低汤灶')
  await page.getByLabel('购买日期').fill('2025-03-18')
  await page.getByLabel('故障现象').fill('炉头不着')
  await page.getByLabel('单位地址').fill('济南市市中区经十一路38号')
  await page.getByRole('radio', { name: '停伙' }).click()
  await page.keyboard.press('F9')
  await expect(page.getByText(/GD\d{8}-0001/).first()).toBeVisible()
  await expect(page.getByRole('tab', { selected: true })).toContainText('鲁小灶面馆')
  await expect(page.locator('#intake-saved')).toBeFocused()
  await office.picture('live-stored')
  await page.keyboard.press('F3')
  await expect(page.getByRole('tab', { selected: true })).toContainText('别家')
  await expect.poll(focus).toBe('phone')
  await page.keyboard.press('F3')
  await expect(page.locator('#intake-saved')).toBeFocused()
  await office.hook({ event: 'hangup', ...call })
  await expect(page.getByRole('tab')).toHaveCount(2)
  await expect(page.getByRole('tab', { selected: true })).toContainText('别家')

  const missed = { callId: 'live-2', from: '13706415529', to: '4000008003' }
  await office.hook({ event: 'ring', ...missed })
  await office.hook({ event: 'hangup', ...missed })
  await page.getByRole('tab', { name: '总表' }).click()
  await page.getByRole('button', { name: '回拨' }).click()
  if (office.kind === 'browser') await expect(page.locator('iframe[src^="tel:"]')).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('tab')).toHaveCount(2)
  await page.keyboard.press('F2')
  await expect(page.getByRole('tab')).toHaveCount(3)
})
