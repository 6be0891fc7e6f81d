import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FormSheet, type FieldPlace } from '../../renderer/kit/FormGrid/FormSheet.tsx'
import { printPage } from '../../renderer/kit/FormGrid/print-document.ts'
import { forms, type FormId } from '../../shared/forms/catalog.ts'
import { layoutForm } from '../../shared/forms/fill.ts'
import { fillModes, type FillMode, type FormRecord, type PaperId } from '../../shared/forms/grammar.ts'
import type { SheetInk } from '../../shared/forms/ink.ts'
import { papers } from '../../shared/forms/papers.ts'
import { languages, type Language } from '../../shared/kit/words.ts'
import { pairwise } from '../kit/pairwise.ts'
import { documentOf, overflowing, printTo, startPress, tool } from './press.ts'
import { dispatchRecord, hostile, print, serviceRecord } from './samples.ts'

const each = [
  ['F01', 'a4', 1],
  ['F01', '241x140', 2],
  ['F11', 'a4', 1],
  ['F11', '241x140', 1],
] as const

function lay(
  id: FormId,
  paper: PaperId,
  mode: FillMode,
  over: FormRecord = {},
  language: Language = 'zh-CN',
): SheetInk {
  const record = id === 'F01' ? serviceRecord : dispatchRecord
  return layoutForm(forms[id], paper, mode === 'blank' ? null : { ...record, ...over }, mode, { ...print, language })
}

let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'gendan-print-'))

beforeAll(async () => {
  browser = await startPress()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(each)('%s on %s', (id, paper, pages) => {
  it.each(fillModes)('prints %s at the exact size, on its pages, with its fonts', async (mode) => {
    const file = join(folder, `${id}-${paper}-${mode}.pdf`)
    await printTo(page, lay(id, paper, mode), file)
    expect(await overflowing(page)).toEqual([])
    const info = tool('pdfinfo', file)
    expect(Number(/^Pages: +(\d+)/mu.exec(info)?.[1])).toBe(pages)
    const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+)/mu.exec(info) ?? []
    expect(Math.abs((Number(width) * 25.4) / 72 - papers[paper].widthMm)).toBeLessThan(0.5)
    expect(Math.abs((Number(height) * 25.4) / 72 - papers[paper].heightMm)).toBeLessThan(0.5)
    const fonts = tool('pdffonts', file).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/ yes (yes|no) +(yes|no) +\d+ +\d+$/u)
    const text = tool('pdftotext', '-layout', file, '-')
    expect(text).toContain('禾炊厨具')
    expect(text).toContain('周敏')
    if (mode === 'blank') expect(text).not.toContain('赵桂兰')
    else for (const known of ['赵桂兰', '138 1234 5678', 'HC-D80', '李志强']) expect(text).toContain(known)
    if (mode === 'complete') expect(text).toContain('先导火管积碳堵塞')
  })
  it.each(languages)('keeps a 40-character firm and every label inside in %s', async (language) => {
    const company = {
      name: '济南市禾炊厨具设备制造安装维修服务有限责任公司槐荫区青禾路售后总部',
      branch: '济南售后',
      hotline: '4000008003',
    }
    const record = id === 'F01' ? serviceRecord : dispatchRecord
    await page.setContent(documentOf(layoutForm(forms[id], paper, record, 'half', { ...print, company, language })))
    expect(await overflowing(page)).toEqual([])
  })
})

const nothingKnown = 'nothing known'

// Every two of paper, mode and text meet; with GENDAN_MATRIX=full all three do.
it.each(
  pairwise({
    sheet: each.map(([id, paper]) => `${id} ${paper}` as const),
    mode: ['half', 'complete'] as const,
    text: [...Object.keys(hostile), nothingKnown],
  }),
)('$sheet, $mode: keeps $text inside its cells', async ({ sheet, mode, text }) => {
  const [id, paper] = each.find(([id, paper]) => `${id} ${paper}` === sheet) ?? each[0]
  const over = hostile[text]
  const ink = over ? lay(id, paper, mode, over) : layoutForm(forms[id], paper, {}, mode, print)
  await page.setContent(documentOf(ink))
  expect(await overflowing(page)).toEqual([])
})

