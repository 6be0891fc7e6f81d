import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildOrStop } from './build.ts'
import { findChromium, findElectron, hasDisplay, isRoot, onPath } from './machine.ts'
import { packageForTests } from './package.ts'
import { at, top } from './places.ts'

/** `npm start`: the desktop where there is an Electron and a display, else the same product from a station in the browser. */
async function start(args: readonly string[]): Promise<ChildProcess> {
  await buildOrStop()
  if (!hasDisplay()) return startStation(args, 'no display here, so no window opens: the address below is the product')
  const electron = findElectron() ?? fetchElectron()
  if (typeof electron === 'string') {
    return startStation(args, `Electron could not be had (${electron}), so the same product opens in the browser`, true)
  }
  const flags = isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []
  if (electron.runsFolders) return spawn(electron.executable, [...flags, '.', ...args], { cwd: top, stdio: 'inherit' })
  // A runtime without default_app.asar only runs packaged apps, and its own Node may be too old for the station.
  const app = await packageForTests(electron)
  const env = { ...process.env, GENDAN_NODE: process.env.GENDAN_NODE ?? process.execPath }
  return spawn(app, [...flags, ...args], { stdio: 'inherit', env })
}

/** The Electron of package.json, downloaded once (ELECTRON_MIRROR names another source), or in a few words why not. */
function fetchElectron() {
  console.log('start: fetching Electron (about 120 MB, once)')
  const { status, stderr } = spawnSync(process.execPath, [at('node_modules/electron/install.js')], {
    encoding: 'utf8',
    timeout: 15 * 60_000,
  })
  const fetched = status === 0 ? findElectron() : undefined
  return (
    fetched ??
    (stderr
      .trim()
      .split('\n')[0]
      ?.replace(/^\w*Error: /, '') ||
      'its download did not finish')
  )
}

/** Where the station of `npm start` keeps its data: GENDAN_DATA, else the user's own folder for it. */
function dataFolder(): string {
  if (process.env.GENDAN_DATA) return process.env.GENDAN_DATA
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Gendan/station')
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'Gendan', 'station')
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'gendan/station')
}

/** Runs the station under this Node. Its first line is JSON with its `url`; what follows is shown as it comes. */
function startStation(args: readonly string[], why: string, open = false): ChildProcess {
  console.log(`start: ${why}`)
  const given = args.indexOf('--data')
  const folder = given < 0 ? dataFolder() : (args[given + 1] ?? '')
  const command = [at('out/main/station-command.js'), ...(given < 0 ? ['--data', folder] : []), ...args]
  const station = spawn(process.execPath, ['--enable-source-maps', ...command], {
    cwd: top,
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  createInterface(station.stdout).once('line', (line) => {
    station.stdout.pipe(process.stdout)
    const { url } = JSON.parse(line) as { url: string }
    console.log(`start: Gendan is at ${url}, its data in ${folder}`)
    if (open) openBrowser(url)
  })
  return station
}

function openBrowser(address: string): void {
  const opener = { darwin: 'open', win32: 'explorer.exe' }[process.platform as string]
  const chromium = findChromium()
  const [command, ...args] = opener
    ? [opener, address]
    : chromium
      ? [chromium, ...(isRoot ? ['--no-sandbox'] : []), '--no-first-run', address]
      : [['xdg-open', 'firefox', 'x-www-browser'].find(onPath), address]
  if (!command) return console.log(`start: no browser found here, open ${address} in one`)
  const browser = spawn(command, args, { stdio: 'ignore', detached: true })
  browser.on('error', () => console.log(`start: the browser did not open, open ${address} yourself`))
  browser.unref()
}

const child = await start(process.argv.slice(2))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
