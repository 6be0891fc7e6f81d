import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { TicketBatch } from '../../renderer/tickets/TicketBatch.tsx'
import type { BatchStep } from '../../shared/tickets/batch.ts'
import { showIn, typeInto } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const ids = Array.from({ length: 12 }, (_, nth) => `t${nth}`)
const ticket = (id: string) => ({
  ...{ id, number: `GD-${id}`, customerName: '食堂', region: '', state: 'unassigned', technicianName: '', version: 1 },
  promisedUntilAt: null,
})
let root: Root
let box: HTMLElement
let heard: Heard[]
const done = vi.fn()

const button = (text: RegExp) =>
  [...box.querySelectorAll<HTMLElement>('button, [role=radio], [role=option], label')].find((each) =>
    text.test(each.textContent),
  )
const click = (text: RegExp) => act(async () => button(text)!.click())
const show = (step: BatchStep, chosen: readonly string[]) =>
  showIn(root, <TicketBatch step={step} ids={chosen} onBegin={done} onDone={done} onClose={done} />)
const notes = () => heard.filter(({ procedure }) => procedure === 'tickets.note')

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists'])
})
beforeEach(() => {
  queries.clear()
  done.mockClear()
  setShell({ member: { name: '主管', number: '001', may: () => true } })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

describe('a note on many tickets', () => {
  it('is done one by one; what was not answered is sent again with its id, and nothing twice', async () => {
    let isSilent = true
    heard = stationThat(({ procedure, input }): Said => {
      if (procedure === 'tickets.chosen') return { output: ids.slice(0, 11).map(ticket) }
      if (procedure === 'history.undo') return { output: { step: 'u', labels: [] } }
      if (procedure !== 'tickets.note') return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
      if (input['ticketId'] === 't1') return { failure: { kind: 'notAllowed', text: 'tickets.failure.notYours' } }
      return isSilent && input['ticketId'] === 't10'
        ? 'silence'
        : { output: { step: `s-${String(input['ticketId'])}` } }
    })
    await show('note', ids)
    await until(() => box.textContent.includes('11 will get the note'))
    expect(box.textContent).toContain('1 more are gone or not yours')
    await typeInto(box.querySelector('input')!, '周一再联系')
    await click(/Note on 11/)
    await until(() => box.textContent.includes('9 done, 2 not'))
    expect(box.textContent).toContain('the station did not answer')
    const sent = notes().map(({ input }) => [input['ticketId'], input.id])
    expect(new Set(notes().map(({ input }) => input['note']))).toEqual(new Set(['周一再联系']))
    isSilent = false
    await click(/Go on with the rest/)
    await until(() => box.textContent.includes('10 done, 1 not'))
    const again = notes().slice(sent.length)
    expect(again.map(({ input }) => [input['ticketId'], input.id])).toEqual([sent.at(-1)])
    expect(done.mock.calls.flatMap(([through]) => (through as string[] | undefined) ?? [])).not.toContain('t1')
    await click(/Take 10 back/)
    await until(() => heard.filter(({ procedure }) => procedure === 'history.undo').length === 10)
    expect(heard.some(({ input }) => (input as { step?: string }).step === 's-t1')).toBe(false)
  })
})

describe('many dispatched in one go', () => {
  it('says that one person goes to several at once, and names in the result whom it left out and why', async () => {
    const out = { ...ticket('t2'), state: 'dispatched', technicianName: '孙师傅' }
    const sun = { id: 'm7', name: '孙师傅', region: '', isDisabled: false, openTickets: 0, today: [], openToday: 0 }
    heard = stationThat(({ procedure, input }): Said => {
      if (procedure === 'tickets.chosen') return { output: [ticket('t0'), ticket('t1'), out] }
      if (procedure === 'tickets.technicians') return { output: [sun] }
      if (procedure === 'tickets.assign') return { output: { id: input.id, number: `PG-${String(input['ticketId'])}` } }
      return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
    })
    await show('dispatch', ['t0', 't1', 't2'])
    await until(() => box.textContent.includes('孙师傅'))
    await typeInto(box.querySelector('input')!, '明天 9-11')
    await until(() => /One person goes to 2 customers/.test(box.textContent))
    await until(() => button(/孙师傅/) !== undefined)
    await click(/孙师傅/)
    await until(() => button(/Dispatch 2/) !== undefined)
    await click(/Dispatch 2/)
    await until(() => box.textContent.includes('2 done, 0 not 1 more were left out'))
    const row = [...box.querySelectorAll('[role=row]')].find((each) => each.textContent.includes('GD-t2'))
    expect(row?.textContent).toMatch(/already|孙师傅/)
    expect(box.querySelectorAll('[role=row]')).toHaveLength(4)
  })
})
