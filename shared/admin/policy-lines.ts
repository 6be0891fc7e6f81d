import { type Language, languages, type Text } from '../kit/words.ts'
import { caseEvents, isCaseEvent } from '../presets/events.ts'
import { type Difference, differencesBetween, isSame, itemsByKey, type Plain } from '../presets/merge.ts'
import type { ClockPolicy } from '../presets/schema.ts'
import { limitText } from '../presets/sentences.ts'

/** One change of the policies as a person reads it: 时限, 派工 · 停伙, 期限: 10 分钟 → 15 分钟. */
export interface PolicyLine {
  /** Name of the document it stands in: `clocks`, `contact`. */
  part: string
  /** What it is about where the part is a list; null for the part itself. */
  item: Text | null
  /** What of it: `limit`, `text`, `3` for the weekday; `added`, `removed` and `order` for lines of a list. */
  field: string
  /** Null where nothing stood. */
  before: Text | null
  after: Text | null
}

type Fields = Readonly<Record<string, Plain | undefined>>

const everywhere = (text: string): Text =>
  Object.fromEntries(languages.map((language) => [language, text])) as Record<Language, string>

const written = (value: Plain | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)

const isFields = (value: Plain | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: Plain | undefined): value is Fields & Text =>
  isFields(value) && languages.every((language) => typeof value[language] === 'string')

/** Said of every change of a figure and kept with it: where the figure is from. A limit shows it by itself. */
const unsaid = new Set(['rule', 'freeRules', 'paidRules', 'greetingRule', 'closingRule', 'fallbackRule', 'code'])

function said(value: Plain | undefined): Text | null {
  if (value === undefined || value === null || value === '') return null
  if (isText(value)) return value
  if (Array.isArray(value)) return saidList(value as readonly Plain[])
  if (isFields(value)) {
    const name = value['text'] ?? value['label'] ?? value['name']
    if (name !== undefined) return said(name)
    if (typeof value['from'] === 'string' && typeof value['to'] === 'string')
      return everywhere(`${value['from']}-${value['to']}`)
    return saidList(Object.entries(value).flatMap(([field, each]) => (unsaid.has(field) ? [] : [each ?? null])))
  }
  return everywhere(written(value))
}

function saidList(values: readonly Plain[]): Text | null {
  const texts = values.flatMap((value) => said(value) ?? [])
  if (texts.length === 0) return null
  return Object.fromEntries(
    languages.map((language) => [language, texts.map((text) => text[language]).join(', ')]),
  ) as Record<Language, string>
}

const eventText = (code: Plain | undefined): Text | null =>
  typeof code === 'string' && isCaseEvent(code) ? caseEvents[code].text : said(code)

function sourceText(limit: Fields | undefined): Text | null {
  const source = limit?.['source']
  if (!isFields(source)) return null
  const from = source['from'] === 'trade' ? written(source['trade']) : ''
  return source['from'] === 'own' ? null : everywhere([from, written(limit?.['rule'])].filter(Boolean).join(' '))
}

const spanOf = (limit: Fields | undefined): Text | null =>
  limit === undefined ? null : limitText(limit as unknown as ClockPolicy)

/** What a limit is called with its level and its kind of case, as their texts stand in the document. */
function limitName(limit: Fields, document: Fields): Text {
  const called = (list: string, code: Plain | undefined) =>
    code === undefined ? [] : [said(itemsByKey(document[list])?.get(written(code))) ?? everywhere(written(code))]
  const parts = [
    said(limit['text']) ?? everywhere(written(limit['clock'])),
    ...called('levels', limit['level']),
    ...called('kinds', limit['kind']),
  ]
  return Object.fromEntries(
    languages.map((language) => [language, parts.map((text) => text[language]).join(' · ')]),
  ) as Record<Language, string>
}

