import type { TradeRow } from '../../shared/admin/trade-schema.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { guessTrades } from '../../shared/presets/guess.ts'
import type { Choice } from '../../shared/presets/schema.ts'

/** Guessed trades stand on top: more of them than a glance takes in would be no guess. */
const mostGuessed = 3

/** Trades as the first run lists them. */
export interface ListedTrades {
  guessed: TradeRow[]
  groups: (Choice & { trades: TradeRow[] })[]
  /** Starting blank, which every search leaves in sight; null until the station has answered. */
  blank: TradeRow | null
  /** In the order the arrow keys walk; the blank one is the last. */
  ordered: TradeRow[]
}

/** Trades that fit what is searched, in any language: the ones guessed from the company's name, then the rest by group. */
export function listTrades(trades: readonly TradeRow[], companyName: string, wanted: string): ListedTrades {
  const blank = trades.find(({ isBlank }) => isBlank) ?? null
  const shown = trades.filter((trade) => !trade.isBlank && matches(trade, wanted))
  const guessed = companyName ? guessTrades(companyName, shown).slice(0, mostGuessed) : []
  const rest = shown.filter((trade) => !guessed.includes(trade))
  const groups = [...grouped(rest, ({ group }) => group.code).values()].map((own) => ({
    ...own[0]!.group,
    trades: own,
  }))
  return {
    ...{ guessed, groups, blank },
    ordered: [...guessed, ...groups.flatMap((group) => group.trades), ...(blank ? [blank] : [])],
  }
}

function matches({ name, hint, group, guessWords, products }: TradeRow, wanted: string): boolean {
  const text = wanted.normalize('NFKC').trim().toLowerCase()
  const places = [...[name, hint, group.text].flatMap((each) => Object.values(each)), ...products, ...guessWords]
  return text === '' || places.some((place) => place.toLowerCase().includes(text))
}
