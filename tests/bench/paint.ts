import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium, isRoot } from '../../build/machine.ts'
import { sampleCustomers } from '../../main/sample/people.ts'
import { ms, percentiles, table } from './measure.ts'
import { startSample } from './sample-station.ts'

/**
 * `npm run bench:paint -- [N]`: from the telephone system's event to the caller's card painted in a real browser, beside its
 * floor: the same event's hint over the same kind of stream to an empty card painted. Aim: p95 within 120 ms.
 */
const rings = Number(process.argv[2] ?? 50)
if (!Number.isInteger(rings) || rings < 5) {
  process.stderr.write('usage: npm run bench:paint -- [N], N from 5\n')
  process.exit(2)
}

/** What the page keeps for us: when it painted, by the clock both processes share (ms since 1970, with fractions). */
interface Watch {
  cardOf(name: string): Promise<number>
  emptyCard(): Promise<number>
}
declare global {
  interface Window {
    benchWatch: Watch
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gendan-paint-'))
const station = await startSample(folder)
const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: isRoot ? ['--no-sandbox'] : [],
})
try {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await page.goto(station.url)
  await page.getByLabel('登录名').fill('zhoumin')
  await page.getByLabel('密码').fill(station.password)
  await page.keyboard.press('Enter')
  await page.locator('[aria-keyshortcuts=F2]').first().waitFor()
  await page.evaluate('globalThis.__name = (named) => named') // what tsx leaves in the functions it compiles
  await page.evaluate(watchPaints)

  const [cards, empties]: [number[], number[]] = [[], []]
  for (let ring = -5; ring < rings; ring += 1) {
    const [name, , , number] = sampleCustomers[(ring + 5) % sampleCustomers.length]!
    const callId = `paint-${ring}`
    const painted = page.evaluate(
      (expected) => Promise.all([window.benchWatch.cardOf(expected), window.benchWatch.emptyCard()]),
      name,
    )
    await page.evaluate(() => undefined) // the watch stands before the telephone rings
    const from = performance.timeOrigin + performance.now()
    await station.hook({ event: 'ring', callId, from: number, to: '801' })
    const [card, empty] = await painted
    if (ring >= 0) {
      cards.push(card - from)
      empties.push(empty - from)
    }
    await station.hook({ event: 'hangup', callId, from: number, to: '801' })
    await page.waitForFunction(
      (gone) => ![...document.querySelectorAll('input')].some(({ value }) => value === gone),
      name,
    )
    await page.waitForTimeout(400) // what the change asked for is answered
  }
  const [card, floor] = [percentiles(cards), percentiles(empties)]
  process.stdout.write(`${rings} rings, sample company; ${cpus().length} cores, Chromium ${browser.version()}\n\n`)
  process.stdout.write(
    `${table([
      ['work', 'p50 ms', 'p95 ms', 'floor p50', 'floor p95', 'ratio p50', 'floor is'],
      [
        'ring → card painted',
        ms(card.p50),
        ms(card.p95),
        ms(floor.p50),
        ms(floor.p95),
        (card.p50 / floor.p50).toFixed(1),
        'hint over SSE + paint of an empty card',
      ],
    ])}\n`,
  )
} finally {
  await browser.close()
  await station.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Runs in the page: waits frame by frame for the card, and paints an empty one at the first hint of its own stream. */
function watchPaints(): void {
  const now = () => performance.timeOrigin + performance.now()
  const afterPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(now())
        port2.postMessage(null)
      })
    })
  const stream = new EventSource('/api/admin.changes')
  const isThere = (name: string) => [...document.querySelectorAll('input')].some(({ value }) => value === name)
  window.benchWatch = {
    cardOf: (name) =>
      new Promise((resolve) => {
        const look = () => (isThere(name) ? void afterPaint().then(resolve) : void requestAnimationFrame(look))
        look()
      }),
    emptyCard: () =>
      new Promise((resolve) => {
        stream.addEventListener(
          'message',
          () => {
            const card = document.createElement('div')
            card.style.cssText = 'position:fixed;right:0;bottom:0;width:20px;height:20px;outline:1px solid'
            document.body.append(card)
            void afterPaint().then((at) => {
              card.remove()
              resolve(at)
            })
          },
          { once: true },
        )
      }),
  }
}
