/** A length on the paper; `--mm` is one millimetre where the sheet stands: 4.2 px on screen, four real ones in print. */
export const mm = (length: number): string => `calc(var(--mm) * ${Math.round(length * 1000) / 1000})`

/** Size of letters given in points. */
export const pt = (size: number): string => mm((size * 25.4) / 72)
