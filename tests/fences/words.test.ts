import { describe, expect, it } from 'vitest'
import { features } from '../../shared/kit/features.ts'
import { desktopWords } from '../../shared/kit/desktop-words.ts'
import { languages, type Text, type Words } from '../../shared/kit/words.ts'
import { allWords } from '../../shared/words.ts'
import { sourcesIn, withoutComments } from './sources.ts'

const namespaces: Record<string, Words> = { ...allWords, desktop: desktopWords }
const texts = Object.entries(namespaces).flatMap(([prefix, words]) =>
  Object.entries(words).map(([key, text]) => ({ prefix, key, full: `${prefix}.${key}`, text })),
)
const full = new Set(texts.flatMap(({ full: key }) => [key, withoutPlural(key)]))
const code = sourcesIn('shared', 'main', 'renderer')
  .filter(({ path }) => !/words\.ts$/.test(path))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }))

/** i18next finds `x_one` and `x_other` when the code says `x` with a count. */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

/** The arguments of every call that starts with `opening`, brackets balanced. */
function argumentsOf(text: string, opening: RegExp): string[] {
  return [...text.matchAll(opening)].map((match) => {
    const from = match.index + match[0].length
    let depth = 1
    let to = from
    while (depth > 0 && to < text.length) {
      const sign = text[to++]
      if (sign === '(') depth++
      if (sign === ')') depth--
    }
    return text.slice(from, to - 1)
  })
}

const fillings = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

describe('every text', () => {
  it('is there', () => expect(texts.length).toBeGreaterThan(50))

  it('stands in every language', () => {
    const holes = texts.filter(({ text }) => languages.some((language) => !text[language].trim()))
    expect(holes.map((hole) => hole.full)).toEqual([])
  })

  it('takes the same facts in every language', () => {
    const facts = (text: Text) => new Set(languages.map((language) => fillings(text[language]).join()))
    expect(
      texts.filter(({ key, text }) => key === withoutPlural(key) && facts(text).size > 1).map((odd) => odd.full),
    ).toEqual([])
  })

  it('has no Chinese left in its English', () => {
    expect(
      texts.filter(({ text }) => /\p{Script=Han}/u.test(text.en) && text.en !== text['zh-CN']).map((odd) => odd.full),
    ).toEqual([])
  })

  it('of a words file is listed in shared/words.ts', async () => {
    const files = import.meta.glob<Record<string, unknown>>(['../../shared/**/words.ts', '../../shared/**/*-words.ts'])
    const listed = new Set(texts.map(({ text }) => text))
    const lost: string[] = []
    for (const [path, load] of Object.entries(files)) {
      if (path.endsWith('shared/words.ts') || path.endsWith('kit/words.ts')) continue
      // The words of paper forms are printed by the layout, never by t(); tests/forms holds them to the same rules.
      if (path.endsWith('forms/words.ts')) continue
      const words = Object.values(await load()).filter((value) => typeof value === 'object') as Words[]
      if (words.some((each) => Object.values(each).some((text) => !listed.has(text)))) lost.push(path)
    }
    expect(lost).toEqual([])
  })
})

/** Where the code names a text: the arguments of t(), of a Failure, and `text: '…'` in a list. */
const named = code.flatMap(({ path, text }) => {
  const places = [
    ...argumentsOf(text, /(?<![\w.])(?:i18next\.)?t\(/g),
    ...argumentsOf(text, /new Failure\(/g),
    ...[...text.matchAll(/\b(?:text|textKey|i18nKey)\s*[:=]\s*\{?\s*(['"`][^'"`]*['"`])/g)].map(
      (match) => match[1] ?? '',
    ),
  ]
  const prefixes = [...new Set([...Object.keys(namespaces), ...features])].join('|')
  const literal = new RegExp(`(['"\`])((?:${prefixes})\\.[^'"\`\\s]*)\\1`, 'g')
  return places.flatMap((place) => [...place.matchAll(literal)].map((match) => ({ path, key: match[2] ?? '' })))
})

describe('every key', () => {
  it('is seen in the code', () => expect(named.length).toBeGreaterThan(20))

  it('that the code names has its text', () => {
    const missing = named.filter(({ key }) => {
      const fixed = key.split('${')[0] ?? ''
      return fixed === key ? !full.has(key) : ![...full].some((known) => known.startsWith(fixed))
    })
    expect(missing.map(({ path, key }) => `${path} ${key}`)).toEqual([])
  })

  it('is named somewhere in the code', () => {
    const all = code.map(({ text }) => text).join('\n')
    const literals = new Set([...all.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''))
    const beginnings = [...all.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '')
    const byProperty = new Set([...all.matchAll(/\b\w*[wW]ords\.(\w+)/g)].map((match) => match[1] ?? ''))
    const byName = new Set([...all.matchAll(/\b\w*[wW]ords\[['"`]([\w.-]+)['"`]\]/g)].map((match) => match[1] ?? ''))
    const byBeginning = [...all.matchAll(/\b\w*[wW]ords\[`([\w.-]+)\$\{/g)].map((match) => match[1] ?? '')
    // Forms, presets and the desktop name their words without the prefix, each in its own room.
    const rooms: Record<string, string> = {
      forms: 'shared/forms/',
      presets: 'shared/presets/',
      trades: 'shared/presets/',
      desktop: 'main/desktop/',
    }
    const bare = (prefix: string) =>
      code
        .filter(({ path }) => path.startsWith(rooms[prefix] ?? '\0'))
        .map(({ text }) => text)
        .join('\n')
    const inRoom = Object.fromEntries(Object.keys(rooms).map((prefix) => [prefix, bare(prefix)]))
    const unused = texts.filter(({ prefix, key }) => {
      const plain = withoutPlural(key)
      const whole = `${prefix}.${plain}`
      return !(
        literals.has(whole) ||
        beginnings.some((beginning) => whole.startsWith(beginning)) ||
        byProperty.has(plain) ||
        byName.has(plain) ||
        byBeginning.some((beginning) => plain.startsWith(beginning)) ||
        inRoom[prefix]?.includes(`'${plain}'`)
      )
    })
    expect(unused.map((odd) => odd.full)).toEqual([])
  })
})
