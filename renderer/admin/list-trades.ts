import { blankTrade, guessPresets, tradesByGroup } from '../../shared/presets/catalog.ts'
import type { Choice, Policy } from '../../shared/presets/schema.ts'

/** Guessed trades stand on top: more of them than a glance takes in would be no guess. */
const mostGuessed = 3

/** Trades as the first run lists them. */
export interface ListedTrades {
  guessed: Policy[]
  groups: (Choice & { presets: Policy[] })[]
  /** In the order the arrow keys walk; the blank one is the last. */
  ordered: Policy[]
}

/** Trades that fit what is searched, in any language: the ones guessed from the company's name, then the rest by group. */
export function listTrades(companyName: string, wanted: string): ListedTrades {
  const all = tradesByGroup.flatMap(({ presets }) => presets)
  const shown = all.filter((preset) => matches(preset, wanted))
  const guessed = companyName ? guessPresets(companyName, shown).slice(0, mostGuessed) : []
  const groups = tradesByGroup
    .map((group) => ({
      ...group,
      presets: group.presets.filter((preset) => shown.includes(preset) && !guessed.includes(preset)),
    }))
    .filter(({ presets }) => presets.length > 0)
  return { guessed, groups, ordered: [...guessed, ...groups.flatMap(({ presets }) => presets), blankTrade] }
}

function matches({ name, hint, group, guessWords, productTypes }: Policy, wanted: string): boolean {
  const text = wanted.normalize('NFKC').trim().toLowerCase()
  const texts = [name, hint, group.text, ...productTypes.map((each) => each.text)]
  const places = [...texts.flatMap((each) => Object.values(each)), ...guessWords]
  return text === '' || places.some((place) => place.toLowerCase().includes(text))
}
