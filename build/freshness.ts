import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Newest change in milliseconds since 1970 among the files and, with all they hold, the folders. Absent ones are 0. */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(newestOf))
}

function newestOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))))
}

/** True when the stamp was written after the last change of every source. A folder counts too, so deleting a file is seen. */
export function isFresh(stamp: string, sources: readonly string[]): boolean {
  return existsSync(stamp) && statSync(stamp).mtimeMs > newestChange(sources)
}
