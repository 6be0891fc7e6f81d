/**
 * First step of every npm script that may be the first command on a machine: installs what is missing, then runs the
 * script named by its arguments under the project's own Node. Plain JavaScript without dependencies, because it runs
 * under whatever Node (20 or newer) and npm (10 or newer) the machine has; a second run finds everything in place.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = dirname(dirname(fileURLToPath(import.meta.url)))
const ownNode = join(top, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The packages of a lock file by their place in node_modules. An absent file is an empty list. */
function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {}
}

/** True when each package the lock file asks for stands in node_modules in its version (optional ones may be absent). */
function packagesAreInstalled() {
  const installed = packagesOf(join(top, 'node_modules/.package-lock.json'))
  return Object.entries(packagesOf(join(top, 'package-lock.json'))).every(([place, wanted]) => {
    if (place === '' || wanted.link) return true
    return installed[place] ? installed[place].version === wanted.version : Boolean(wanted.optional)
  })
}

/** Packages whose install script does something needed. All others stay silent: npm 10 would compile SQLite otherwise. */
function packagesWithScripts() {
  const { allowScripts } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  return Object.keys(allowScripts).filter((name) => allowScripts[name] && existsSync(join(top, 'node_modules', name)))
}

function npm(...args) {
  const script = process.env.npm_execpath
  const quiet = ['--no-fund', '--no-audit', '--no-update-notifier', '--loglevel=error']
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []]
  const { status } = spawnSync(command, [...first, ...args, ...quiet], {
    cwd: top,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !script && process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`set-up: "npm ${args.join(' ')}" failed; the lines above say why`)
    process.exit(status ?? 1)
  }
}

if (!packagesAreInstalled()) {
  console.error('set-up: installing the packages of package-lock.json (a minute or two, once)')
  npm('ci', '--ignore-scripts')
}
if (!existsSync(ownNode)) {
  console.error('set-up: fetching the Node the product runs on')
  npm('rebuild', ...packagesWithScripts())
}

const child = spawn(ownNode, process.argv.slice(2), {
  cwd: top,
  stdio: 'inherit',
  env: { ...process.env, PATH: [join(top, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// A shell between npm and this script may die without passing the signal on: nobody is left to stop the program then.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, 500).unref()
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
