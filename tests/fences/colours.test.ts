import { expect, it } from 'vitest'
import { findings, type Source, sourcesIn } from './sources.ts'

const renderer = sourcesIn('renderer').filter(({ path }) => path !== 'renderer/app/theme.ts')
const isPaper = ({ path }: Source) => path.startsWith('renderer/kit/FormGrid/') || /print/i.test(path)

const hexOrFunction = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!-)|\b(?:rgba?|hsla?|oklch|lab|lch|hwb)\(/gi
const named =
  /(?:color|background|border|fill|stroke|outline|shadow|bg|\bc)[\w-]*\s*[:=]\s*["'{]*\s*(?:red|green|blue|gr[ae]y|black|white|orange|yellow|teal|cyan|pink|violet|indigo|lime|grape|dark|silver|navy)\b/gi

it('has files to look at', () => expect(renderer.length).toBeGreaterThan(10))

it('takes every colour from renderer/app/theme.ts', () => {
  const screens = renderer.filter((source) => !isPaper(source))
  expect([...findings(screens, hexOrFunction), ...findings(screens, named)]).toEqual([])
})

it('prints black on white', () => {
  const inks = findings(renderer.filter(isPaper), hexOrFunction).filter((found) => !/#(000|fff)(\1)?$/i.test(found))
  const colours = findings(renderer.filter(isPaper), named).filter((found) => !/(black|white)$/i.test(found))
  expect([...inks, ...colours]).toEqual([])
})
