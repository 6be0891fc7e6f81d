/** A fingerprint as people read it aloud: sixteen groups of four, in capitals. */
export function groupFingerprint(fingerprint: string): string {
  return fingerprint.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''
}

/** The 64 hexadecimal digits in what somebody typed or pasted (spaces, colons, dashes, full-width signs); null when it is none. */
export function readFingerprint(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s:：\-–—]/g, '')
    .toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null
}

/** `https://HOST:PORT` of an address as people write it (`192.168.1.5`, `desk:7443`, `https://…/`); null when it is none. */
export function readStationUrl(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim().replaceAll('。', '.')
  const bare = plain.replace(/^https:\/\//i, '').replace(/\/.*$/, '')
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(bare)
  const port = Number(match?.[2] ?? usualLanPort)
  if (!match?.[1] || port < 1 || port > 65_535 || /^http:/i.test(plain)) return null
  return `https://${match[1].toLowerCase()}:${port}`
}

/** Where a station listens for other computers when nothing else is said. */
export const usualLanPort = 7_443
