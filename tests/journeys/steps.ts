import { expect, type Page } from '@playwright/test'

/** Of everybody in a journey. */
export const password = 'journey-2026'

/** First run by keyboard: stoves, two years of warranty, an administrator, customers from a file. */
export async function firstRun(page: Page, start: 'sample' | 'import' | 'empty'): Promise<void> {
  await expect(page.getByRole('radiogroup')).toBeVisible()
  await page.getByRole('radio', { name: '简体中文' }).click()
  await page.keyboard.press('F9')
  await page.getByLabel('公司名称').fill('禾炊厨具')
  await page.getByLabel('分公司').fill('济南售后')
  await page.getByLabel('热线').fill('4000008003')
  await page.getByRole('radio', { name: /节能灶具/ }).click()
  await page.getByRole('textbox', { name: /月/ }).fill('24')
  await page.keyboard.press('F9')
  for (const text of ['葛雯', 'gewen', password, password]) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const starts = { sample: /样例/, import: /导入/, empty: /空白/ }
  await page.getByRole('radio', { name: starts[start] }).click()
  await page.keyboard.press('F9')
  await expect(page.getByTestId('recovery-key')).toHaveText(/^([0-9A-F]{4}-){15}[0-9A-F]{4}$/)
  // Loaded anew before it is written down, the key is there again.
  await page.reload()
  await expect(page.getByTestId('recovery-key')).toBeVisible()
  // Nothing behind it takes keys or focus.
  for (const key of ['F2', 'Escape', 'Escape', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']) {
    const before = page.url()
    await page.keyboard.press(key)
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => document.activeElement?.closest('#main, nav') === null)).toBe(true)
  }
  await expect(page.getByTestId('recovery-key')).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByTestId('recovery-key')).toBeHidden()
}

/** Adds a member through the API with the page's own session, and answers the id. */
export async function addMember(
  page: Page,
  member: { login: string; name: string; role: string; region?: string; extension?: string },
): Promise<string> {
  return page.evaluate(
    async ({ member, password }) => {
      const id = crypto.randomUUID()
      const answer = await fetch('/api/admin.saveMember', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, password, mustChangePassword: false, ...member }),
      })
      if (!answer.ok) throw new Error(await answer.text())
      return id
    },
    { member, password },
  )
}

/** By keyboard; ends when the menu stands. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** A question put to the station with the page's own session. */
export async function ask<Answer>(page: Page, path: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    async ({ path, input }) => {
      const answer = await fetch(`/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)
      return ((await answer.json()) as { result: { data: unknown } }).result.data
    },
    { path, input },
  ) as Promise<Answer>
}

/** Goes to a page of the app by its address behind the hash. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), hash)
}

/** Opens a register entry by hand, as soon as the intake page stands. */
export async function newEntry(page: Page): Promise<void> {
  await go(page, '#/intake')
  await expect(page.locator('[aria-keyshortcuts=F2]').first()).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.getByLabel('单位名称')).toBeVisible()
}
