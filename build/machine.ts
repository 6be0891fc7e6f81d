import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { at } from './places.ts'

/** Chromium wants no sandbox then. */
export const isRoot = process.getuid?.() === 0

/** True where a window can be shown. On Linux that needs X11 or Wayland; a continuous integration run never wants one. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return !process.env.CI
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Absolute path of a program on PATH, or undefined. */
export function onPath(name: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((each) => join(folder, each))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  join(process.env.ProgramFiles ?? '', 'Google/Chrome/Application/chrome.exe'),
  join(process.env['ProgramFiles(x86)'] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
]

/** A Chromium to drive: CHROMIUM_PATH if set, else the machine's own. Undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return browserNames.map(onPath).find(Boolean) ?? browserPlaces.find((place) => existsSync(place))
}

/** A folder's Electron executable by platform; undefined when it is not there. */
function electronIn(folder: string): string | undefined {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']
  return names.map((name) => join(folder, name)).find((path) => existsSync(path))
}

/**
 * The Electron at hand, without downloading: the one ELECTRON_OVERRIDE_DIST_PATH names, else the one the electron package
 * has fetched. `runsFolders` is false for a runtime without default_app.asar, which only runs packaged apps.
 */
export function findElectron(): { folder: string; executable: string; runsFolders: boolean } | undefined {
  for (const folder of [process.env.ELECTRON_OVERRIDE_DIST_PATH, at('node_modules/electron/dist')]) {
    const executable = folder && electronIn(folder)
    if (!executable) continue
    const resources = executable.includes('.app/')
      ? join(dirname(dirname(executable)), 'Resources')
      : join(folder, 'resources')
    return { folder, executable, runsFolders: existsSync(join(resources, 'default_app.asar')) }
  }
  return undefined
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

function printed(command: string, ...args: string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout || ''
}

/** What the tests need from Debian, and how to see that it is there. */
const debianPackages: readonly [name: string, isThere: () => boolean][] = [
  ['chromium', () => Boolean(findChromium())],
  ['fontconfig', () => Boolean(onPath('fc-list'))],
  ['fonts-noto-cjk', () => printed('fc-list', ':lang=zh-tw', 'family').trim() !== ''],
  ['poppler-utils', () => Boolean(onPath('pdftotext') && onPath('pdfinfo') && onPath('pdftoppm'))],
  ['xvfb', () => Boolean(onPath('Xvfb') && onPath('xvfb-run'))],
  ['xauth', () => Boolean(onPath('xauth'))],
  ['libgtk-3-0', () => printed('/sbin/ldconfig', '-p').includes('libgtk-3.so.0')],
  ['libasound2', () => printed('/sbin/ldconfig', '-p').includes('libasound.so.2')],
]

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/**
 * Installs what the tests need beside the packages of npm: Chromium, Chinese fonts, PDF readers and a virtual display.
 * As root on Debian by apt-get, elsewhere only Chromium (Playwright's own); says in one line what it does or what is
 * missing, and nothing when all is there.
 */
export function prepareForTests(): void {
  if (isDebian()) {
    const missing = debianPackages.filter(([, isThere]) => !isThere()).map(([name]) => name)
    if (missing.length === 0) return
    const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
    if (isRoot) {
      console.log(`set-up: installing ${missing.join(', ')} (apt-get)`)
      const options = {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }
      const script = `apt-get update -qq && ${install} -qq`
      if (spawnSync('sh', ['-c', script], options as object).status === 0) return
      console.error(`set-up: apt-get could not install ${missing.join(', ')}; the tests that need them will fail`)
    } else console.log(`set-up: missing and needing root: sudo ${install}`)
  }
  if (!findChromium()) {
    console.log("set-up: no Chromium here, fetching Playwright's")
    succeeds(process.execPath, at('node_modules/@playwright/test/cli.js'), 'install', 'chromium')
  }
}
