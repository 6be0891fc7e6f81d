import type { TradeRow } from '../../shared/admin/trade-schema.ts'
import { blankTrade, tradesByGroup } from '../../shared/presets/catalog.ts'

/** Every trade that can be chosen, by group in the order they are offered; the blank one is the last. */
export const tradeRows: readonly TradeRow[] = [...tradesByGroup.flatMap(({ presets }) => presets), blankTrade].map(
  ({ id, name, hint, group, guessWords, productTypes }) => ({
    ...{ id, name, hint, group, guessWords },
    products: productTypes.flatMap(({ text }) => Object.values(text)),
    isBlank: id === blankTrade.id,
  }),
)
