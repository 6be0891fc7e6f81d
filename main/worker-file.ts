import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Whether the station runs from its sources, as tests and benches do. */
export const isFromSource = import.meta.url.endsWith('.ts')

/**
 * The file of a thread, named by its place under main without its ending. From source it lies there; in the bundle beside the entries, one
 * above the shared parts, and outside of an asar where a copy does.
 */
export function workerFile(place: string): string {
  const near = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
  if (isFromSource) return near(`./${place}.ts`)
  const name = `${basename(place)}.js`
  const bundled = [near(`./${name}`), near(`../${name}`)].find((file) => existsSync(file))
  if (!bundled) throw new Error(`${name} is not part of this build`)
  const unpacked = bundled.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1')
  return existsSync(unpacked) ? unpacked : bundled
}
