import { describe, expect, it } from 'vitest'
import { features } from '../../shared/kit/features.ts'
import { namedQuestions, questionsShowing, saidKinds, showsOneOf } from '../../shared/shown-kinds.ts'
import { Hints, kindOf } from '../../main/database/hint.ts'
import { appRouter, entities } from '../../main/registry.ts'

const questions = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)
  .filter(([, { _def }]) => _def.type === 'query')
  .map(([path]) => path)

describe('what a change makes stale', () => {
  it('is told by questions and features that are there', () => {
    const known: string[] = [...questions, ...features]
    expect(namedQuestions.filter((named) => !known.includes(named))).toEqual([])
  })

  it('is said of every table', () => {
    const kinds = entities.map(({ options }) => kindOf(options.tableName ?? options.name))
    expect(kinds.filter((kind) => !saidKinds.includes(kind))).toEqual([])
    expect(kinds.length).toBeGreaterThan(40)
  })

  it('a ring: the calls and lines of seats, and not three features', () => {
    const stale = questions.filter((question) => showsOneOf(question, ['intake.call']))
    const before = questions.filter((question) => /^(intake|customers|tickets)\./.test(question))
    expect(stale.sort()).toEqual([
      'customers.timeline',
      'intake.lost',
      'intake.mine',
      'intake.recent',
      'intake.seats',
      'tickets.board',
    ])
    expect(before.length).toBeGreaterThan(20)
  })

  it.each([
    ['tickets.ticket', 'customers.card', true],
    ['products.product', 'customers.callerCard', true],
    ['tickets.attempt', 'tickets.list', false],
    ['admin.audit', 'admin.audit', false],
    ['intake.*', 'intake.register', true],
    ['loans.loan', 'loans.list', true],
    ['loans.loan', 'intake.lost', false],
  ])('%s shows in %s: %s', (kind, question, isShown) => expect(showsOneOf(question, [kind])).toBe(isShown))

  it('noise is shown by nobody', () => expect(questionsShowing('admin.counter')).toEqual([]))
})

describe('hints of one commit', () => {
  it('name each thing once, urgent if anybody said so, and many of one kind as the kind', () => {
    const hints = new Hints()
    hints.add({ kind: 'intake.call', id: 'one' })
    hints.add({ kind: 'intake.call', id: 'one', urgent: true })
    hints.addUnnamed('intake.call')
    hints.addUnnamed('tickets.ticket')
    for (let nth = 0; nth < 51; nth += 1) hints.add({ kind: 'customers.customer', id: `${nth}`, urgent: nth === 3 })
    hints.add({ kind: 'customers.customer', id: 'late' })
    expect(hints.list()).toEqual([
      { kind: 'intake.call', id: 'one', urgent: true },
      { kind: 'tickets.ticket', id: '*' },
      { kind: 'customers.customer', id: '*', urgent: true },
    ])
  })
})
