import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languages, type Language, type Words } from '../../shared/kit/words.ts'
import { allWords } from '../../shared/words.ts'

const rememberedUnder = 'gendan.language'

/** Texts of one language by full key, as i18next wants them. */
function textsOf(language: Language): Record<string, string> {
  const byPrefix: Readonly<Record<string, Words>> = allWords
  return Object.fromEntries(
    Object.entries(byPrefix).flatMap(([prefix, words]) =>
      Object.entries(words).map(([key, text]) => [`${prefix}.${key}`, text[language]]),
    ),
  )
}

/** The first wanted language we speak; Chinese where nothing fits. Wanted: BCP 47 tags such as `zh-Hant-HK`. */
export function closestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh-(?:.*\b)?(?:Hant|TW|HK|MO)\b/i.test(tag)) return 'zh-TW'
    if (/^zh\b/i.test(tag)) return 'zh-CN'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'zh-CN'
}

function rememberedLanguage(): Language | undefined {
  const kept = localStorage.getItem(rememberedUnder)
  return languages.find((language) => language === kept)
}

/** The language on screen now. */
export const currentLanguage = () => i18next.language as Language

/** Changes the language at once and remembers it on this computer. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(rememberedUnder, language)
  await i18next.changeLanguage(language)
}

/** Starts the texts before the first paint. Call once. */
export async function startTexts(): Promise<void> {
  const tellDocument = (language: string) => {
    document.documentElement.lang = language
    document.title = i18next.t('kit.app.name')
  }
  i18next.on('languageChanged', tellDocument)
  await i18next.use(initReactI18next).init({
    lng: rememberedLanguage() ?? closestLanguage(navigator.languages),
    fallbackLng: 'zh-CN',
    supportedLngs: [...languages],
    resources: Object.fromEntries(languages.map((language) => [language, { translation: textsOf(language) }])),
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  tellDocument(i18next.language)
}
