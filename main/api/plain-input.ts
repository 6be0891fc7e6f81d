/** Deeper than anything a seat sends; what reads an input by recursion must not run out of stack. */
const deepest = 60

/** False for what no procedure takes: a text anywhere in it holds the character NUL, which PostgreSQL cannot store and nobody types, or it is nested without end. */
export function isPlain(input: unknown): boolean {
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && value.includes('\0')) return false
      if (value === null || typeof value !== 'object') continue
      for (const [name, entry] of Object.entries(value)) {
        if (name.includes('\0')) return false
        next.push(entry)
      }
    }
    level = next
  }
  return true
}
