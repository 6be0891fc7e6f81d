/** Where in a write an error may strike. `statement` is a statement of the write itself. */
export const moments = ['BEGIN', 'SAVEPOINT', 'statement', 'RELEASE', 'ROLLBACK TO', 'ROLLBACK', 'COMMIT'] as const

export type Moment = (typeof moments)[number]

/** One thing that goes wrong, where. */
export interface Fault {
  /** Its code, as the engine writes it. */
  error: string
  moment: Moment
  /** The database itself undoes the whole transaction, as it may at most of these errors. */
  undoes: boolean
  /** Strikes at this one of the statements it fits, counted from 0. */
  nth: number
  /** So often in a row; a disk stays full for a while. */
  times: number
}

/** Stands between TypeORM and the driver of one engine, in this process only. */
export interface Shim {
  /** The errors this engine knows. */
  errors: readonly string[]
  /** What fails from now on. */
  strike(fault: Fault | null): void
  /** How often something has failed. */
  struck(): number
  remove(): void
}

/** The moment a statement stands for. */
export function momentOf(sql: string): Moment | null {
  const door = moments.find((moment) => sql.startsWith(moment))
  if (door) return door
  return sql.startsWith('INSERT') ? 'statement' : null
}
