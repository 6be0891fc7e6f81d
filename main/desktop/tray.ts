import { app, Menu, Tray } from 'electron'
import { overlayImage, trayImage } from './badge-image.ts'
import type { Log } from './log.ts'
import type { Windows } from './window.ts'
import type { Say } from './words.ts'

/** What the desktop shows outside of its windows. */
export interface Sign {
  /** Number of unread things on tray, dock and task bar; 0 clears it. */
  setUnread(count: number): void
  /** Draws texts again after a change of language. */
  refresh(): void
}

/** The sign of the program beside the clock. A desktop without such a place goes without. */
export function createSign(windows: Windows, say: () => Say, log: Log): Sign {
  let unread = 0
  let tray: Tray | null = null
  try {
    tray = new Tray(trayImage(0))
    tray.on('click', () => windows.raise())
  } catch (reason) {
    log('desktop', `tray: ${String(reason)}`)
  }

  function refresh(): void {
    tray?.setImage(trayImage(unread))
    const name = say()('desktop.app.name')
    tray?.setToolTip(unread > 0 ? `${name}: ${say()('desktop.tray.unread', { count: unread })}` : name)
    tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: say()('desktop.tray.open'), click: () => windows.raise() },
        { type: 'separator' },
        { label: say()('desktop.tray.quit'), click: () => app.quit() },
      ]),
    )
    for (const window of windows.all()) {
      if (process.platform !== 'win32') break
      const text = unread > 0 ? say()('desktop.tray.unread', { count: unread }) : ''
      window.setOverlayIcon(unread > 0 ? overlayImage(unread) : null, text)
    }
  }

  refresh()
  return {
    setUnread(count) {
      unread = count
      app.setBadgeCount(count)
      refresh()
    },
    refresh,
  }
}
