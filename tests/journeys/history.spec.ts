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

test('the audit is searched, narrowed to one thing, left for its page and come back to', async ({ office }) => {
  const { page } = office
  await firstRun(page, 'sample')
  const { rows } = await ask<{ rows: { customerId: string; customerName: string }[] }>(page, 'tickets.list', {
    view: 'open',
  })
  const { customerId, customerName } = rows[0]!
  await go(page, `#/customers/${customerId}`)
  await page.getByRole('button', { name: '修改' }).first().click()
  await page.getByPlaceholder(/14:00/).fill('15:00–17:00')
  await page.keyboard.press('F9')
  await go(page, '#/settings/audit')
  const audit = page.getByRole('tabpanel', { name: '审计' })
  const search = audit.getByPlaceholder(/序号、做了什么/)
  await search.fill(customerName)
  const entry = audit.getByRole('row').filter({ hasText: customerName }).first()
  await expect(entry).toContainText('改')
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await entry.dblclick()
  await expect(audit.getByText(`只看这一个：`)).toContainText(customerName)
  await audit.getByRole('button', { name: '打开它的页面' }).click()
  await expect(page).toHaveURL(new RegExp(customerId))
  await page.goBack()
  await expect(audit.getByText('只看这一个：')).toContainText(customerName)
  await audit.getByRole('button', { name: '看全部' }).click()
  await search.fill('没有人说过的话')
  await expect(audit.getByText('没有这样的记录')).toBeVisible()
})
