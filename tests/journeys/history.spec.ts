import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './office.ts'
import { ask, firstRun, go } from './steps.ts'

test('a change stands in the history with before and after, goes by Ctrl+Z and comes again by Ctrl+Y', async ({
  office,
}) => {
  const { page } = office
  await firstRun(page, 'sample')
  const { rows } = await ask<{ rows: { customerId: string }[] }>(page, 'tickets.list', { view: 'open' })
  await go(page, `#/customers/${rows[0]!.customerId}`)
  await page.getByRole('button', { name: '修改' }).first().click()
  await page.getByPlaceholder(/14:00/).fill('15:00–17:00')
  await page.keyboard.press('F9')
  await page.getByRole('tab', { name: '改动' }).click()
  const changes = page.getByRole('region', { name: '改动' })
  await expect(changes.getByText('15:00–17:00')).toHaveCount(1)
  await expect(changes.getByText('您刚改的')).toBeVisible()
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(page.getByText('已撤销 最好打')).toBeVisible()
  await expect(changes.getByText('15:00–17:00')).toHaveCount(2)
  await page.keyboard.press('Control+y')
  await expect(page.getByText('已重做 最好打')).toBeVisible()
  await expect(changes.getByText('15:00–17:00')).toHaveCount(3)
})
