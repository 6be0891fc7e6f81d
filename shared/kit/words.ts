import { z } from 'zod'

export const languages = ['zh-CN', 'zh-TW', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in every language; `{{name}}` is filled from facts. */
export const textSchema = z.record(z.enum(languages), z.string()).readonly()
export type Text = z.output<typeof textSchema>

/** The texts of one feature by flat key. The full key on screen is `<feature>.<key>`. */
export type Words = Readonly<Record<string, Text>>
