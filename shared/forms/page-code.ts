/** What the bar code or QR of a page says: the sheet's number, and from the second page on `/2`. */
export const pageCode = (number: string, page: number): string => (page === 1 ? number : `${number}/${page}`)

/** The sheet and page a scanned code stands for; null when it is none of ours. */
export function readPageCode(code: string): { number: string; page: number } | null {
  const found = /^([A-Z]{1,4}\d{8}-\d{4,})(?:\/(\d{1,2}))?$/u.exec(code.trim())
  return found ? { number: found[1] ?? '', page: Number(found[2] ?? 1) } : null
}
