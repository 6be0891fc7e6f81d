import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Every colour of the product. A colour outside this file is a mistake; tests/kit/theme.test.ts holds the contrast. */
export const colours = {
  light: {
    ground: '#F0F3F2',
    surface: '#FFFFFF',
    cell: '#F3F6F5',
    hover: '#EAEFED',
    line: '#D3DAD7',
    edge: '#7A8782',
    ink: '#16201C',
    ink2: '#45514C',
    ink3: '#5C6863',
    accent: '#1D4FA3',
    'accent-soft': '#E5EDF9',
    'accent-on': '#FFFFFF',
    'accent-pressed': '#163F85',
    strip: '#1D2925',
    'strip-on': '#F2F6F4',
    'strip-on2': '#B9C6C1',
    ok: '#14673A',
    'ok-soft': '#E3F2E8',
    warn: '#835000',
    'warn-soft': '#FCF0D8',
    late: '#B02318',
    'late-soft': '#FCE8E5',
    shade: 'rgb(22 32 28 / 0.22)',
  },
  dark: {
    ground: '#101513',
    surface: '#181E1C',
    cell: '#202825',
    hover: '#27302D',
    line: '#313B37',
    edge: '#7B8984',
    ink: '#E8EDEB',
    ink2: '#B7C2BD',
    ink3: '#98A49F',
    accent: '#8FB4F8',
    'accent-soft': '#1B2A45',
    'accent-on': '#0A1A38',
    'accent-pressed': '#A9C6FB',
    strip: '#2D3934',
    'strip-on': '#F4F8F6',
    'strip-on2': '#B9C6C1',
    ok: '#84D6A1',
    'ok-soft': '#15301F',
    warn: '#F1C266',
    'warn-soft': '#34290F',
    late: '#FFA299',
    'late-soft': '#43211E',
    shade: 'rgb(0 0 0 / 0.6)',
  },
} as const

/** A colour by what it means, never by how it looks. */
export type Colour = keyof (typeof colours)['light']

/** Lengths in px at the plain size; they become `--gd-<name>` in rem, so the wide window enlarges them and hairlines stay. */
export const sizes = {
  rail: 52,
  left: 288,
  right: 348,
  fourth: 440,
  'strip-height': 48,
  'key-bar': 44,
  'hand-over-bar': 60,
  tabs: 36,
  'page-head': 56,
  'pane-head': 34,
  button: 32,
  'button-small': 26,
  'form-row': 42,
  'form-label': 84,
  'form-head': 30,
  'list-row': 29,
  'list-row-tall': 32,
  'table-head': 26,
  'sheet-row': 28,
  badge: 20,
  'badge-lead': 28,
  hit: 24,
  pad: 14,
} as const

/** From this width on the root grows by a fifth and the side zones carry more. */
export const wide = { fromPx: 2200, scale: 1.2, sizes: { left: 344, right: 384 } } as const

/** Below this height rows get lower, so form and key bar stay together. */
export const low = { belowPx: 720, sizes: { 'form-row': 36 } } as const

/** Type sizes with their line heights, px at the plain size: `--gd-text-<size>` and `--gd-lead-<size>`. */
export const type = { 12: 16, 13: 18, 14: 20, 15: 22, 16: 24, 20: 28, 24: 28 } as const

/** Of the system: no font is loaded. */
export const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

const rem = (px: number) => `${px / 16}rem`
const named = <Value>(entries: Readonly<Record<string, Value>>, prefix: string, text: (value: Value) => string) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [`--gd-${prefix}${name}`, text(value)]))
const declarations = (entries: Readonly<Record<string, number>>) =>
  Object.entries(named(entries, '', rem))
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')

/** The two steps of size no variable resolver can say: the wide window and the low one. */
export const sizeSteps =
  `@media (min-width: ${wide.fromPx}px) { html:root { font-size: ${wide.scale * 100}%; ${declarations(wide.sizes)} } } ` +
  `@media (max-height: ${low.belowPx - 1}px) { html:root { ${declarations(low.sizes)} } }`

