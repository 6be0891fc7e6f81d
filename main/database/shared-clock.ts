import type { Engine, Reader } from './handles.ts'

/** Tells the present instant by a clock that does not depend on the machine that asks. */
export type SharedClock = (reader: Reader) => Promise<string>

/**
 * The clock that every station of one database goes by where it compares what another wrote, such as a lease: PostgreSQL's own, since the
 * clocks of two machines differ. An SQLite file has one station, whose own clock `now` it is.
 */
export function sharedClock(engine: Engine, now: () => string): SharedClock {
  if (engine === 'sqlite') return async () => now()
  return async (reader) => {
    const [row] = (await reader.query(presentInstant)) as [{ at: string }]
    return row.at
  }
}

/** The instant of asking, not of the transaction's begin, as the tables keep it. */
const presentInstant = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "at"`
