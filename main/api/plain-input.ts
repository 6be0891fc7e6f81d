/** True when a text anywhere in a value holds the character NUL: PostgreSQL cannot store it, and nobody types it. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([name, entry]) => name.includes('\0') || holdsNul(entry))
}
