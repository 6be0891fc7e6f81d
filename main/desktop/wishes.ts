import { writeFile } from 'node:fs/promises'
import { app, BrowserWindow, clipboard, ipcMain, nativeTheme } from 'electron'
import { z } from 'zod'
import type { HostBridge, HostNote } from '../../shared/kit/host-bridge.ts'
import { languages } from '../../shared/kit/words.ts'
import { wishChannel } from './channels.ts'
import { isSeatAddress } from './guards.ts'
import type { KeyStore } from './key-store.ts'
import { openOutside, setDialsTelLinks } from './links.ts'
import type { Log } from './log.ts'
import type { Network } from './network.ts'
import { chooseFile, type Printing } from './print.ts'
import { lanWish, printerChoice, type Settings } from './settings.ts'
import type { Sign } from './tray.ts'
import { stateOf, type Windows } from './window.ts'
import type { Say } from './words.ts'

/** What the wishes of a page need of the desktop. */
export interface Desktop {
  windows: Windows
  network: Network
  keys: KeyStore
  printing: Printing
  settings: Settings
  sign: Sign
  notify: (window: BrowserWindow, note: HostNote) => void
  say: () => Say
  /** Language or theme changed: menus and tray are drawn again. */
  refresh: () => void
  log: Log
}

/** The wishes of `HostBridge`: everything but its `on…`. */
type Wish = Exclude<keyof HostBridge, `on${string}`>
type Grants = { [W in Wish]: (window: BrowserWindow, ...given: unknown[]) => ReturnType<HostBridge[W]> }

const path = z
  .string()
  .regex(/^#\/[^\s\\]*$/)
  .max(2_000)
const micrometres = z.int().min(10_000).max(2_000_000)
const fileName = z.string().min(1).max(200)
const count = z.int().min(0).max(1_000_000)
const formId = z.string().min(1).max(100)
const note = z.object({ title: z.string().max(200), body: z.string().max(1_000), tag: z.string().max(500) })
const job = z.object({
  path,
  page: z.object({ width: micrometres, height: micrometres }),
  landscape: z.boolean().optional(),
  copies: z.int().min(1).max(99).optional(),
  printer: z.string().min(1).max(500).optional(),
  formId: formId.optional(),
  asks: z.boolean().optional(),
  scale: z.number().min(0.1).max(2).optional(),
})

/** Hears the wishes of our own pages and of nobody else. What a page hands over is checked before anything is done. */
export function grantWishes(desktop: Desktop): void {
  const grants = grantsOf(desktop)
  for (const [wish, grant] of Object.entries(grants)) {
    ipcMain.handle(wishChannel(wish), (event, ...given: unknown[]) => {
      const window = BrowserWindow.fromWebContents(event.sender)
      const isOurs = event.senderFrame === event.sender.mainFrame && isSeatAddress(event.senderFrame.url)
      if (!window || !isOurs) throw new Error('not a page of this program')
      return (grant as Grants[Wish])(window, ...given)
    })
  }
}

function grantsOf({ windows, network, keys, printing, settings, sign, notify, say, refresh, log }: Desktop): Grants {
  return {
    print: (_window, given) => printing.print(job.parse(given)),
    async savePdf(window, given) {
      const wanted = job.extend({ fileName }).parse(given)
      const chosen = await chooseFile(window, say()('desktop.dialog.pdf'), wanted.fileName)
      if (!chosen) return null
      await writeFile(chosen, await printing.pdf(wanted))
      return { path: chosen }
    },
    previewPdf: (_window, given) => printing.pdf(job.parse(given)),
    async saveFile(window, given) {
      const wanted = z.object({ fileName, bytes: z.instanceof(Uint8Array) }).parse(given)
      const chosen = await chooseFile(window, say()('desktop.dialog.save'), wanted.fileName)
      if (!chosen) return null
      await writeFile(chosen, wanted.bytes)
      return { path: chosen }
    },
    printers: (window) => printing.printers(window.webContents),
    printerOf: async (_window, given) => settings.value.printers[formId.parse(given)] ?? null,
    async rememberPrinter(_window, form, given) {
      const choice = printerChoice.nullable().parse(given)
      const { [formId.parse(form)]: _former, ...others } = settings.value.printers
      settings.change({ printers: choice ? { ...others, [formId.parse(form)]: choice } : others })
    },
    notify: async (window, given) => notify(window, note.parse(given)),
    async dial(_window, given) {
      const digits = z
        .string()
        .regex(/^\+?[\d*#]{2,20}$/)
        .parse(given)
      await openOutside(`tel:${digits.replaceAll('#', '%23')}`, log)
    },
    draftKeys: () => keys.draftKeys(),
    setBadge: async (_window, given) => sign.setUnread(count.parse(given)),
    raise: async (window) => windows.raise(window),
    windowState: async (window) => stateOf(window),
    info: async () => ({
      platform: z.enum(['win32', 'darwin', 'linux']).parse(process.platform),
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      keyStore: keys.kind,
      dialsTelLinks: settings.value.dialsTelLinks,
      closesToTray: settings.value.closesToTray,
    }),
    restartStation: async () => network.station.restart(),
    restoreBackup: async () => network.restoreBackup(),
    goOnAsItIs: async () => network.goOnAsItIs(),
    async useRecoveryKey(_window, given) {
      const hex = z.string().max(500).parse(given).replace(/[\s-]/g, '').toLowerCase()
      return /^[0-9a-f]{64}$/.test(hex) && network.tryKey(hex)
    },
    setLan: async (_window, given) => network.setLan(lanWish.parse(given)),
    hookToken: (_window, given) => network.hookToken(z.boolean().parse(given)),
    joinOffice: (_window, given) =>
      network.join(z.object({ address: z.string().max(300), fingerprint: z.string().max(500) }).parse(given)),
    leaveOffice: () => network.leave(),
    setDialsTelLinks: async (_window, given) => setDialsTelLinks(z.boolean().parse(given), settings),
    copyText: async (_window, given) => clipboard.writeText(z.string().max(2_000).parse(given)),
    openExternal: (_window, given) => openOutside(z.string().max(2_000).parse(given), log),
    newWindow: async (_window, given) => void windows.open(path.parse(given)),
    async setTheme(_window, given) {
      const theme = z.enum(['light', 'dark', 'auto']).parse(given)
      settings.change({ theme })
      nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
    },
    async setLanguage(_window, given) {
      settings.change({ language: z.enum(languages).parse(given) })
      refresh()
    },
    setClosesToTray: async (_window, given) => settings.change({ closesToTray: z.boolean().parse(given) }),
    setLineOpen: async (window, given) => windows.setLineOpen(window, z.boolean().parse(given)),
    close: async (window) => windows.closeNow(window),
  }
}
