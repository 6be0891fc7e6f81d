/** One choice of each: a row of the matrix. */
export type Row<Choices extends Record<string, readonly unknown[]>> = { [Name in keyof Choices]: Choices[Name][number] }

/** Every row of a matrix. */
export function everyRow<const Choices extends Record<string, readonly unknown[]>>(choices: Choices): Row<Choices>[] {
  const rows = Object.entries(choices).reduce<Record<string, unknown>[]>(
    (built, [name, values]) => built.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  )
  return rows as Row<Choices>[]
}

/**
 * Few rows in which every two values meet at least once, the same at every run: most faults of a matrix show where two things meet. With
 * GENDAN_MATRIX=full it is every row.
 */
export function pairwise<const Choices extends Record<string, readonly unknown[]>>(choices: Choices): Row<Choices>[] {
  const all = everyRow(choices)
  if (process.env.GENDAN_MATRIX === 'full') return all
  const pairsOf = (row: Row<Choices>) => {
    const cells = Object.keys(choices).map((name) => `${name}=${choices[name]?.indexOf(row[name])}`)
    return cells.flatMap((cell, at) => cells.slice(at + 1).map((other) => `${cell}&${other}`))
  }
  const open = new Set(all.flatMap(pairsOf))
  const chosen: Row<Choices>[] = []
  while (open.size > 0) {
    let best = all[0]!
    let most = 0
    for (const row of all) {
      const meets = pairsOf(row).filter((pair) => open.has(pair)).length
      if (meets > most) [best, most] = [row, meets]
    }
    chosen.push(best)
    for (const pair of pairsOf(best)) open.delete(pair)
  }
  return chosen
}
