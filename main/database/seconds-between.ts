import type { Engine } from './database.ts'

/** SQL of the whole seconds from one instant to another; null where either is missing. */
export const secondsBetween = (engine: Engine, fromAt: string, toAt: string): string =>
  engine === 'postgres'
    ? `CAST(floor(EXTRACT(EPOCH FROM (CAST(${toAt} AS timestamptz) - CAST(${fromAt} AS timestamptz)))) AS integer)`
    : `CAST((julianday(${toAt}) - julianday(${fromAt})) * 86400 + 0.0005 AS integer)`
