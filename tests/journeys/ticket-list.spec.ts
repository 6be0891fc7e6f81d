import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './office.ts'
import { firstRun } from './steps.ts'

test('a supervisor asks a question of the tickets: sorted by a column, narrowed to a district, summed up', async ({
  office,
}) => {
  const { page } = office
  await firstRun(page, 'sample')
  await page.goto(`${page.url().split('#')[0]}#/tickets/view/all`)
  const grid = page.getByRole('grid')
  const total = page.locator('[role=status] strong')
  await expect(total).toHaveText(/^\d+ 张$/)
  const all = Number.parseInt(await total.innerText())
  expect(all).toBeGreaterThan(3)

  const customer = page.getByRole('columnheader', { name: '客户' })
  await customer.getByRole('button').click()
  await expect(customer).toHaveAttribute('aria-sort', 'ascending')
  const first = await grid.getByRole('row').nth(1).innerText()
  await customer.getByRole('button').click()
  await expect(customer).toHaveAttribute('aria-sort', 'descending')
  await expect(grid.getByRole('row').nth(1)).not.toHaveText(first)
  await customer.getByRole('button').click()
  await expect(customer).toHaveAttribute('aria-sort', 'none')

  const area = page.getByRole('combobox', { name: '区域' })
  await area.selectOption({ index: 1 })
  await expect(async () => expect(Number.parseInt(await total.innerText())).toBeLessThan(all)).toPass()
  const narrowed = Number.parseInt(await total.innerText())
  await expect(grid).toHaveAttribute('aria-rowcount', String(narrowed + 1))
  expect(
    (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([])
  await area.selectOption('')
  await expect(total).toHaveText(`${all} 张`)
})
