import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './office.ts'
import { firstRun } from './steps.ts'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

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
  expect(await violations(page)).toEqual([])
  await area.selectOption('')
  await expect(total).toHaveText(`${all} 张`)
})

test('many tickets in one go: ticked by keys, told what will happen, each with its outcome, and taken back', async ({
  office,
}) => {
  test.slow() // two looks by axe
  const { page } = office
  await firstRun(page, 'sample')
  await page.goto(`${page.url().split('#')[0]}#/tickets/view/open`)
  const grid = page.getByRole('grid').first()
  await expect(grid.getByRole('row').nth(3)).toBeVisible()
  const listed = (await grid.getByRole('row').count()) - 1
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  const bar = page.getByRole('toolbar', { name: '已选的行' })
  await expect(bar).toContainText('已选 1 行')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('已选 3 行')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await grid.getByRole('row').nth(1).getByRole('checkbox').click()
  await grid
    .getByRole('row')
    .nth(4)
    .click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('已选 4 行')
  await grid.focus()
  await page.keyboard.press('Control+a')
  await expect(bar).toContainText(`已选 ${listed} 行`)
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(listed)

  await page.keyboard.press('Alt+d')
  const form = page.getByRole('region', { name: '成批派工' })
  await expect(form.getByRole('status').first()).toContainText('张不能')
  const cannot = Number(/(\d+) 张不能/.exec(await form.innerText())?.[1])
  expect(cannot).toBeGreaterThan(0)
  expect(cannot).toBeLessThan(listed)
  await expect(form.getByRole('listitem')).toHaveCount(cannot)
  await expect(form).toContainText('已经派给')
  await form.getByRole('textbox', { name: '约定上门' }).fill('明天 9-11')
  await expect(form).toContainText('晚于答应的时间')
  await office.picture('batch-form')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)

  await page.keyboard.press('Alt+n')
  const note = page.getByRole('region', { name: '成批记一句' })
  await note.getByRole('textbox', { name: '说明' }).fill('厂家通知：先查减压阀')
  await page.keyboard.press('F9')
  await expect(page.getByText(`成了 ${listed} 张，没成 0 张`)).toBeVisible()
  await expect(bar).toHaveCount(0)
  const result = page.getByRole('grid', { name: '成批记一句' })
  await result.getByRole('button', { name: /^收回/ }).first().click()
  await expect(result.getByRole('row').nth(1)).toContainText('已收回')
  await office.picture('batch-result')
  expect(await violations(page)).toEqual([])
  const number = await result.getByRole('row').nth(2).getByRole('gridcell').first().innerText()
  await page.keyboard.press('Escape')
  await expect(result).toHaveCount(0)
  await grid.getByRole('link', { name: number }).click()
  await expect(page.getByText('厂家通知：先查减压阀')).toBeVisible()
})

test('chosen rows that left the filter are named, and the file holds the chosen ones alone', async ({ office }) => {
  test.skip(office.kind === 'desktop', 'a desktop saves into a window of its system')
  const { page } = office
  await firstRun(page, 'sample')
  await page.goto(`${page.url().split('#')[0]}#/tickets/view/open`)
  const grid = page.getByRole('grid').first()
  const bar = page.getByRole('toolbar', { name: '已选的行' })
  await grid.getByRole('row').nth(1).getByRole('checkbox').click()
  await grid.getByRole('row').nth(2).getByRole('checkbox').click()
  const number = await grid.getByRole('row').nth(1).getByRole('link').innerText()
  await page.getByRole('searchbox').fill(number)
  await expect(grid.getByRole('row')).toHaveCount(2)
  await expect(bar).toContainText('已选 2 行')
  await expect(bar).toContainText('其中 1 行已不在这个条件里')
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Alt+e')
  await page.keyboard.press('Alt+1')
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines.join()).toContain(number)
  await bar.getByRole('button', { name: '去掉这些' }).click()
  await expect(bar).toContainText('已选 1 行')
})
