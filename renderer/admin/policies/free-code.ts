/** Code of a further line of a list: the first of own1, own2 … that none of its lines has. */
export function freeCode(lines: readonly { code: string }[]): string {
  const taken = new Set(lines.map(({ code }) => code))
  const nth = Array.from({ length: lines.length + 1 }, (_, at) => at + 1).find((each) => !taken.has(`own${each}`))
  return `own${nth ?? lines.length + 1}`
}
