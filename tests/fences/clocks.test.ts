import { expect, it } from 'vitest'
import { findings, sourcesIn } from './sources.ts'

/** What asks this computer for its zone: every day and time is the company's, told by these two files. */
const zoneKnowers = ['shared/kit/calendar.ts', 'renderer/kit/station-clock.ts']
/** What asks this computer for the time: in the pages the station's clock counts. */
const clock = 'renderer/kit/station-clock.ts'

const sources = sourcesIn('renderer', 'shared')
const pages = sources.filter(({ path }) => path.startsWith('renderer/') && path !== clock)

const ownZone =
  /\.(?:get|set)(?:Hours|Minutes|Seconds|Date|Day|Month|FullYear|TimezoneOffset)\(|\.to(?:Locale|Locale(?:Date|Time)|Date|Time)String\(|\bnew Date\([^()]*,|\bDate\(\)/g
const ownClock = /\bnew Date\(\)|\bDate\.now\(/g

it('has files to look at', () => expect(pages.length).toBeGreaterThan(100))

it('tells every day and time in a named zone, never in that of the computer', () =>
  expect(
    findings(
      sources.filter(({ path }) => !zoneKnowers.includes(path)),
      ownZone,
    ),
  ).toEqual([]))

it('gives every format of a date its zone', () => {
  const formats = /new Intl\.DateTimeFormat\((?:(?!timeZone)[^)])*\)/g
  expect(
    findings(
      sources.filter(({ path }) => !zoneKnowers.includes(path)),
      formats,
    ),
  ).toEqual([])
})

it('asks the station for the time', () => expect(findings(pages, ownClock)).toEqual([]))

it.each(['at.getHours()', "at.toLocaleString('sv-SE')", 'at.toDateString()', 'new Date(2026, 1, 2)'])(
  'would find %s',
  (text) => expect(findings([{ path: 'a.ts', text }], ownZone)).toHaveLength(1),
)

it.each(['at.getUTCHours()', 'at.toISOString()', 'new Date(Date.UTC(2026, 1, 2))', 'new Date(at)'])(
  'has nothing against %s',
  (text) => expect(findings([{ path: 'a.ts', text }], ownZone)).toEqual([]),
)
