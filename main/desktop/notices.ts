import { type BrowserWindow, Notification } from 'electron'
import type { HostNote } from '../../shared/kit/host-bridge.ts'
import type { Messenger } from './news.ts'
import type { Windows } from './window.ts'

/** Shows native notices. A click brings the window to the front and tells its page the tag. */
export function createNotices(windows: Windows, messenger: Messenger): (window: BrowserWindow, note: HostNote) => void {
  const shown = new Map<string, Notification>() // kept, or the collector takes them and no click arrives
  return (window, { title, body, tag }) => {
    if (!Notification.isSupported()) return
    shown.get(tag)?.close()
    const notice = new Notification({ title, body })
    notice.on('click', () => {
      const target = window.isDestroyed() ? windows.front() : window
      windows.raise(target)
      messenger.tellWhenHeard(target.webContents, 'noteClicked', tag)
    })
    notice.on('close', () => {
      if (shown.get(tag) === notice) shown.delete(tag)
    })
    shown.set(tag, notice)
    notice.show()
  }
}
