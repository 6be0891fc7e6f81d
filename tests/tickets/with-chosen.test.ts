import { expect, it } from 'vitest'
import { withChosen } from '../../renderer/tickets/with-chosen.ts'

const offered = [{ value: '历下区', text: '历下区' }]
const known = [{ value: 'id-1', text: '孙师傅' }]

it.each([
  ['nothing', null, [], ['历下区']],
  ['what is offered', '历下区', [], ['历下区']],
  ['what stands in no open case any more', '槐荫区', [], ['历下区', '槐荫区']],
  ['who is known by name', 'id-1', known, ['历下区', '孙师傅']],
  ['who is known no more', 'id-2', known, ['历下区', 'id-2']],
])('a condition names %s', (_, chosen, names, texts) => {
  expect(withChosen(offered, chosen, names).map(({ text }) => text)).toEqual(texts)
})
