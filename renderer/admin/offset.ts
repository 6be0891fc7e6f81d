/** Micrometres as people write millimetres: 1500 → `1.5`. */
export const millimetres = (micrometres: number): string => String(micrometres / 1000)

/** Typed millimetres, a comma or full-width figures allowed, as whole micrometres within 50 mm; null when it is no figure. */
export function microns(typed: string): number | null {
  const text = typed.normalize('NFKC').trim().replace(',', '.')
  if (!/^[+-]?\d*\.?\d+$/.test(text)) return null
  return Math.max(-50_000, Math.min(50_000, Math.round(Number(text) * 1000)))
}