/** A limit line by line; its figure and how it runs are one thing, and so are its source and its rule. */
function limitLines(item: Text, was: Fields, is: Fields, fields: readonly string[]): PolicyLine[] {
  const has = (...names: string[]) => fields.some((field) => names.includes(field))
  const line = (field: string, of: (limit: Fields) => Text | null): PolicyLine => ({
    ...{ part: 'clocks', item, field, before: of(was), after: of(is) },
  })
  const isLimit = has('limitMinutes', 'hours')
  const isSource = has('source', 'rule') && !(isLimit && sourceText(is) === null)
  const others = fields.filter((field) => !['limitMinutes', 'hours', 'source', 'rule'].includes(field))
  return [
    ...(isLimit ? [line('limit', spanOf)] : []),
    ...others.map((field) =>
      line(field, (limit) => (field.endsWith('sAt') ? eventText(limit[field]) : said(limit[field]))),
    ),
    ...(isSource ? [line('source', sourceText)] : []),
  ]
}

function lineOf({ path, before, after }: Difference, names: (part: string, key: string) => Text | null): PolicyLine[] {
  const [part = '', ...rest] = path
  const last = rest.at(-1) ?? part
  if (unsaid.has(last)) return []
  const item = rest[0] === undefined ? null : names(part, rest[0])
  if (last === 'order') return [{ part, item: null, field: 'order', before: null, after: null }]
  if (item && rest.length === 1) {
    const field = before === undefined ? 'added' : 'removed'
    return [{ part, item, field, before: said(before), after: said(after) }]
  }
  if (last === 'week' && Array.isArray(before) && Array.isArray(after))
    return (after as readonly Plain[]).flatMap((windows, day) =>
      isSame((before as readonly Plain[])[day], windows)
        ? []
        : [{ part, item, field: `week.${day}`, before: said((before as readonly Plain[])[day]), after: said(windows) }],
    )
  const field = rest.slice(item ? 1 : 0).join('.')
  return [{ part, item, field: field === '' ? part : field, before: said(before), after: said(after) }]
}

/** What stands in a place of a document: an item of a list by its key, a field by its name. */
const standsAt = (document: Plain | undefined, path: readonly string[]): Plain | undefined =>
  path.reduce<Plain | undefined>(
    (at, name) => itemsByKey(at)?.get(name) ?? (isFields(at) ? at[name] : undefined),
    document,
  )

/** A text in several languages is one thing, whichever of them differ. */
function wholeTexts(found: readonly Difference[], was: Fields, is: Fields): Difference[] {
  const whole = found.map((difference): Difference => {
    const path = difference.path.slice(0, -1)
    const [before, after] = [standsAt(was, path), standsAt(is, path)]
    return isText(before) && isText(after) ? { path, before, after } : difference
  })
  return [...new Map(whole.map((difference) => [JSON.stringify(difference.path), difference])).values()]
}

/** What differs between two documents of policies, line by line in the order of the document, for people. */
export function policyLines(before: Plain | undefined, after: Plain | undefined): PolicyLine[] {
  const [was, is] = [before, after].map((document) => (isFields(document) ? document : {})) as [Fields, Fields]
  const itemOf = (document: Fields, part: string, key: string) => itemsByKey(document[part])?.get(key)
  const names = (part: string, key: string): Text | null => {
    const [document, item] = itemOf(is, part, key) ? [is, itemOf(is, part, key)] : [was, itemOf(was, part, key)]
    if (item === undefined) return null
    return part === 'clocks' ? limitName(item as Fields, document) : (said(item) ?? everywhere(key))
  }
  const found = wholeTexts(differencesBetween(was, is), was, is)
  const lines: PolicyLine[] = []
  const done = new Set<string>()
  for (const difference of found) {
    const [part, key = '', field] = difference.path
    if (part !== 'clocks' || key === 'order' || key === '') {
      lines.push(...lineOf(difference, names))
      continue
    }
    if (done.has(key)) continue
    done.add(key)
    const [old, now] = [itemOf(was, part, key), itemOf(is, part, key)] as [Fields | undefined, Fields | undefined]
    const item = names(part, key)!
    if (field === undefined) {
      const kind = old === undefined ? 'added' : 'removed'
      lines.push({ part, item, field: kind, before: spanOf(old), after: spanOf(now) })
      continue
    }
    const fields = found.flatMap(({ path }) => (path[0] === part && path[1] === key ? (path[2] ?? []) : []))
    lines.push(...limitLines(item, old!, now!, [...new Set(fields)]))
  }
  return lines
}
