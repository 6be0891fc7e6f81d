import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features } from '../../shared/kit/features.ts'
import { findings, foldersIn, namesAtTop, sourcesIn, textOf } from './sources.ts'

const layers = ['shared', 'main', 'renderer', 'tests', 'build'] as const

const rooms: Record<string, readonly string[]> = {
  shared: ['clocks', 'forms', 'kit', 'presets'],
  main: 'api clocks database desktop exports files hosts house imports sample scheduler'.split(' '),
  renderer: ['app', 'kit'],
  tests: ['bench', 'database', 'desktop', 'faults', 'fences', 'journeys', 'kit'],
}
/** Tests may also stand in a room of the code they test. */
const testRooms = [...new Set(Object.values(rooms).flat())]

describe('the tree', () => {
  it('has only the agreed names at the top', () => {
    const allowed = [
      ...['LICENSE', 'README.md', 'electron-builder.yml', 'package-lock.json', 'package.json', 'tsconfig.json'],
      ...['build', 'main', 'renderer', 'shared', 'tests'],
      ...['coverage', 'dist', 'node_modules', 'out', 'test-results'], // made by tools, ignored by git
    ]
    expect(namesAtTop().filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([])
  })

  it('ignores in git what tools make', () => {
    const ignored = textOf('.gitignore').split(/\r?\n/)
    for (const made of ['coverage/', 'dist/', 'node_modules/', 'out/', 'test-results/']) expect(ignored).toContain(made)
  })

  it.each(Object.keys(rooms))('has only features and known rooms in %s', (layer) => {
    const known = new Set<string>([...features, ...(rooms[layer] ?? []), ...(layer === 'tests' ? testRooms : [])])
    expect(foldersIn(layer).filter((name) => !known.has(name))).toEqual([])
  })

  it('shows a feature of main or renderer under the same word in shared', () => {
    const shared = foldersIn('shared')
    const spoken = [...foldersIn('main'), ...foldersIn('renderer')].filter((name) =>
      features.some((word) => word === name),
    )
    expect(spoken.filter((name) => !shared.includes(name))).toEqual([])
  })
})

describe('the files', () => {
  const sources = sourcesIn(...layers)

  it('are there', () => expect(sources.length).toBeGreaterThan(50))

  it('have at most 400 lines', () => {
    const lines = ({ text }: { text: string }) => text.replace(/\n$/, '').split('\n').length
    expect(sources.filter((source) => lines(source) > 400).map((source) => `${source.path} ${lines(source)}`)).toEqual(
      [],
    )
  })

  it('are kebab-case, components PascalCase', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|module|d))?\.(ts|tsx|js|mjs|css)$/
    const vite = /^vite\.[a-z]+\.config\.ts$/
    const pascal = /^([A-Z][a-z0-9]*)+\.(tsx|css)$|^([A-Z][a-z0-9]*)+\.module\.css$/
    const wrong = sources.filter(({ path }) => ![kebab, vite, pascal].some((pattern) => pattern.test(basename(path))))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('are not named by nothing in particular', () => {
    const vague = /(^|[-/])(utils?|helpers?|common|misc|managers?)(?=[-./])|(^|\/)index\./i
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })

  it('import each other with their extension', () => {
    const bare = /from '\.{1,2}\/[^']*(?<!\.(?:ts|tsx|js|mjs|css|json|svg|png)(?:\?[a-z]+)?)'/g
    expect(findings(sources, bare)).toEqual([])
  })
})

describe('shared', () => {
  it('knows no clock and no randomness', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\b\.|\bset(Timeout|Interval)\(|\bfetch\(|\bprocess\.|\bwindow\.|\bdocument\./g
    expect(findings(sourcesIn('shared'), impure)).toEqual([])
  })
})
