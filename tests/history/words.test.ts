import { expect, it } from 'vitest'
import { features } from '../../main/registry.ts'
import { roles } from '../../shared/admin/rights.ts'
import { rowScopes } from '../../shared/admin/scopes.ts'
import { outcomes } from '../../shared/intake/outcomes.ts'
import { languages, type Words } from '../../shared/kit/words.ts'
import { proofs } from '../../shared/products/fields.ts'
import { houseReasons } from '../../shared/tickets/back-why.ts'
import { repairOutcomes, ticketStates } from '../../shared/tickets/schema.ts'
import { allWords } from '../../shared/words.ts'

/** Every code a field of a history can hold, by kind and field. */
const codes: Readonly<Record<string, readonly string[]>> = {
  'admin.member.role': roles,
  'admin.member.status': ['active', 'disabled'],
  'admin.member.rowScope': rowScopes,
  'intake.register.outcome': outcomes,
  'products.product.proof': proofs,
  'tickets.ticket.state': ticketStates,
  'tickets.dispatch.handBackReason': houseReasons,
  'tickets.dispatch.state': ['active', 'handedBack', 'done'],
  'tickets.result.outcome': repairOutcomes,
}

const coded = features.flatMap(({ records }) =>
  (records ?? []).flatMap(({ entity, fields }) =>
    Object.entries(fields).flatMap(([name, { words }]) => (words ? [[`${entity.kind}.${name}`, words] as const] : [])),
  ),
)

it.each(coded)('every code of %s is said in words, in each language', (field, words) => {
  expect(codes[field], `${field} has its codes in this test`).toBeDefined()
  for (const code of codes[field]!) {
    const key = words(code)
    const dot = key.indexOf('.')
    const text = (allWords as Readonly<Record<string, Words>>)[key.slice(0, dot)]?.[key.slice(dot + 1)]
    expect([key, languages.every((language) => text?.[language])]).toEqual([key, true])
  }
})

it('leaves what somebody wrote as it was written', () =>
  expect(Object.fromEntries(coded)['tickets.dispatch.handBackReason']!('门锁着')).toBe('门锁着'))

const kinds = features.flatMap(({ records }) => records ?? [])
const said = (key: string) => {
  const dot = key.indexOf('.')
  const text = (allWords as Readonly<Record<string, Words>>)[key.slice(0, dot)]?.[key.slice(dot + 1)]
  return languages.every((language) => text?.[language])
}

it.each(kinds.map((kind) => [kind.entity.kind, kind] as const))(
  'a %s, its fields and its counter-steps are said in words, in each language',
  (name, { fields, counter = {} }) => {
    const keys = [`history.kind.${name}`, ...Object.values(fields).map(({ label }) => label), ...Object.values(counter)]
    expect(keys.filter((key) => !said(key))).toEqual([])
  },
)
