import { app } from 'electron'
import { desktopWords } from '../../shared/kit/desktop-words.ts'
import type { Language } from '../../shared/kit/words.ts'
import type { Settings } from './settings.ts'

/** A text of this desktop by its full key, for example `desktop.menu.print`. */
export type Say = (key: `desktop.${keyof typeof desktopWords}`, facts?: Record<string, string | number>) => string

export function sayIn(language: Language): Say {
  return (key, facts = {}) => {
    const text = desktopWords[key.slice('desktop.'.length) as keyof typeof desktopWords][language]
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(facts[name] ?? whole))
  }
}

/** The language the member chose, else the nearest to the system's. Simplified Chinese when in doubt. */
export function languageOf(settings: Settings): Language {
  if (settings.value.language) return settings.value.language
  const locale = app.getLocale()
  if (/^zh-(TW|HK|MO|Hant)/i.test(locale)) return 'zh-TW'
  return locale.startsWith('en') ? 'en' : 'zh-CN'
}
