import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../..', import.meta.url))

/** One source file: its path from the top with forward slashes, and its text. */
export interface Source {
  path: string
  text: string
}

function walk(folder: string): string[] {
  return readdirSync(top + folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** Every TypeScript, JavaScript and CSS file under the folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders
    .flatMap(walk)
    .filter((path) => /\.(ts|tsx|js|mjs|css)$/.test(path))
    .map((path) => ({ path, text: readFileSync(top + path, 'utf8') }))
}

/** Names of the folders directly in a folder. */
export function foldersIn(folder: string): string[] {
  return readdirSync(top + folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

/** Names at the top level of the project, files and folders. */
export function namesAtTop(): string[] {
  return readdirSync(top)
}

/** Text of one file by its path from the top. */
export function textOf(path: string): string {
  return readFileSync(top + path, 'utf8')
}

/** The text without its comments, so that prose is not taken for code. Line numbers stay. */
export function withoutComments(text: string): string {
  return text
    .replace(/(?<![`}'"])\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** `path:line` of every match of a pattern (with the g flag) in the code, comments aside. */
export function findings(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) => {
    const code = withoutComments(text)
    return [...code.matchAll(pattern)].map((match) => {
      const line = code.slice(0, match.index).split('\n').length
      return `${path}:${line} ${match[0].trim()}`
    })
  })
}
