import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { buildOrStop } from './build.ts'
import { isFresh } from './freshness.ts'
import { at, top } from './places.ts'

function electronBuilder(...args: string[]): void {
  const { status } = spawnSync(
    process.execPath,
    [at('node_modules/electron-builder/cli.js'), '--publish', 'never', ...args],
    {
      cwd: top,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('electron-builder failed; the lines above say why')
}

/** Where electron-builder leaves the executable, by platform. */
const executables = [
  'linux-unpacked/gendan',
  'linux-arm64-unpacked/gendan',
  'win-unpacked/Gendan.exe',
  'mac/Gendan.app/Contents/MacOS/Gendan',
  'mac-arm64/Gendan.app/Contents/MacOS/Gendan',
].map((path) => at('dist/test', path))

const packaged = ['out/main', 'out/preload', 'out/renderer', 'electron-builder.yml'].map((path) => at(path))

/**
 * Packages the product, which must be built, on the given Electron into dist/test, with the inspector allowed so that Playwright can
 * drive it. Answers the path of the executable. Does nothing when the last package is newer than the build.
 */
export async function packageForTests(electron: { folder: string }): Promise<string> {
  const stamp = at('dist/test/.packaged')
  if (!isFresh(stamp, packaged) || readFileSync(stamp, 'utf8') !== electron.folder) {
    console.log('package: packaging the desktop with the Electron at hand')
    rmSync(at('dist/test'), { recursive: true, force: true })
    electronBuilder(
      '--dir',
      `-c.electronDist=${electron.folder}`,
      '-c.directories.output=dist/test',
      '-c.electronFuses.enableNodeCliInspectArguments=true',
    )
    writeFileSync(stamp, electron.folder)
  }
  const executable = executables.find((path) => existsSync(path))
  if (!executable) throw new Error('electron-builder left no executable in dist/test')
  return executable
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildOrStop()
  electronBuilder(...process.argv.slice(2))
}
