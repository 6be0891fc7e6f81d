import type { Dialect } from './handles.ts'

/**
 * Whether a column holds one of these, however many they are: they travel as one value, because an engine takes only so many and reads a plan of
 * thousands slowly.
 */
export function oneOf(
  { engine }: Pick<Dialect, 'engine'>,
  column: string,
  some: readonly string[],
): { where: string; values: string[] } {
  const each =
    engine === 'postgres'
      ? `= ANY(ARRAY(SELECT jsonb_array_elements_text(CAST(? AS jsonb))))`
      : `IN (SELECT "value" FROM json_each(?))`
  return { where: `${column} ${each}`, values: [JSON.stringify(some)] }
}
