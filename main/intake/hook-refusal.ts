import { adminWords } from '../../shared/admin/words.ts'
import { intakeWords } from '../../shared/intake/words.ts'
import { type FailureData, failureStatus } from '../../shared/kit/failure.ts'
import type { Language, Text, Words } from '../../shared/kit/words.ts'

/**
 * A refusal for whoever configures a telephone system: beside kind, key and field one `sentence` in the language the request
 * asks for, Chinese otherwise. It says nothing of what was sent.
 */
export function refuseHook(data: FailureData, acceptLanguage: string | null): Response {
  const language = languageOf(acceptLanguage ?? '')
  const sentence = sentenceOf(data, language)
  return Response.json(
    { failure: { ...data, ...(sentence === undefined ? {} : { sentence }) } },
    { status: failureStatus[data.kind], headers: { 'content-language': language, vary: 'Accept-Language' } },
  )
}

function sentenceOf({ text, facts }: FailureData, language: Language): string | undefined {
  const [feature = '', ...key] = text.split('.')
  const words: Readonly<Record<string, Words>> = { intake: intakeWords, admin: adminWords }
  const found: Text | undefined = words[feature]?.[key.join('.')]
  return found?.[language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
}

/** The first language of the list that we speak; weights aside, lists come in order. */
function languageOf(acceptLanguage: string): Language {
  for (const tag of acceptLanguage.toLowerCase().split(',')) {
    const name = tag.split(';')[0]?.trim() ?? ''
    if (/^en\b/.test(name)) return 'en'
    if (/^zh-(?:tw|hk|mo|hant)\b/.test(name)) return 'zh-TW'
    if (/^zh\b/.test(name)) return 'zh-CN'
  }
  return 'zh-CN'
}
