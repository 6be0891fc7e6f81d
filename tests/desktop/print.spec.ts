import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type Desktop, test } from './desktop.ts'

const half = { width: 241_000, height: 140_000 }

/** Plays the paper's part: draws `pages` sheets of 241 × 140 mm in the hidden window, then says it is ready. */
async function drawPaper(hidden: Page, pages: number, text: string): Promise<void> {
  await hidden.waitForLoadState()
  await hidden.evaluate(
    ([count, content]) => {
      const style = document.createElement('style')
      style.textContent = '@page { size: 241mm 140mm; margin: 0 } section { break-after: page; height: 100mm }'
      const sheets = Array.from({ length: Number(count) }, (_, at) => {
        const sheet = document.createElement('section')
        sheet.textContent = `${content} ${at + 1}`
        return sheet
      })
      document.head.append(style)
      document.body.replaceChildren(...sheets)
      document.body.dataset.paperReady = ''
    },
    [pages, text] as const,
  )
}

/** The hidden window once it has loaded the paper at `path`; it serves job after job. */
async function paperWindow({ app }: Desktop, path: string): Promise<Page> {
  const find = () => app.windows().find((page) => page.url().endsWith(path))
  await expect.poll(() => Boolean(find())).toBe(true)
  return find() as Page
}

async function whilePrinting(desktop: Desktop, path: string, text: string, pages = 1): Promise<void> {
  await drawPaper(await paperWindow(desktop, path), pages, text)
}

/** What a program of poppler-utils prints. */
function tool(name: string, ...words: string[]): string {
  return execFileSync(name, words, { encoding: 'utf8' })
}

/** Page sizes in millimetres, as pdfinfo reads them. */
function pageSizes(file: string): string[] {
  const told = tool('pdfinfo', '-f', '1', '-l', '9', file)
  return [...told.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) =>
    [width, height].map((points) => ((Number(points) / 72) * 25.4).toFixed(0)).join(' x '),
  )
}

test('a sheet becomes a PDF of exactly 241 × 140 mm, in a window nobody sees', async ({ desktop }) => {
  const drawn = whilePrinting(desktop, '#/print/preview', 'half sheet', 2)
  const bytes = await desktop.page.evaluate(
    async (page) => [...((await window.gendanHost?.previewPdf({ path: '#/print/preview', page })) ?? [])],
    half,
  )
  await drawn
  const shown = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible()),
  )
  expect(shown.filter(Boolean)).toHaveLength(1)
  const file = join(desktop.folder, 'sheet.pdf')
  writeFileSync(file, Buffer.from(bytes))
  expect(pageSizes(file)).toEqual(['241 x 140', '241 x 140'])
  expect(tool('pdftotext', file, '-')).toContain('half sheet 2')
})

test('a PDF goes where the member says and nowhere else', async ({ desktop }) => {
  const file = join(desktop.folder, 'chosen.pdf')
  const answerDialogs = (filePath: string) =>
    desktop.app.evaluate(({ dialog }, chosen) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked })
      dialog.showSaveDialog = async (...given: unknown[]) => {
        asked.push(given.at(-1))
        return { canceled: chosen === '', filePath: chosen }
      }
    }, filePath)
  const save = () =>
    desktop.page.evaluate(
      (page) => window.gendanHost?.savePdf({ path: '#/print/saved', page, fileName: '../../a/派工单:1.pdf' }),
      half,
    )
  await answerDialogs('')
  expect(await save()).toBeNull()
  await answerDialogs(file)
  const drawn = whilePrinting(desktop, '#/print/saved', 'saved')
  expect(await save()).toEqual({ path: file })
  await drawn
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  const asked = await desktop.app.evaluate(() => (globalThis as unknown as { asked: { defaultPath: string }[] }).asked)
  expect(asked.map(({ defaultPath }) => defaultPath)).toEqual(['.. .. a 派工单 1.pdf'])
})

test('a form goes to its own printer without a dialog, copies and paper as asked', async ({ desktop }) => {
  const choice = { printer: 'OKI_5330', offsetX: -1_500, offsetY: 800 }
  await desktop.page.evaluate((kept) => window.gendanHost?.rememberPrinter('F11', kept), choice)
  expect(await desktop.page.evaluate(() => window.gendanHost?.printerOf('F11'))).toEqual(choice)
  expect(await desktop.page.evaluate(() => window.gendanHost?.printerOf('F12'))).toBeNull()

  const printed = desktop.page.evaluate(
    (page) => window.gendanHost?.print({ path: '#/print/sheet', page, formId: 'F11', copies: 3, scale: 0.25 }),
    half,
  )
  const hidden = await paperWindow(desktop, '#/print/sheet')
  const frame = await desktop.app.browserWindow(hidden)
  await frame.evaluate(({ webContents }) => {
    webContents.print = (options: unknown, done: (isPrinted: boolean, reason: string) => void) => {
      Object.assign(globalThis, { printed: options })
      done(true, '')
    }
  })
  await drawPaper(hidden, 1, 'to the printer')
  expect(await printed).toBe('printed')
  expect(await desktop.app.evaluate(() => (globalThis as unknown as { printed: object }).printed)).toEqual({
    silent: true,
    deviceName: 'OKI_5330',
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: half,
    landscape: false,
    copies: 3,
    scaleFactor: 25,
  })
})

test('printers are listed, and a job that is none is refused', async ({ desktop: { page } }) => {
  expect(Array.isArray(await page.evaluate(() => window.gendanHost?.printers()))).toBe(true)
  const tryPath = (path: string) =>
    page.evaluate(
      ([address, paper]) =>
        window.gendanHost?.previewPdf({ path: address, page: paper }).then(
          () => 'drawn',
          () => 'refused',
        ),
      [path, half] as const,
    )
  for (const path of ['https://example.com/', '/index.html', '#/a b', '@example.com/#/x']) {
    expect(await tryPath(path)).toBe('refused')
  }
})
