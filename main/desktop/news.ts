import { ipcMain, type WebContents } from 'electron'
import { hearsChannel, newsChannel } from './channels.ts'
import { isSeatAddress } from './guards.ts'

/** What the desktop tells its pages; the names of the `on…` methods of `HostBridge`. */
export type News =
  'windowState' | 'noteClicked' | 'stationState' | 'network' | 'dial' | 'route' | 'command' | 'closeAsked'

interface Ears {
  heard: Set<News>
  waiting: [News, unknown][]
}

/** The desktop's way to speak to its pages. */
export interface Messenger {
  /** Tells a page now; lost when it does not listen. */
  tell: (page: WebContents, news: News, value?: unknown) => void
  /** Tells a page as soon as it listens, at once when it does already. */
  tellWhenHeard: (page: WebContents, news: News, value: unknown) => void
  hears: (page: WebContents, news: News) => boolean
}

/** `onHears` is called when a page begins to listen, for news that start with their present state. */
export function createMessenger(onHears: (page: WebContents, news: News) => void): Messenger {
  const earsOf = new WeakMap<WebContents, Ears>()

  function ears(page: WebContents): Ears {
    const known = earsOf.get(page)
    if (known) return known
    const fresh: Ears = { heard: new Set(), waiting: [] }
    earsOf.set(page, fresh)
    page.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) fresh.heard.clear() // a new document listens anew
    })
    return fresh
  }

  function tell(page: WebContents, news: News, value?: unknown): void {
    if (!page.isDestroyed()) page.send(newsChannel(news), value)
  }

  ipcMain.on(hearsChannel, (event, news: News) => {
    if (!isSeatAddress(event.senderFrame?.url ?? '')) return
    const { heard, waiting } = ears(event.sender)
    heard.add(news)
    onHears(event.sender, news)
    const due = waiting.filter(([name]) => name === news)
    for (const entry of due) waiting.splice(waiting.indexOf(entry), 1)
    for (const [, value] of due) tell(event.sender, news, value)
  })

  return {
    tell,
    tellWhenHeard(page, news, value) {
      const { heard, waiting } = ears(page)
      if (heard.has(news)) tell(page, news, value)
      else waiting.push([news, value])
    },
    hears: (page, news) => ears(page).heard.has(news),
  }
}
