import { z } from 'zod'
import { seenText } from './seen-text.ts'
import { languages } from './words.ts'

/** Id of a record, made by the asker so that a create can be sent twice. */
export const idSchema = z.uuid()

/** Instant, ISO-8601 UTC text with milliseconds: `2026-03-02T08:55:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 }).regex(/^(?:19|20|21)/u)

/** Calendar day without a zone: `2026-03-02`. */
export const daySchema = z.iso.date()

/** One line of text, trimmed, at most `longest` characters, without signs nobody sees; empty where it says nothing. */
export const lineSchema = (longest = 200) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => seenText(text).replaceAll(/\s+/gu, ' ').trim())

/** A line that says something. */
export const filledLineSchema = (longest = 200) => lineSchema(longest).pipe(z.string().min(1))

/** Several lines of text, trimmed, without signs nobody sees; empty where it says nothing. */
export const longTextSchema = (longest = 4000) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => seenText(text).trim())

/** Version of a record as an editor saw it: what a column of 32 bits holds; a larger one is no version anywhere. */
export const versionSchema = z.number().int().min(0).max(2_147_483_647)

/** Money in cents (fen), whole and not negative. */
export const centsSchema = z.number().int().min(0).max(100_000_000_000)

/** One text in every language, as it crosses the wire. */
export const textSchema = z.record(z.enum(languages), z.string()).readonly()

/** 区号 of the home area (0531, 010), which completes numbers typed without one; empty where none is set. */
export const areaCodeSchema = z.string().regex(/^(0\d{2,3})?$/u)
