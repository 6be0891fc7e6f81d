/**
 * UUID version 7 from an instant (milliseconds since 1970) and 16 random bytes: ids of one time stand together in every
 * index, so a write touches few pages whoever made the id. The bytes are used up.
 */
export function timeOrderedId(atMs: number, bytes: Uint8Array): string {
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(atMs / 2 ** (8 * (5 - place))) & 0xff
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
