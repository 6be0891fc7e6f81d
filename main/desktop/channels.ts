/** The one origin pages of the desktop live on. */
export const seatOrigin = 'app://seat'

/** Channel of a wish a page has (`ipcRenderer.invoke`). */
export const wishChannel = (wish: string): string => `gendan:${wish}`

/** Channel of news for a page (`webContents.send`). */
export const newsChannel = (news: string): string => `gendan:news:${news}`

/** A page says here that it hears some news from now on, so that what waited for it is handed over. */
export const hearsChannel = 'gendan:hears'
