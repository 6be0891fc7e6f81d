import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { seatOrigin } from './channels.ts'
import { pagePreferences } from './guards.ts'
import type { Log } from './log.ts'
import type { Messenger } from './news.ts'
import type { Settings } from './settings.ts'
import { fitBounds, smallest } from './window-bounds.ts'
import type { Say } from './words.ts'

/** The windows of this desktop. */
export interface Windows {
  /** Opens a window at a page (`#/…`); the first one takes its remembered place. */
  open: (path?: string) => BrowserWindow
  all: () => BrowserWindow[]
  /** The window in use: focused, else the oldest; a new one when there is none. Not shown by this. */
  front: () => BrowserWindow
  /** Brings a window before the member's eyes. */
  raise: (window?: BrowserWindow) => void
  setLineOpen: (window: BrowserWindow, isOpen: boolean) => void
  /** Closes without asking. */
  closeNow: (window: BrowserWindow) => void
}

interface Options {
  settings: Settings
  log: Log
  preload: string
  messenger: Messenger
  say: () => Say
}

const showAtLatestAfterMs = 4_000
const keepBoundsAfterMs = 400
/** A page that dies oftener than this within a minute is not loaded again. */
const revivalsPerMinute = 3

/** Ground of the theme file, so that no white flashes before the first paint. */
const ground = () => (nativeTheme.shouldUseDarkColors ? '#101513' : '#F0F3F2')

/** Opens none by itself. A window with unsent words asks before it closes. */
export function createWindows({ settings, log, preload, messenger, say }: Options): Windows {
  const windows = new Set<BrowserWindow>()
  const withOpenLine = new WeakSet<BrowserWindow>()
  const mayClose = new WeakSet<BrowserWindow>()
  let isQuitting = false
  app.on('before-quit', () => (isQuitting = true))
  nativeTheme.on('updated', () => {
    for (const window of windows) window.setBackgroundColor(ground())
  })

  function onClose(window: BrowserWindow, event: { preventDefault(): void }): void {
    if (mayClose.has(window)) return
    if (withOpenLine.has(window) && messenger.hears(window.webContents, 'closeAsked')) {
      event.preventDefault()
      isQuitting = false
      raise(window)
      messenger.tell(window.webContents, 'closeAsked')
    } else if (!isQuitting && settings.value.closesToTray && windows.size === 1) {
      event.preventDefault()
      window.hide()
    }
  }

  function open(path = ''): BrowserWindow {
    const isFirst = windows.size === 0
    const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
    const bounds = fitBounds(isFirst ? settings.value.bounds : null, screens)
    const window = new BrowserWindow({
      ...bounds,
      minWidth: smallest.width,
      minHeight: smallest.height,
      title: say()('desktop.app.name'),
      backgroundColor: ground(),
      show: false,
      autoHideMenuBar: true,
      webPreferences: { ...pagePreferences, preload },
    })
    windows.add(window)
    if (isFirst && settings.value.isMaximized) window.maximize()
    if (isFirst) rememberPlace(window, settings)
    showWhenDrawn(window)
    tellState(window, messenger)
    revive(window, log)
    window.on('close', (event) => onClose(window, event))
    window.on('closed', () => windows.delete(window))
    window.webContents.on('will-prevent-unload', (event) => event.preventDefault()) // drafts are kept as they are typed
    void window.loadURL(`${seatOrigin}/${path}`).catch((reason: unknown) => log('desktop', `window: ${String(reason)}`))
    return window
  }

  function front(): BrowserWindow {
    const focused = BrowserWindow.getFocusedWindow()
    return focused && windows.has(focused) ? focused : ([...windows][0] ?? open())
  }

  function raise(window = front()): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.moveTop()
    window.focus()
    if (process.platform === 'darwin') app.focus({ steal: true })
  }

  return {
    open,
    all: () => [...windows],
    front,
    raise,
    setLineOpen: (window, isOpen) => void (isOpen ? withOpenLine.add(window) : withOpenLine.delete(window)),
    closeNow(window) {
      mayClose.add(window)
      window.close()
    },
  }
}

function showWhenDrawn(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(latest)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const latest = setTimeout(show, showAtLatestAfterMs)
  window.once('ready-to-show', show)
}

function rememberPlace(window: BrowserWindow, settings: Settings): void {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    settings.change({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, keepBoundsAfterMs)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('close', keep)
}

function tellState(window: BrowserWindow, messenger: Messenger): void {
  const tell = () => messenger.tell(window.webContents, 'windowState', stateOf(window))
  window.on('focus', tell)
  window.on('blur', tell)
  window.on('enter-full-screen', tell)
  window.on('leave-full-screen', tell)
}

/** What pages see of their window. */
export function stateOf(window: BrowserWindow): { isFocused: boolean; isFullScreen: boolean } {
  return { isFocused: window.isFocused(), isFullScreen: window.isFullScreen() }
}

function revive(window: BrowserWindow, log: Log): void {
  let deaths: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    log('page', `gone: ${details.reason} (${details.exitCode})`)
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()]
    if (details.reason !== 'clean-exit' && deaths.length <= revivalsPerMinute) window.webContents.reload()
  })
  window.on('unresponsive', () => log('page', 'does not respond'))
  window.webContents.on('did-fail-load', (_event, code, text) => log('page', `did not load: ${text} (${code})`))
}
