import type { Language } from '../../../shared/kit/words.ts'

/** 星期一 … of a day of the week, 0 = Sunday. */
export const weekdayText = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day))
