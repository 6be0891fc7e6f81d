import { expect, it } from 'vitest'
import { languages, type Words } from '../../shared/kit/words.ts'
import { adminWords } from '../../shared/admin/words.ts'
import { sourcesIn, withoutComments } from './sources.ts'

const code = sourcesIn('main').map(({ text }) => withoutComments(text))

/** What the record door and the audit chain are told is done: `recordsOf(…, 'a.b')`, `action: 'a.b'`, and either of two where it depends. */
const actions = new Set(
  code.flatMap((text) =>
    [...text.matchAll(/(?:recordsOf\([^)]*?|\baction(?::|\s=)[^,;\n]*?)'[a-z]+\.[A-Za-z]+'[^,;)\n]*/g)].flatMap(
      ([said]) => [...said.matchAll(/'([a-z]+\.[A-Za-z]+)'/g)].map(([, action]) => action!),
    ),
  ),
)

it('every action that is written is found', () => {
  expect(actions.size).toBeGreaterThan(60)
  for (const known of ['tickets.switchPolicy', 'products.change', 'customers.revealAddress', 'tickets.recountDays'])
    expect(actions).toContain(known)
})

it.each([...actions].sort())('%s is said in words, in each language', (action) => {
  const text = (adminWords as Words)[`action.${action}`]
  expect(languages.map((language) => Boolean(text?.[language]))).toEqual(languages.map(() => true))
})