const { light, dark } = colours

/** Mantine wants ten shades; ours are the two of the schemes, repeated where no other exists. */
const shades = (name: 'accent' | 'ok' | 'warn' | 'late'): MantineColorsTuple => {
  const [bright, deep] = [dark[name], light[name]]
  return [
    light[`${name}-soft`],
    light[`${name}-soft`],
    bright,
    bright,
    bright,
    deep,
    deep,
    deep,
    deep,
    dark[`${name}-soft`],
  ]
}

/** Scheme-bound values of Mantine's own variables, so a plain Mantine component already looks like ours. */
const mantineVariables = (of: (typeof colours)['light' | 'dark']) => ({
  '--mantine-color-body': of.surface,
  '--mantine-color-text': of.ink,
  '--mantine-color-bright': of.ink,
  '--mantine-color-dimmed': of.ink3,
  '--mantine-color-placeholder': of.ink3,
  '--mantine-color-anchor': of.accent,
  '--mantine-color-error': of.late,
  '--mantine-color-default': of.surface,
  '--mantine-color-default-hover': of.hover,
  '--mantine-color-default-color': of.ink,
  '--mantine-color-default-border': of.edge,
  '--mantine-color-disabled': of.cell,
  '--mantine-color-disabled-color': of.ink3,
  '--mantine-color-disabled-border': of.line,
  '--mantine-primary-color-filled': of.accent,
  '--mantine-primary-color-filled-hover': of['accent-pressed'],
  '--mantine-primary-color-light': of['accent-soft'],
  '--mantine-primary-color-light-hover': of['accent-soft'],
  '--mantine-primary-color-light-color': of.accent,
  '--mantine-primary-color-contrast': of['accent-on'],
  '--mantine-color-accent-filled': of.accent,
  '--mantine-color-accent-filled-hover': of['accent-pressed'],
  '--mantine-color-accent-outline': of.accent,
})

/** Every token as a CSS variable, light and dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    ...named(sizes, '', rem),
    ...named(Object.fromEntries(Object.keys(type).map((size) => [size, Number(size)])), 'text-', rem),
    ...named(type, 'lead-', rem),
    '--gd-radius-field': '3px',
    '--gd-radius-button': '4px',
    '--gd-appear': '120ms',
  },
  light: { ...named(light, '', String), ...mantineVariables(light) },
  dark: { ...named(dark, '', String), ...mantineVariables(dark) },
})

/** The Mantine theme. Wrap pages in `ThemeProvider`, which brings the variables and the size steps too. */
export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace: fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  focusRing: 'always',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  white: light.surface,
  black: light.ink,
  colors: {
    accent: shades('accent'),
    green: shades('ok'),
    yellow: shades('warn'),
    red: shades('late'),
    gray: [
      light.cell,
      light.hover,
      light.line,
      light.line,
      light.edge,
      light.edge,
      light.ink3,
      light.ink2,
      light.ink,
      light.ink,
    ],
    dark: [
      dark.ink,
      dark.ink2,
      dark.ink3,
      dark.edge,
      dark.edge,
      dark.hover,
      dark.surface,
      dark.surface,
      dark.ground,
      dark.ground,
    ],
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(15), xl: rem(16) },
  lineHeights: { xs: '1.334', sm: '1.385', md: '1.429', lg: '1.467', xl: '1.5' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: '3px', sm: '3px', md: '4px', lg: '4px', xl: '4px' },
  shadows: {
    xs: 'none',
    sm: '0 2px 8px var(--gd-shade)',
    md: '0 4px 14px var(--gd-shade)',
    lg: '0 4px 14px var(--gd-shade)',
    xl: '0 4px 14px var(--gd-shade)',
  },
  /** Plain data: naming the components here would load every one of them before the first paint. */
  components: {
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120, transition: 'fade' } } },
  },
})
