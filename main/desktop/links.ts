import { app, shell } from 'electron'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

const outsideSchemes = ['https:', 'mailto:', 'tel:']

/** True for an address that may be opened outside: https without a user name in it, mailto, tel. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (!outsideSchemes.includes(url.protocol) || /[\r\n\0]/.test(address)) return false
  return url.protocol !== 'https:' || (url.username === '' && url.password === '')
}

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

/** The digits of the first `tel:` address among the words, with a leading + if it had one; null without. */
export function digitsOfTelLink(words: readonly string[]): string | null {
  const link = words.find((word) => /^tel:/i.test(word))
  if (!link) return null
  let number: string
  try {
    number = decodeURIComponent(link.slice(4)).split(';')[0] ?? ''
  } catch {
    return null
  }
  const digits = number
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '')
  return /^\+?\d{2,20}$/.test(digits) ? digits : null
}

/** Becomes the program that opens `tel:` links, or stops being it. Only ever at the member's wish. */
export function setDialsTelLinks(on: boolean, settings: Settings): boolean {
  if (on) app.setAsDefaultProtocolClient('tel')
  else app.removeAsDefaultProtocolClient('tel')
  settings.change({ dialsTelLinks: on && app.isDefaultProtocolClient('tel') })
  return settings.value.dialsTelLinks
}
