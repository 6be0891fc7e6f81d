import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './office.ts'
import { firstRun } from './steps.ts'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

test('a member makes a list its own: columns by keyboard, a view by name, and begins with it', async ({ office }) => {
  test.slow() // two looks by axe
  const { page } = office
  await firstRun(page, 'sample')
  const base = page.url().split('#')[0] ?? ''
  await page.goto(`${base}#/tickets/view/all`)
  const heads = () => page.getByRole('columnheader').allInnerTexts()
  await expect(page.getByRole('columnheader', { name: '工单号' })).toBeVisible()

  await page.getByRole('button', { name: /^列 \d+ \/ \d+$/ }).press('Enter')
  const menu = page.getByRole('list', { name: '显示哪些列' })
  await expect(menu.getByRole('checkbox').first()).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Space') // the first column goes
  await menu.getByRole('checkbox', { name: '区域' }).press('Space')
  await expect.poll(async () => (await heads()).at(-1)).toBe('区域')
  await menu.getByRole('checkbox', { name: '区域' }).press('Alt+ArrowUp')
  await expect.poll(async () => (await heads()).at(-2)).toBe('区域')
  expect((await heads())[0]).toBe('工单号')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect.poll(async () => (await heads()).at(-2)).toBe('区域')

  await page.getByRole('columnheader', { name: '客户' }).getByRole('button').click()
  await page.getByRole('combobox', { name: '受理' }).selectOption({ index: 3 })
  await page.keyboard.press('Alt+S')
  await page.getByRole('textbox', { name: '视图名称' }).fill('近一月按客户')
  await page.getByRole('checkbox', { name: '大家共用' }).check()
  expect(await violations(page)).toEqual([])
  await page.getByRole('textbox', { name: '视图名称' }).press('Enter')
  await expect(page.getByRole('tab', { name: '近一月按客户' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('checkbox', { name: '打开时先看这个' }).check()

  await page.goto(`${base}#/board`)
  await page.getByRole('link', { name: '工单' }).click()
  await expect(page.getByRole('tab', { name: '近一月按客户' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('columnheader', { name: '客户' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('combobox', { name: '受理' })).toHaveValue('month')

  await page.getByRole('columnheader', { name: '客户' }).getByRole('button').click()
  await expect(page.getByText('条件改过')).toBeVisible()
  await page.getByRole('button', { name: '还原' }).click()
  await expect(page.getByRole('columnheader', { name: '客户' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('button', { name: '删掉' }).click()
  await expect(page.getByRole('tab', { name: '近一月按客户' })).toHaveCount(0)
})
