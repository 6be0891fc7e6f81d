import type {
  HostBridge,
  HostDraftKeys,
  HostNote,
  HostPrintJob,
  HostWindowState,
} from '../../shared/kit/host-bridge.ts'
import { newId } from './new-id.ts'

type Portable =
  | 'print'
  | 'savePdf'
  | 'saveFile'
  | 'printers'
  | 'notify'
  | 'dial'
  | 'draftKeys'
  | 'setBadge'
  | 'raise'
  | 'windowState'
  | 'onWindowState'
  | 'onNoteClicked'

/** What every surroundings offer; screens ask this and need not know which it is. */
export interface Host extends Pick<HostBridge, Portable> {
  /** The whole bridge where this is a desktop window: printers remembered, station state, second windows. */
  desktop?: HostBridge
}

declare global {
  interface Window {
    gendanHost?: HostBridge
  }
}

const browserKeyUnder = 'gendan.draftKey'
const noteListeners = new Set<(tag: string) => void>()

/** Prints a page of this app from a hidden frame. The page calls `window.print` nowhere; this does, once it says it is ready. */
async function printInFrame({ path }: HostPrintJob): Promise<'printed' | 'failed'> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position: fixed; width: 0; height: 0; border: 0'
  frame.setAttribute('aria-hidden', 'true')
  frame.src = `${location.pathname}${path}`
  document.body.append(frame)
  const isReady = await new Promise<boolean>((resolve) => {
    const giveUp = setTimeout(() => resolve(false), 20_000)
    const look = setInterval(() => {
      if (!frame.contentDocument?.querySelector('[data-paper-ready]')) return
      clearTimeout(giveUp)
      clearInterval(look)
      resolve(true)
    }, 50)
  })
  if (isReady) frame.contentWindow?.print()
  setTimeout(() => frame.remove(), isReady ? 60_000 : 0)
  return isReady ? 'printed' : 'failed'
}

function saveByLink(fileName: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A browser has no safe of its own: the key lives beside the drafts and ends with the site data. */
function browserDraftKeys(): HostDraftKeys {
  const kept = localStorage.getItem(browserKeyUnder)
  const isKey = kept !== null && /^[0-9a-f]{64}$/.test(kept)
  if (isKey)
    return { key: Uint8Array.from(kept.match(/../g)!, (pair) => parseInt(pair, 16)), before: [], wasRenewed: false }
  if (kept !== null) localStorage.setItem(`${browserKeyUnder}.old.${newId()}`, kept)
  const key = crypto.getRandomValues(new Uint8Array(32))
  localStorage.setItem(browserKeyUnder, Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  return { key, before: [], wasRenewed: kept !== null }
}

async function notifyInBrowser({ title, body, tag }: HostNote): Promise<void> {
  if (!('Notification' in window)) return
  const answer =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission
  if (answer !== 'granted') return
  new Notification(title, { body, tag }).onclick = () => {
    window.focus()
    for (const listener of noteListeners) listener(tag)
  }
}

const windowStateNow = (): HostWindowState => ({
  isFocused: document.hasFocus(),
  isFullScreen: document.fullscreenElement !== null,
})

const browserHost: Host = {
  print: printInFrame,
  savePdf: async (job) => {
    await printInFrame(job)
    return null
  },
  saveFile: async ({ fileName, bytes }) => {
    saveByLink(fileName, bytes)
    return { path: fileName }
  },
  printers: async () => [],
  notify: notifyInBrowser,
  dial: async (digits) => {
    // In a frame of its own: where nothing takes such links, Chromium would leave this page without keys and clicks after it is loaded anew.
    const frame = Object.assign(document.createElement('iframe'), { hidden: true, src: `tel:${digits}` })
    document.body.append(frame)
    setTimeout(() => frame.remove(), 5_000)
  },
  draftKeys: async () => browserDraftKeys(),
  setBadge: async (count) => {
    document.title = document.title.replace(/^\(\d+\) /, '')
    if (count > 0) document.title = `(${count}) ${document.title}`
  },
  raise: async () => window.focus(),
  windowState: async () => windowStateNow(),
  onWindowState: (listener) => {
    const tell = () => listener(windowStateNow())
    const events = ['focus', 'blur', 'fullscreenchange'] as const
    for (const name of events) window.addEventListener(name, tell)
    return () => {
      for (const name of events) window.removeEventListener(name, tell)
    }
  },
  onNoteClicked: (listener) => {
    noteListeners.add(listener)
    return () => noteListeners.delete(listener)
  },
}

/** The surroundings of this page. */
export const host: Host = window.gendanHost ? { ...window.gendanHost, desktop: window.gendanHost } : browserHost
