const outsideSchemes = ['https:', 'mailto:', 'tel:']

/** True for an address that may be opened outside: https without a user name in it, mailto, tel. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (!outsideSchemes.includes(url.protocol) || /[\r\n\0]/.test(address)) return false
  return url.protocol !== 'https:' || (url.username === '' && url.password === '')
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