describe('lines and codes', () => {
  it.each([
    ['a4', 0.53, 0.265],
    ['241x140', 0.6, 0.4],
  ] as const)('on %s the outer line is %d mm, the inner %d mm', async (paper, outer, inner) => {
    await page.setContent(documentOf(lay('F11', paper, 'half')))
    const mm = await page.evaluate(() => {
      const width = (selector: string): number =>
        Number.parseFloat(getComputedStyle(document.querySelector(selector) as Element).borderLeftWidth) /
        4 /
        (96 / 25.4)
      return [width('.gd-body'), width('.gd-cell + .gd-cell')]
    })
    expect(Math.abs((mm[0] ?? 0) - outer)).toBeLessThan(0.04)
    expect(Math.abs((mm[1] ?? 0) - inner)).toBeLessThan(0.04)
  })
  it.each([
    ['F11', '241x140', 52, 9],
    ['F01', 'a4', 18, 18],
  ] as const)('%s on %s carries its code at the top right with its quiet zone', async (id, paper, width, height) => {
    await page.setContent(documentOf(lay(id, paper, 'half')))
    const at = await page.evaluate(() => {
      const box = (selector: string): DOMRect => (document.querySelector(selector) as Element).getBoundingClientRect()
      const [code, sheet, middle, body] = ['.gd-code', '.gd-page', '.gd-middle h1', '.gd-body'].map(box)
      const mm = (px: number): number => px / 4 / (96 / 25.4)
      return {
        width: mm(code!.width),
        height: mm(code!.height),
        right: mm(sheet!.right - code!.right),
        left: mm(code!.left - middle!.right),
        below: mm(body!.top - code!.bottom),
        modules: (document.querySelector('.gd-code path')?.getAttribute('d') ?? '').length,
      }
    })
    expect(at.width).toBeCloseTo(width, 1)
    expect(at.height).toBeCloseTo(height, 1)
    expect(at.right).toBeCloseTo(papers[paper].margin.right, 1)
    expect(at.left).toBeGreaterThan(3.5)
    expect(at.below).toBeGreaterThan(id === 'F01' ? 3.3 : 2)
    expect(at.modules).toBeGreaterThan(200)
  })
})

describe('on screen', () => {
  it('is the same layout at 4.2 px a millimetre', async () => {
    await page.setContent(documentOf(lay('F01', 'a4', 'half'), 'screen'))
    const width = await page.evaluate(() => document.querySelector('.gd-page')?.getBoundingClientRect().width)
    expect(width).toBeCloseTo(882, 0)
  })
  it('offers every field of the sheet a place for an input', () => {
    const seen = new Set<string>()
    const renderField = (place: FieldPlace) => {
      seen.add(place.field)
      return createElement('input', { 'aria-label': place.field, defaultValue: place.text })
    }
    const sheet = lay('F11', 'a4', 'complete')
    const markup = renderToStaticMarkup(createElement(FormSheet, { sheet, target: 'screen', renderField }))
    const inHead = ['dispatchNo', 'dispatchedAt', 'dispatcherName']
    expect([...seen, ...inHead].sort()).toEqual(Object.keys(forms.F11.fields).sort())
    expect(markup).toContain('aria-label="symptom"')
    expect(markup).not.toContain('<script')
  })
})

it.each([
  ['a4', 210_000, 297_000, 8.2677, 11.6929],
  ['241x140', 241_000, 140_000, 9.4882, 5.5118],
] as const)('tells a print host the size of %s in its own units', (paper, width, height, inchWidth, inchHeight) => {
  const host = printPage(papers[paper])
  expect(host.microns).toEqual({ width, height })
  expect(host.inches.width).toBeCloseTo(inchWidth, 3)
  expect(host.inches.height).toBeCloseTo(inchHeight, 3)
  expect(host).toMatchObject({ scale: 0.25, scaleFactor: 25, margins: { marginType: 'none' }, preferCSSPageSize: true })
})
