export const languages = ['zh-CN', 'zh-TW', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in every language; `{{name}}` is filled from facts. */
export type Text = Readonly<Record<Language, string>>

/** The texts of one feature by flat key. The full key on screen is `<feature>.<key>`. */
export type Words = Readonly<Record<string, Text>>
