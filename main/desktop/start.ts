/** The desktop: one instance of it, its windows, and the station it keeps. The only entry that Electron runs. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, Menu, nativeTheme, safeStorage, session } from 'electron'
import type { HostCommand } from '../../shared/kit/host-bridge.ts'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { createForwarder } from './forward.ts'
import { guardSession, guardWindows } from './guards.ts'
import { openKeyStore } from './key-store.ts'
import { digitsOfTelLink } from './addresses.ts'
import { openLog } from './log.ts'
import { buildMenu } from './menu.ts'
import { openNetwork } from './network.ts'
import { createMessenger, type News } from './news.ts'
import { createNotices } from './notices.ts'
import { createPrinting, saveWindowPdf } from './print.ts'
import { createPages } from './seat-pages.ts'
import { openSettings } from './settings.ts'
import { forkStation } from './station-fork.ts'
import type { StationProcess } from './station-process.ts'
import { createSign } from './tray.ts'
import { grantWishes } from './wishes.ts'
import { createWindows, type Windows } from './window.ts'
import { languageOf, sayIn } from './words.ts'

const built = dirname(dirname(fileURLToPath(import.meta.url))) // out/
const userFolder = app.getPath('userData')
const log = openLog(join(userFolder, 'logs'))
let windows: Windows | null = null
/** Digits of a `tel:` link that came before there was a window. */
let earlyDigits: string | null = digitsOfTelLink(process.argv)
let dial = (digits: string): void => void (earlyDigits = digits)

registerAppScheme()
guardWindows(log)
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox() // root has none; it would override the switch
process.on('uncaughtException', (reason) => log('desktop', `defect: ${reason.stack ?? reason.message}`))
process.on('unhandledRejection', (reason) => log('desktop', `defect: ${String(reason)}`))

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words) => {
    windows?.raise()
    const digits = digitsOfTelLink(words)
    if (digits) dial(digits)
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    const digits = digitsOfTelLink([address])
    if (digits) dial(digits)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => windows?.raise())
  void app.whenReady().then(run, fail).catch(fail)
} else app.quit()

function fail(reason: unknown): void {
  log('desktop', `did not start: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`)
  app.exit(1)
}

async function run(): Promise<void> {
  const settings = openSettings(join(userFolder, 'seat.json'))
  const say = () => sayIn(languageOf(settings))
  const { theme } = settings.value
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
  guardSession(session.defaultSession)

  const keys = await openKeyStore(userFolder, safeStorage, process.env.GENDAN_KEY, log)
  const network = openNetwork({
    settings,
    keys,
    log,
    folder: process.env.GENDAN_DATA ?? join(userFolder, 'station'),
    fork: () => forkStation(join(built, 'main', 'station-child.js'), process.env.GENDAN_NODE, log),
    version: app.getVersion(),
    onChange: (value) => tellAll('network', value),
    onSwitch() {
      forward = createForwarder(station) // without the cookies of the station before
      for (const window of windows?.all() ?? []) window.webContents.reload()
    },
  })
  const { station } = network
  let forward = createForwarder(station)
  serveAppScheme((request) => forward(request), createPages(join(built, 'renderer')))

  const messenger = createMessenger((page, news) => {
    if (news === 'stationState') messenger.tell(page, news, station.state)
    if (news === 'network') messenger.tell(page, news, network.value)
  })
  const tellAll = (news: News, value: unknown): void => {
    for (const window of windows?.all() ?? []) messenger.tell(window.webContents, news, value)
  }
  const open = createWindows({ settings, log, messenger, say, preload: join(built, 'preload', 'preload.cjs') })
  windows = open
  station.onState((state) => tellAll('stationState', state))

  const sign = createSign(open, say, log)
  const command = (window: BrowserWindow, wanted: HostCommand) => {
    if (messenger.hears(window.webContents, 'command')) messenger.tell(window.webContents, 'command', wanted)
    else if (wanted === 'print') window.webContents.print({ printBackground: true })
    else void saveWindowPdf(window, say()('desktop.dialog.pdf'))
  }
  const refresh = () => {
    Menu.setApplicationMenu(buildMenu(say(), { command, newWindow: () => open.open() }))
    sign.refresh()
  }
  refresh()
  const printing = createPrinting(settings, log)
  const notify = createNotices(open, messenger)
  grantWishes({ windows: open, network, keys, printing, settings, sign, notify, say, refresh, log })
  stopStationLast(station)

  const first = open.open()
  dial = (digits) => {
    open.raise()
    messenger.tellWhenHeard(open.front().webContents, 'dial', digits)
  }
  if (earlyDigits) messenger.tellWhenHeard(first.webContents, 'dial', earlyDigits)
}

/** The windows go first, so that what they still send arrives; then the station finishes and the program ends. */
function stopStationLast(station: StationProcess): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    void station.stop().finally(() => app.exit(0))
  })
}
