import { expect, type Page } from '@playwright/test'
import { test } from './office.ts'
import { ask, firstRun, go, newEntry } from './steps.ts'

/** A ticket nobody is sent to yet; answers its id. */
async function openTicket(page: Page): Promise<string> {
  await newEntry(page)
  await page.getByLabel('单位名称').fill('鲁小灶面馆')
  await page.getByLabel('联系电话').fill('13706415528')
  await page.getByLabel('产品类型').fill('单头低汤灶')
  await page.getByLabel('购买日期').fill('2025-03-18')
  await page.getByLabel('故障现象').fill('炉头不着')
  await page.getByLabel('单位地址').fill('济南市市中区经十一路38号')
  await page.getByRole('radio', { name: '停伙' }).click()
  await page.keyboard.press('F9')
  await expect(page.getByText(/GD\d{8}-0001/).first()).toBeVisible()
  const { rows } = await ask<{ rows: { id: string }[] }>(page, 'tickets.list', { view: 'open' })
  return rows[0]?.id ?? ''
}

test('what is typed into a step outlives Esc, a reload and a silent station, and is never filled in unasked', async ({
  office,
}) => {
  test.setTimeout(120_000)
  const { page } = office
  await firstRun(page, 'empty')
  const ticketId = await openTicket(page)
  await go(page, `#/tickets/${ticketId}`)
  const measure = page.getByRole('textbox', { name: '维修措施' })
  /** F11 once the page says what it does. */
  const dispatch = async () => {
    await expect(page.locator('[aria-keyshortcuts=F11]', { hasText: '派工' })).toBeVisible()
    await page.keyboard.press('F11')
  }
  const draftLine = page.getByRole('status').filter({ hasText: '草稿' })

  await test.step('Esc folds the form up and keeps it', async () => {
    await dispatch()
    await measure.fill('换点火针')
    await page.keyboard.press('Escape')
    await expect(measure).toBeHidden()
    await expect(page.locator('[aria-keyshortcuts=F11]')).toContainText('草稿')
    await dispatch()
    await expect(measure).toHaveValue('换点火针')
    await expect(draftLine).toBeVisible()
    await office.picture('step-draft')
  })

  await test.step('a reload loses nothing', async () => {
    await measure.fill('换点火针，清火孔')
    await page.reload()
    await dispatch()
    await expect(measure).toHaveValue('换点火针，清火孔')
  })

  await test.step('thrown away it is gone, and comes back when asked', async () => {
    await page.getByRole('button', { name: '丢弃草稿' }).click()
    await expect(measure).toHaveValue('')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(measure).toHaveValue('换点火针，清火孔')
  })

  await test.step('once the ticket went on, the draft waits to be asked for', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+C')
    await page.getByRole('textbox', { name: '说明' }).fill('客人急')
    await page.keyboard.press('F9')
    await expect(page.getByText('催过 1 次').first()).toBeVisible()
    await dispatch()
    await expect(draftLine).toContainText('工单后来有变动')
    await expect(measure).toHaveValue('')
    await office.picture('step-draft-stale')
    await page.getByRole('button', { name: '填进来' }).click()
    await expect(measure).toHaveValue('换点火针，清火孔')
    await page.keyboard.press('Escape')
  })

  await test.step('a silent station saves nothing and says so; the form stays', async () => {
    await page.keyboard.press('Alt+X')
    await page.getByRole('textbox', { name: '原因' }).fill('客户自己修好了')
    await office.kill()
    if (office.kind === 'browser') {
      await page.keyboard.press('F9')
      await expect(page.getByRole('alert').filter({ hasText: '没有保存' })).toBeVisible()
      await office.picture('step-not-saved')
    }
    await office.restart()
    await expect(async () => {
      await page.keyboard.press('F9')
      await expect(page.getByText('已取消').first()).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    await page.reload()
    await expect(page.getByText('已取消').first()).toBeVisible()
    await expect(page.getByText('草稿')).toBeHidden()
  })
})
