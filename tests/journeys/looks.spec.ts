import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { pairwise } from '../kit/pairwise.ts'
import { test } from './office.ts'
import { ask, firstRun, go } from './steps.ts'

const isFull = process.env.GENDAN_MATRIX === 'full'
const languages = ['zh-CN', 'zh-TW', 'en']
const sizes = { small: { width: 1366, height: 768 }, large: { width: 2560, height: 1440 } }

/** Screens by feature, each by its address; `{ticket}` and `{customer}` are of an open case of the sample company. */
const screensOf: Record<string, Record<string, string>> = {
  intake: { intake: '#/intake' },
  tickets: { board: '#/board', tickets: '#/tickets', ticket: '#/tickets/{ticket}' },
  sheets: { sheets: '#/sheets' },
  customers: { customers: '#/customers', customer: '#/customers/{customer}', import: '#/customers/import' },
  admin: { settings: '#/settings' },
}

/** A desktop shows the same pages: there it is its window that is looked at, on three of them. */
const screensOfWindow = {
  window: { intake: '#/intake', ticket: '#/tickets/{ticket}', settings: '#/settings' },
}

/** In `npm test` every two of screen, language, theme and size meet; `npm run looks` walks the whole matrix. */
for (const [feature, screens] of Object.entries(process.env.GENDAN_APP ? screensOfWindow : screensOf))
  test(`the screens of ${feature} in every language, both themes and sizes: pictures kept, axe finds nothing`, async ({
    office,
  }) => {
    test.setTimeout(600_000)
    const { page } = office
    await firstRun(page, 'sample')
    const { rows } = await ask<{ rows: { id: string; customerId: string }[] }>(page, 'tickets.list', { view: 'open' })
    const isBrowser = office.kind === 'browser'
    const looks = pairwise({
      screen: Object.keys(screens),
      language: isBrowser ? languages : ['zh-CN'],
      theme: ['light', 'dark'],
      size: (isBrowser ? ['small', 'large'] : ['small']) as (keyof typeof sizes)[],
    })
    for (const { screen, language, theme, size } of looks) {
      await page.evaluate(
        ([language, theme]) => {
          localStorage.setItem('gendan.language', language)
          localStorage.setItem('gendan.scheme', theme)
        },
        [language, theme] as const,
      )
      if (isBrowser) await page.setViewportSize(sizes[size])
      const address = (screens as Record<string, string>)[screen] ?? ''
      await go(page, address.replace('{ticket}', rows[0]!.id).replace('{customer}', rows[0]!.customerId))
      await page.reload()
      await untilDrawn(page)
      await office.picture(`${screen}-${language}-${theme}-${size}`)
      // What axe looks for hangs on words and colours; at the other size it is asked when all is walked.
      if (size === 'small' || isFull)
        expect(await findings(page), `${screen} in ${language}, ${theme}, ${size}`).toEqual([])
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
