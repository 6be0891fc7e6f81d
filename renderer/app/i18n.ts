import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { loaders } from 'virtual:words'
import { languages, type Language } from '../../shared/kit/words.ts'
import type { allWords } from '../../shared/words.ts'

const rememberedUnder = 'gendan.language'

/** What a text key begins with: a feature, or one of `kit`, `presets`, `desktop`. Its texts are one file a language. */
export type WordsPrefix = keyof typeof allWords

/** What some part on screen speaks: a change of language fetches these before it changes. */
const spoken = new Set<WordsPrefix>()
const loads = new Map<string, Promise<void>>()

function load(language: Language, prefix: WordsPrefix): Promise<void> {
  const name = `${language}/${prefix}`
  const known = loads.get(name)
  if (known) return known
  const loading = loaders[language][prefix]().then(
    ({ texts }) => void i18next.addResourceBundle(language, 'translation', texts, false, true),
  )
  loads.set(name, loading)
  loading.catch(() => loads.delete(name)) // so that the next try asks again
  return loading
}

/** Resolves once the texts of the prefixes are there in the language on screen. Await it before showing what speaks them. */
export async function fetchWords(prefixes: readonly WordsPrefix[]): Promise<void> {
  for (const prefix of prefixes) spoken.add(prefix)
  await Promise.all(prefixes.map((prefix) => load(currentLanguage(), prefix)))
}

/** Resolves once the text of a key that the station named is there; a key of no prefix has none to wait for. */
export async function fetchTextOf(key: string): Promise<void> {
  const prefix = key.split('.')[0] ?? ''
  if (prefix in loaders['zh-CN']) await fetchWords([prefix as WordsPrefix])
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

/** Changes the language as soon as its texts are there, and remembers it on this computer. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([...spoken].map((prefix) => load(language, prefix)))
  localStorage.setItem(rememberedUnder, language)
  await i18next.changeLanguage(language)
}

/** Starts the texts before the first paint, with those of the shell. Call once. */
export async function startTexts(): Promise<void> {
  const tellDocument = (language: string) => {
    document.documentElement.lang = language
    document.title = i18next.t('kit.app.name')
  }
  i18next.on('languageChanged', tellDocument)
  await i18next.use(initReactI18next).init({
    lng: rememberedLanguage() ?? closestLanguage(navigator.languages),
    fallbackLng: false,
    supportedLngs: [...languages],
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await fetchWords(['kit'])
  tellDocument(i18next.language)
}
