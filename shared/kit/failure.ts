import { z } from 'zod'
import { languages, type Text } from './words.ts'

/** The closed set of ways the station says no, with the one HTTP status of each. Anything else is a defect. */
export const failureStatus = {
  invalid: 400,
  signedOut: 401,
  notAllowed: 403,
  notFound: 404,
  changedByOther: 409,
  ruleBroken: 422,
  busy: 503,
} as const

export type FailureKind = keyof typeof failureStatus

const failureKinds = Object.keys(failureStatus) as [FailureKind, ...FailureKind[]]

/** One field two people changed: what stands, what was wanted, who changed it when. Values as the reader may see them. */
const fieldConflictSchema = z.object({
  /** `customers.phone` */
  kind: z.string(),
  id: z.string(),
  /** Column, or `removed` or `order` of a list. */
  field: z.string(),
  theirs: z.string(),
  yours: z.string(),
  /** Name of who changed it, empty when it was the station. */
  by: z.string(),
  at: z.string(),
})
export type FieldConflict = z.output<typeof fieldConflictSchema>

/** What crosses the wire beside a failure: a text key of the words files, the facts that fill it, the field it stands at. */
export const failureDataSchema = z.object({
  kind: z.enum(failureKinds),
  /** Text key, for example `tickets.failure.ledgerFirst`. */
  text: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  /** Path of the field the failure stands beside, dots between levels; absent when it is about the whole. */
  field: z.string().optional(),
  /** Where somebody else changed the same: both values. */
  conflicts: z.array(fieldConflictSchema).readonly().optional(),
})
export type FailureData = z.output<typeof failureDataSchema>

/** A foreseen no. Throw it anywhere in main; the API turns it into its status and `FailureData`. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly data: FailureData

  constructor(
    kind: FailureKind,
    text: string,
    facts: FailureData['facts'] = {},
    field?: string,
    conflicts?: readonly FieldConflict[],
  ) {
    super(`${kind}: ${text}`)
    this.data = { kind, text, facts, ...(field === undefined ? {} : { field }), ...(conflicts ? { conflicts } : {}) }
  }
}

/** A text of the policies as a fact of a failure: in Chinese under its name, in the other languages under `name@en`. */
export const textFacts = (name: string, text: Text): FailureData['facts'] =>
  Object.fromEntries(languages.map((language) => [language === 'zh-CN' ? name : `${name}@${language}`, text[language]]))
