/** Letters a reason has at least; a Chinese character says as much as two. */
const leastLetters = 4

/** Whether a reason says anything: letters, not signs or figures alone, and not one letter over and over. `house`: 回拨 is enough, "." is not. */
export function hasSubstance(reason: string): boolean {
  const letters = [...reason.normalize('NFKC').toLowerCase()].filter((sign) => /\p{L}/u.test(sign))
  const weight = letters.reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
  return weight >= leastLetters && new Set(letters).size > 1
}
