import { dirname, normalize } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { customerFields } from '../../shared/customers/fields.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import type { FieldEntry } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { allWords } from '../../shared/words.ts'
import { sourcesIn, withoutComments } from './sources.ts'

const modules = new Map(sourcesIn('renderer').map(({ path, text }) => [path, withoutComments(text)]))
const partPattern = /words: \[(?<words>[^\]]*)\],\s*load: \(\) =>\s*import\('(?<file>[^']+)'\)/g
const keyPattern = new RegExp(`['"\`]((${Object.keys(allWords).join('|')})\\.[\\w.-]+)(['"\`]|\\$\\{)`, 'g')
const keys = Object.entries(allWords).flatMap(([prefix, words]) => Object.keys(words).map((key) => `${prefix}.${key}`))
const isText = (named: string, end: string) =>
  keys.some((key) => (end === '${' ? key.startsWith(named) : key === named || key.startsWith(`${named}_`)))
const beside = (path: string, named: string) => normalize(`${dirname(path)}/${named}`)

/** Modules that come with this one: its imports, and what it loads later without words of its own. */
function broughtBy(path: string): string[] {
  const code = (modules.get(path) ?? '').replaceAll(partPattern, '')
  const imports = [...code.matchAll(/^(?:import|export|\}) (?!type )[^;']*?from '(\.[^']+)'/gm)]
  const later = [...code.matchAll(/\bimport\('(\.[^']+)'\)/g)]
  return [...imports, ...later].map((match) => beside(path, match[1] ?? '')).filter((name) => modules.has(name))
}

function allBroughtBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || path === 'renderer/registry.ts') return seen
  seen.add(path)
  for (const next of broughtBy(path)) allBroughtBy(next, seen)
  return seen
}

/** Prefixes whose texts the modules name. */
function spokenBy(paths: Iterable<string>): string[] {
  const spoken = [...paths].flatMap((path) =>
    [...(modules.get(path) ?? '').matchAll(keyPattern)]
      .filter(([, named = '', , end = '']) => isText(named, end))
      .map((match) => match[2] ?? ''),
  )
  return [...new Set(spoken)].filter((prefix) => prefix !== 'kit').sort()
}

const described: Readonly<Record<string, readonly FieldEntry[]>> = {
  caseFields,
  customerFields,
  lineFields,
  productFields,
}

/** Prefixes of the fields that the modules show by their entries: cells of a group, columns of a list, lines of a page. Their keys stand in shared. */
function spokenByFields(paths: Iterable<string>): string[] {
  const codes = [...paths].map((path) => modules.get(path) ?? '')
  const groups = new Set(codes.flatMap((code) => [...code.matchAll(/\bgroup="(\w+)"/g)].map((match) => match[1])))
  const shown = codes.flatMap((code) =>
    Object.entries(described).flatMap(([name, fields]) => {
      if (!new RegExp(`\\b${name}\\b`).test(code)) return []
      return fields.filter(
        ({ group, listed, page }) =>
          groups.has(group) ||
          (listed && code.includes(`useFieldColumns(${name})`)) ||
          (page && /\bpage\?*\.section\b/.test(code)),
      )
    }),
  )
  const named = shown.flatMap(({ label, usual, words, page }) => [label, usual, words, page?.label])
  return [...new Set(named.flatMap((key) => key?.split('.', 1) ?? []))].filter((prefix) => prefix !== 'kit').sort()
}

const parts = [...modules].flatMap(([path, code]) =>
  [...code.matchAll(partPattern)].map(({ groups }) => ({
    file: beside(path, groups?.['file'] ?? ''),
    words: [...(groups?.['words'] ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '').sort(),
  })),
)

describe('a part of the pages', () => {
  it('is seen', () => expect(parts.length).toBeGreaterThan(15))

  it.each(parts)('fetches the words that $file speaks', ({ file, words }) => {
    expect(modules.has(file)).toBe(true)
    expect(words).toEqual(expect.arrayContaining(spokenBy(allBroughtBy(file))))
  })

  it.each(parts)('fetches the words of the fields that $file shows by their entries', ({ file, words }) =>
    expect(words).toEqual(expect.arrayContaining(spokenByFields(allBroughtBy(file)))),
  )

  it('is seen to show fields by their entries', () =>
    expect(parts.filter(({ file }) => spokenByFields(allBroughtBy(file)).length > 0).length).toBeGreaterThan(2))

  it('is all that speaks: the shell has only the texts of kit', () =>
    expect(spokenBy(allBroughtBy('renderer/app/main.tsx'))).toEqual([]))
})
