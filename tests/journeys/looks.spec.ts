import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './office.ts'
import { ask, firstRun, go } from './steps.ts'

const languages = ['zh-CN', 'zh-TW', 'en'] as const
const themes = ['light', 'dark'] as const

test('every screen in three languages and both themes: pictures kept, axe finds nothing', async ({ office }) => {
  test.setTimeout(600_000)
  const { page } = office
  await firstRun(page, 'sample')
  const { rows } = await ask<{ rows: { id: string; customerId: string }[] }>(page, 'tickets.list', { view: 'open' })
  const [ticket] = rows
  const screens: Record<string, string> = {
    intake: '#/intake',
    board: '#/board',
    tickets: '#/tickets',
    ticket: `#/tickets/${ticket?.id}`,
    sheets: '#/sheets',
    customers: '#/customers',
    customer: `#/customers/${ticket?.customerId}`,
    import: '#/customers/import',
    settings: '#/settings',
  }
  for (const theme of themes) {
    for (const language of languages) {
      await page.evaluate(
        ([language, theme]) => {
          localStorage.setItem('gendan.language', language)
          localStorage.setItem('gendan.scheme', theme)
        },
        [language, theme] as const,
      )
      await page.reload()
      for (const [name, hash] of Object.entries(screens)) {
        await go(page, hash)
        await untilDrawn(page)
        await office.picture(`${name}-${language}-${theme}`)
        if (language === 'zh-CN') expect(await findings(page), `${name} in ${theme}`).toEqual([])
      }
    }
  }
})

/** The page has its content and says the same thing twice in a row. */
async function untilDrawn(page: Page): Promise<void> {
  let before = ''
  const drawn = async () => {
    const now = await page.locator('main').innerText()
    const isSame = now === before && now.length > 30
    before = now
    return isSame
  }
  await expect.poll(drawn, { intervals: [300], timeout: 15_000 }).toBe(true)
}

/** In the page alone: a desktop window opens no page of its own for the tool. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}
