import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FormSheet } from '../../renderer/kit/FormGrid/FormSheet.tsx'
import { pageRule, printPage } from '../../renderer/kit/FormGrid/print-document.ts'
import type { SheetInk } from '../../shared/forms/ink.ts'

const css = readFileSync(fileURLToPath(new URL('../../renderer/kit/FormGrid/FormSheet.css', import.meta.url)), 'utf8')

/** A whole document of one sheet, as a print host would hold it. */
export function documentOf(sheet: SheetInk, target: 'screen' | 'print' = 'print'): string {
  const markup = renderToStaticMarkup(createElement(FormSheet, { sheet, target }))
  const style = `${css}\n${target === 'print' ? pageRule(sheet.paper) : ''}`
  return `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${markup}</body></html>`
}

/** The browser that prints. */
export const startPress = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] })

/** Prints to a PDF file the way the desktop does: exact page size, a quarter of the size it was laid out in. */
export async function printTo(page: Page, sheet: SheetInk, file: string): Promise<void> {
  const { scale, preferCSSPageSize } = printPage(sheet.paper)
  await page.setContent(documentOf(sheet))
  writeFileSync(file, await page.pdf({ scale, preferCSSPageSize, printBackground: false }))
}

/** What a command of poppler prints. */
export const tool = (name: string, ...args: string[]): string => execFileSync(name, args, { encoding: 'utf8' })

/** What of the document stands outside its cell: one line each, none when all is well. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const slack = 0.75
    // Half the padding at print size: a fallback face (emoji) may be taller than its line without moving it.
    const padding = 8
    const found: string[] = []
    const boxes = '.gd-cell, .gd-block-head, .gd-head, .gd-entries, .gd-foot, .gd-page'
    for (const box of document.querySelectorAll<HTMLElement>(boxes)) {
      const room = box.getBoundingClientRect()
      const name = `${box.className}: ${box.textContent.slice(0, 30)}`
      const isCell = box.classList.contains('gd-cell')
      if (isCell && (box.scrollHeight > box.clientHeight + padding || box.scrollWidth > box.clientWidth + 1))
        found.push(`${name} scrolls ${box.scrollWidth}×${box.scrollHeight} in ${box.clientWidth}×${box.clientHeight}`)
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode()) {
        range.selectNodeContents(walker.currentNode)
        const parent = walker.currentNode.parentElement
        const em = parent ? Number.parseFloat(getComputedStyle(parent).fontSize) : 0
        const upright = parent !== null && getComputedStyle(parent).writingMode === 'horizontal-tb'
        for (const text of range.getClientRects()) {
          // A face's ascent and descent reach beyond its line; the letters are the em square in the middle.
          const beyond = upright ? Math.max(0, (text.height - em) / 2) : 0
          if (
            text.top + beyond < room.top - slack ||
            text.bottom - beyond > room.bottom + slack ||
            text.left < room.left - slack ||
            text.right > room.right + slack
          )
            found.push(`${name} stands out of its box`)
        }
      }
    }
    for (const body of document.querySelectorAll<HTMLElement>('.gd-body')) {
      const foot = body.parentElement?.querySelector('.gd-foot')
      if (foot && body.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + slack)
        found.push('body over foot')
    }
    for (const entries of document.querySelectorAll('.gd-head')) {
      const [left, middle, code] = ['.gd-entries', '.gd-middle', '.gd-code-place'].map((one) =>
        entries.querySelector(one)?.getBoundingClientRect(),
      )
      const under = entries.getAttribute('data-arrangement') === 'under'
      if (under && left && middle && middle.bottom > left.top + 6) found.push('title over head line')
      if (code && middle && middle.right > code.left) found.push('title over code')
      if (!under && left && middle && left.right > middle.left + slack) found.push('entries over title')
    }
    return [...new Set(found)]
  })
