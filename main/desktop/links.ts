import { app, shell } from 'electron'
import { mayOpenOutside } from './addresses.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

/** Hands an address to the system's own program for it; false, and nothing happens, for one not on the list. */
export async function openOutside(address: string, log: Log): Promise<boolean> {
  if (!mayOpenOutside(address)) {
    log('desktop', 'links: refused an address that is not https, mailto or tel')
    return false
  }
  return shell.openExternal(address).then(
    () => true,
    (reason: unknown) => {
      log('desktop', `links: ${String(reason)}`)
      return false
    },
  )
}

/** Becomes the program that opens `tel:` links, or stops being it. Only ever at the member's wish. */
export function setDialsTelLinks(on: boolean, settings: Settings): boolean {
  if (on) app.setAsDefaultProtocolClient('tel')
  else app.removeAsDefaultProtocolClient('tel')
  settings.change({ dialsTelLinks: on && app.isDefaultProtocolClient('tel') })
  return settings.value.dialsTelLinks
}
