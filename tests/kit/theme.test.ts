import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { colours, cssVariables, low, sizes, sizeSteps, theme, wide, type Colour } from '../../renderer/app/theme.ts'

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

const luminance = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((start) => channel(parseInt(hex.slice(start, start + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Contrast as WCAG 2.2 computes it. */
const contrast = (one: string, other: string) => {
  const [bright, deep] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright! + 0.05) / (deep! + 0.05)
}

const text = 4.5
const border = 3
/** The figures below are stated with one decimal, two of them rounded up from just under the half. */
const statedToWithin = 0.06

it('computes contrast as the standard does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
})

it.each<[Colour, Colour, number, number, number]>([
  ['ink', 'surface', 16.7, 14.3, text],
  ['ink2', 'surface', 8.3, 9.2, text],
  ['ink2', 'cell', 7.6, 8.2, text],
  ['ink3', 'surface', 5.8, 6.6, text],
  ['ink3', 'ground', 5.2, 7.2, text],
  ['ink3', 'cell', 5.3, 5.9, text],
  ['ink3', 'hover', 5.0, 5.3, text],
  ['ink3', 'accent-soft', 4.9, 5.6, text],
  ['accent', 'surface', 7.8, 8.1, text],
  ['accent', 'accent-soft', 6.6, 6.9, text],
  ['accent-on', 'accent', 7.8, 8.3, text],
  ['edge', 'surface', 3.7, 4.6, border],
  ['edge', 'ground', 3.4, 5.1, border],
  ['edge', 'cell', 3.4, 4.1, border],
  ['accent', 'cell', 7.2, 7.2, border],
  ['strip-on', 'strip', 13.8, 11.2, text],
  ['strip-on2', 'strip', 8.5, 6.8, text],
  ['ok', 'ok-soft', 6.0, 8.2, text],
  ['warn', 'warn-soft', 6.0, 8.6, text],
  ['late', 'late-soft', 5.8, 7.4, text],
])('%s on %s has %f in light and %f in dark, at least %f', (front, back, light, dark, least) => {
  const inLight = contrast(colours.light[front], colours.light[back])
  const inDark = contrast(colours.dark[front], colours.dark[back])
  expect(Math.abs(inLight - light)).toBeLessThan(statedToWithin)
  expect(Math.abs(inDark - dark)).toBeLessThan(statedToWithin)
  expect(Math.min(inLight, inDark)).toBeGreaterThanOrEqual(least)
})

it.each<[Colour, Colour]>([
  ['ink', 'accent-soft'],
  ['ink2', 'hover'],
  ['ink2', 'ground'],
  ['ink', 'warn-soft'],
  ['accent-on', 'accent-pressed'],
  ['ok', 'surface'],
  ['warn', 'surface'],
  ['late', 'surface'],
  ['late', 'cell'],
  ['surface', 'ink'],
])('%s on %s is readable in both schemes', (front, back) => {
  expect(contrast(colours.light[front], colours.light[back])).toBeGreaterThanOrEqual(text)
  expect(contrast(colours.dark[front], colours.dark[back])).toBeGreaterThanOrEqual(text)
})

it('every token is a CSS variable in both schemes', () => {
  const resolved = cssVariables(theme as Parameters<typeof cssVariables>[0])
  for (const name of Object.keys(colours.light) as Colour[]) {
    expect(resolved.light[`--gd-${name}`]).toBe(colours.light[name])
    expect(resolved.dark[`--gd-${name}`]).toBe(colours.dark[name])
  }
  expect(resolved.variables['--gd-rail']).toBe(`${sizes.rail / 16}rem`)
})

it('no name is both a colour and a length', () => {
  expect(Object.keys(sizes).filter((name) => name in colours.light)).toEqual([])
})

it('the wide window grows by a fifth and the low one gets lower rows', () => {
  expect(sizeSteps).toContain(`(min-width: ${wide.fromPx}px)`)
  expect(sizeSteps).toContain('font-size: 120%')
  expect(sizeSteps).toContain(`(max-height: ${low.belowPx - 1}px)`)
  expect(sizeSteps).toContain('--gd-form-row: 2.25rem')
})

it('no raw colour stands outside the theme file', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tsx?|css)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(1)
  const raw = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|oklch)a?\(/i
  const named = /:\s*(?:white|black|red|green)\b/i
  // Paper is black on white whatever the scheme, so its drawing may say so.
  const isRaw = (name: string, text: string) =>
    raw.test(text) || (!name.startsWith('kit/FormGrid/') && named.test(text))
  const found = files.filter((name) => name !== 'app/theme.ts' && isRaw(name, readFileSync(`renderer/${name}`, 'utf8')))
  expect(found).toEqual([])
})
