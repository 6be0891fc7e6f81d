/**
 * 按公司名猜的: trades whose words stand in the company's name, most letters matched first; empty when nothing fits. A Latin
 * word counts only where a word begins with it: a transport firm sells no sport.
 */
export function guessTrades<Trade extends { guessWords: readonly string[] }>(
  companyName: string,
  offered: readonly Trade[],
): Trade[] {
  const name = companyName.normalize('NFKC').toLowerCase()
  const stands = (word: string) =>
    /^[a-z]/u.test(word) ? new RegExp(`(?<![a-z])${word.replaceAll('.', '\\.')}`, 'u').test(name) : name.includes(word)
  const weightOf = ({ guessWords }: Trade) =>
    guessWords.reduce((sum, word) => sum + (stands(word.toLowerCase()) ? word.length : 0), 0)
  return offered
    .map((trade) => ({ trade, weight: weightOf(trade) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ trade }) => trade)
}
