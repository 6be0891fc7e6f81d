import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of the project, where package.json lies. */
export const top = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** An absolute path from one under the top. */
export function at(...parts: string[]): string {
  return join(top, ...parts)
}
