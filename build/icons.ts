import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium, isRoot } from './machine.ts'
import { at } from './places.ts'

/** Draws build/icons/icon.svg as the PNGs the installers and the tray use. Run by hand after changing the drawing. */
const drawing = readFileSync(at('build/icons/icon.svg'), 'utf8')
const executablePath = findChromium()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: isRoot ? ['--no-sandbox'] : [],
})
const page = await browser.newPage()
mkdirSync(at('build/icons'), { recursive: true })
for (const [name, side] of [
  ['icon', 1024],
  ['tray', 32],
  ['tray@2x', 64],
] as const) {
  await page.setViewportSize({ width: side, height: side })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${drawing}`)
  writeFileSync(at('build/icons', `${name}.png`), await page.screenshot({ omitBackground: true }))
}
await browser.close()
