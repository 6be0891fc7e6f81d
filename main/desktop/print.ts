import { writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog, type WebContents } from 'electron'
import type { HostPrinter, HostPrintJob, HostPrintOutcome } from '../../shared/kit/host-bridge.ts'
import { seenText } from '../../shared/kit/seen-text.ts'
import { seatOrigin } from './channels.ts'
import { pagePreferences } from './guards.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

const drawWithinMs = 20_000
const keepWindowMs = 30_000
const micrometresPerInch = 25_400

/**
 * Waits until the paper is drawn: the page marks it with `data-paper-ready` on any element,
 * the fonts are loaded and every picture is there. Answers false when it is not within the time.
 */
const untilDrawn = `(async () => {
  const end = performance.now() + ${drawWithinMs}
  while (!document.querySelector('[data-paper-ready]')) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  return true
})()`

/** Everything this desktop prints goes through here. */
export interface Printing {
  /** Prints a page without leaving the screen: silently where the printer is known, else with the dialog of the system. */
  print(job: HostPrintJob): Promise<HostPrintOutcome>
  /** The job as PDF. Throws when the page does not draw its paper in time. */
  pdf(job: HostPrintJob): Promise<Uint8Array>
  printers(asking: WebContents): Promise<HostPrinter[]>
}

/** Prints job after job in one hidden window, which is closed when nothing follows. */
export function createPrinting(settings: Settings, log: Log): Printing {
  let hidden: BrowserWindow | null = null
  let jobs = 0
  let tail: Promise<unknown> = Promise.resolve()
  let closing: NodeJS.Timeout | undefined

  function paper(): BrowserWindow {
    if (hidden && !hidden.isDestroyed()) return hidden
    hidden = new BrowserWindow({
      show: false,
      paintWhenInitiallyHidden: true,
      webPreferences: { ...pagePreferences, backgroundThrottling: false },
    })
    return hidden
  }

  /** Takes its turn, draws the page of the job and hands the window to `work`. */
  function draw<T>(job: HostPrintJob, work: (contents: WebContents) => Promise<T>): Promise<T> {
    const turn = tail.then(async () => {
      clearTimeout(closing)
      const contents = paper().webContents
      await contents.loadURL(`${seatOrigin}/?paper=${++jobs}${job.path}`) // the number makes it a new document every time
      if (!(await contents.executeJavaScript(untilDrawn))) throw new Error('the page did not draw its paper in time')
      return work(contents)
    })
    const end = () => {
      clearTimeout(closing)
      closing = setTimeout(() => {
        hidden?.destroy()
        hidden = null
      }, keepWindowMs)
    }
    tail = turn.then(end, end)
    return turn
  }

  return {
    async print(job) {
      const printer = job.printer ?? (job.formId ? settings.value.printers[job.formId]?.printer : undefined)
      try {
        return await draw(job, (contents) => printed(contents, job, printer))
      } catch (reason) {
        log('desktop', `print: ${String(reason)}`)
        return 'failed'
      }
    },
    async pdf(job) {
      return draw(job, (contents) =>
        contents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          landscape: job.landscape ?? false,
          scale: job.scale ?? 1,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          pageSize: { width: job.page.width / micrometresPerInch, height: job.page.height / micrometresPerInch },
        }),
      )
    },
    async printers(asking) {
      const found = await asking.getPrintersAsync()
      return found.map((printer) => ({
        name: printer.name,
        displayName: printer.displayName || printer.name,
        isDefault: 'isDefault' in printer && Boolean(printer.isDefault),
      }))
    },
  }

  function printed(contents: WebContents, job: HostPrintJob, printer: string | undefined): Promise<HostPrintOutcome> {
    return new Promise((resolve) => {
      contents.print(
        {
          silent: printer !== undefined && !job.asks,
          printBackground: true,
          margins: { marginType: 'none' },
          pageSize: { width: job.page.width, height: job.page.height },
          landscape: job.landscape ?? false,
          copies: job.copies ?? 1,
          scaleFactor: Math.round((job.scale ?? 1) * 100),
          ...(printer === undefined ? {} : { deviceName: printer }),
        },
        (isPrinted, reason) => {
          if (isPrinted) return resolve('printed')
          if (!/cancel/i.test(reason)) log('desktop', `print: ${reason}`)
          resolve(/cancel/i.test(reason) ? 'cancelled' : 'failed')
        },
      )
    })
  }
}

/** Asks where to, with a proposed name; null when the member chose none. */
export async function chooseFile(window: BrowserWindow, title: string, name: string): Promise<string | null> {
  const plainName =
    seenText(name)
      .replace(/[\\/:*?"<>|\0-\x1f]/g, ' ')
      .trim() || 'Gendan' // signs that no file system takes
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath: plainName })
  return canceled || !filePath ? null : filePath
}

/** Saves what a window shows, for a page that has no paper of its own. */
export async function saveWindowPdf(window: BrowserWindow, title: string): Promise<void> {
  const chosen = await chooseFile(window, title, `${window.getTitle()}.pdf`)
  if (!chosen) return
  await writeFile(chosen, await window.webContents.printToPDF({ preferCSSPageSize: true, pageSize: 'A4' }))
}
