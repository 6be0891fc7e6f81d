import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type InlineConfig, build as viteBuild } from 'vite'
import { isFresh } from './freshness.ts'
import { at } from './places.ts'

interface Part {
  name: string
  config: string
  /** Without this file there is nothing to build yet. */
  entry: string
  sources: readonly string[]
}

const parts: readonly Part[] = [
  {
    name: 'main',
    config: 'build/vite.main.config.ts',
    entry: 'main/hosts/station-command.ts',
    sources: ['main', 'shared'],
  },
  {
    name: 'preload',
    config: 'build/vite.preload.config.ts',
    entry: 'main/desktop/preload.ts',
    sources: ['main/desktop', 'shared'],
  },
  {
    name: 'renderer',
    config: 'build/vite.renderer.config.ts',
    entry: 'renderer/app/main.tsx',
    sources: ['renderer', 'shared', 'build/words-plugin.ts'],
  },
]

/**
 * Builds into out/<part> what is missing or older than its sources, a line for each; silent when all is fresh.
 * False when a part does not build, after saying why.
 */
export async function build(): Promise<boolean> {
  for (const part of parts) {
    if (!existsSync(at(part.entry)) || !existsSync(at(part.config))) continue
    const stamp = at('out', part.name, '.built')
    const sources = [...part.sources, part.config, 'package-lock.json'].map((path) => at(path))
    if (isFresh(stamp, sources)) continue
    const startedAt = new Date()
    const options: InlineConfig = { configFile: at(part.config), logLevel: 'warn' }
    try {
      await viteBuild(options)
    } catch (reason) {
      console.error(`build: ${part.name} does not build\n${reason instanceof Error ? reason.message : String(reason)}`)
      return false
    }
    writeFileSync(stamp, '')
    utimesSync(stamp, startedAt, startedAt) // what changed during the build is newer than the stamp
    console.error(`build: ${part.name} built in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s`)
  }
  return true
}

/** For scripts that are of no use without the build. */
export async function buildOrStop(): Promise<void> {
  if (!(await build())) process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildOrStop()
