import { app, type Session, type WebContents } from 'electron'
import { seatOrigin } from './channels.ts'
import { openOutside } from './links.ts'
import type { Log } from './log.ts'

/** The switches of every window that shows our pages. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false, // would fetch dictionaries from the internet
  navigateOnDragDrop: false,
  safeDialogs: true,
} as const

/** True when an address is one of our own pages. */
export function isSeatAddress(address: string): boolean {
  return address === seatOrigin || address.startsWith(`${seatOrigin}/`)
}

/** Every window, now and later: stays on our pages, opens no other, embeds nothing. */
export function guardWindows(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    const stay = (event: { preventDefault(): void; url: string }) => {
      if (isSeatAddress(event.url)) return
      event.preventDefault()
      log('desktop', 'guards: refused to leave the pages of this program')
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url, log)
      return { action: 'deny' }
    })
  })
}

/** A session whose pages may hear the microphone and nothing else, and reach nothing but this program. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents: WebContents, permission, answer, details) => {
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const onlyAudio = wanted.length > 0 && wanted.every((kind) => kind === 'audio')
    answer(
      permission === 'media' && onlyAudio && isSeatAddress(contents.getURL()) && isSeatAddress(details.requestingUrl),
    )
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return permission === 'media' && details.mediaType === 'audio' && isSeatAddress(origin)
  })
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(app|blob|data|devtools|chrome-devtools):/.test(details.url) })
  })
  session.on('will-download', (event, item) => {
    if (!/^(app:\/\/seat\/|blob:app:\/\/seat\/|data:)/.test(item.getURL())) event.preventDefault()
  })
}
