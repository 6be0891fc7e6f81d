import { expect } from '@playwright/test'
import { test } from './office.ts'
import { addMember, ask, firstRun, go, password, signIn } from './steps.ts'

interface PolicyNow {
  policy: { name: Record<string, string>; clocks: { clock: string; limitMinutes: number }[]; faults: unknown[] }
}
const assignOf = ({ policy }: PolicyNow) => policy.clocks.find(({ clock }) => clock === 'assign')?.limitMinutes

test('a supervisor changes the ten minutes to fifteen from tomorrow, sees the preview, and takes it back', async ({
  office,
}) => {
  test.skip(office.kind === 'desktop', 'the seat is the same page')
  test.setTimeout(120_000)
  await firstRun(office.page, 'sample')
  await addMember(office.page, { login: 'liuxm', name: '刘雪梅', role: 'supervisor' })
  const page = await office.secondSeat()
  await signIn(page, 'liuxm')
  await go(page, '#/settings/policies')

  const limit = page.getByLabel('派工的期限')
  await expect(limit).toHaveValue('10 分钟')
  await limit.fill('15 分钟')
  await limit.press('Enter')
  await expect(page.getByText('原 10 分钟')).toBeVisible()
  await expect(page.getByRole('radio', { name: /明天 .* 起/ })).toHaveAttribute('aria-checked', 'true')
  await expect(page.getByRole('region', { name: '现在会变什么' }).getByRole('status')).toContainText(/在办 \d+ 件/)
  await office.picture('policies', page)

  await page.keyboard.press('F9')
  await expect(page.getByText('第 2 版 · 待生效')).toBeVisible()
  expect(assignOf(await ask<PolicyNow>(page, 'admin.policy', { id: null }))).toBe(10)
  await page.getByRole('button', { name: '改 1 处' }).last().click()
  await expect(page.getByRole('group', { name: '时限' })).toContainText('派工 期限10 分钟 → 15 分钟')
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByText('请写原因')).toBeVisible()
  await page.keyboard.type('再想想')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^退回 .* 刘雪梅 再想想$/)).toBeVisible()
  await expect(page.getByText('第 2 版 · 已退回')).toBeVisible()
  await expect(limit).toHaveValue('10 分钟')

  const year = new Date().getFullYear() + 1
  await page.getByRole('button', { name: '值班与假日' }).click()
  await page.getByRole('button', { name: `录入 ${year} 年的通知` }).click()
  await page
    .getByRole('textbox', { name: '通知', exact: true })
    .fill(`一、元旦：${year}年1月1日至3日放假，共3天。1月9日上班。`)
  await expect(page.getByText('放假 3 天，调休上班 1 天')).toBeVisible()
  await expect(page.getByText(`法定假日没有写：${year}-05-01`)).toBeVisible()
  await page.getByRole('button', { name: '照此改' }).click()
  await expect(page.getByText(`${year} 年通知`)).toBeVisible()
  await expect(page.getByText('照国务院通知')).toHaveCount(2)
  await office.picture('holidays', page)
  await page.getByRole('button', { name: '退回', exact: true }).first().click()
  await expect(page.getByText('照国务院通知')).toHaveCount(1)

  await page.getByRole('button', { name: '片区', exact: true }).click()
  await page.getByLabel('本地区号').fill('0531')
  await page.getByRole('button', { name: '加一条' }).click()
  await page.getByLabel('名称').fill('城西')
  await page.getByLabel('区县、街道、小区（逗号隔开）').fill('槐荫区、市中区 英雄山路')
  const effect = page.getByRole('region', { name: '现在会变什么' })
  await expect(effect).toContainText('没写区号的 8888 1234：原读作 读不出，改后读作 0531 8888 1234')
  await expect(effect).toContainText(/\d+ 件未结工单换片区/)
  await office.picture('areas', page)
  await page.getByRole('button', { name: '用户类别' }).click()
  await page.getByRole('button', { name: '停用 特殊用户' }).click()
  await expect(page.getByRole('button', { name: '恢复 特殊用户' })).toBeVisible()
  await office.picture('categories', page)
})

test('a firm that fits no trade starts blank and makes a trade of its own', async ({ office }) => {
  test.skip(office.kind === 'desktop', 'the seat is the same page')
  test.setTimeout(120_000)
  const { page } = office
  await expect(page.getByRole('radiogroup')).toBeVisible()
  await page.getByRole('radio', { name: '简体中文' }).click()
  await page.keyboard.press('F9')
  await page.getByLabel('公司名称').fill('青石修琴行')
  await page.getByRole('radio', { name: /空白/ }).click()
  await page.keyboard.press('F9')
  for (const text of ['葛雯', 'gewen', password, password]) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('radio', { name: /空白/ }).click()
  await page.keyboard.press('F9')
  await expect(page.getByTestId('recovery-key')).toBeVisible()
  await page.keyboard.press('F9')

  await go(page, '#/settings/policies')
  await page.getByRole('button', { name: '联系、接听、保修' }).click()
  await page.getByLabel('行业名称').fill('修琴')
  await page.getByRole('button', { name: '常见故障' }).click()
  await page.getByRole('button', { name: '加一条' }).click()
  await page.keyboard.press('F9')
  await expect(page.getByText('还没有取名')).toBeVisible()
  // A new line has the focus with its text selected: typing names it.
  await page.keyboard.type('跑音')
  await page.getByRole('radio', { name: '现在' }).click()
  await page.keyboard.press('F9')
  await expect(page.getByText('第 2 版 · 在用')).toBeVisible()
  await expect(page.getByRole('form', { name: '常见故障' })).toBeVisible()
  const now = await ask<PolicyNow>(page, 'admin.policy', { id: null })
  expect(now.policy.name['zh-CN']).toBe('修琴')

  await go(page, '#/intake')
  await expect(page.locator('[aria-keyshortcuts=F2]').first()).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.getByRole('radio', { name: '跑音' })).toBeVisible()
})
