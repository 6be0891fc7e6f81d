import { describe, expect, it } from 'vitest'
import { mayUse, type Right, type Role } from '../../shared/admin/rights.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { fitsForm, isStored, isUntyped, readKeptStep, stepDraftPlace } from '../../renderer/tickets/step-draft.ts'
import { awaitedRoles, nextKey, stagesOf, steps } from '../../renderer/tickets/steps.ts'
import { keptDispatch, type DispatchDraft } from '../../renderer/tickets/visit-form.ts'

const kept = { id: 'r1', version: 3, value: { text: '等点火针', reason: null } }

describe('the draft of a step', () => {
  it.each([
    [kept, true],
    [null, false],
    ['text', false],
    [{ ...kept, id: 7 }, false],
    [{ ...kept, version: undefined }, false],
    [{ ...kept, value: null }, false],
  ])('read back from %j: %s', (stored, isDraft) => expect(readKeptStep(stored) !== null).toBe(isDraft))

  it.each([
    [{ text: 'a', reason: 'other' }, true], // what was empty may hold anything
    [{ text: 'a', reason: null, older: 1 }, true],
    [{ text: 'a' }, false], // a field was added to the form since
    [{ text: ['a'], reason: null }, false],
    [[], false],
    [null, false],
  ])('%j fills the form of today: %s', (value, fits) => expect(fitsForm(value, { text: '', reason: null })).toBe(fits))

  it('is nothing while the form is as it opened', () => {
    expect(isUntyped({ text: '', parts: [] }, { text: '', parts: [] })).toBe(true)
    expect(isUntyped({ text: '', parts: [{ name: '阀' }] }, { text: '', parts: [] })).toBe(false)
  })

  it('belongs to one member, one ticket and one step, and tells on which version it was typed', () => {
    const drafts = { pause: { kept, savedAt: '2026-11-20T02:00:00.000Z' } }
    const place = stepDraftPlace(
      'm1',
      { id: 't1', version: 4, state: 'unassigned', technicianId: null, technicianName: '' },
      'pause',
      drafts,
    )
    expect(place).toMatchObject({
      key: 'tickets.m1.t1.pause',
      now: { version: 4 },
      kept,
      savedAt: '2026-11-20T02:00:00.000Z',
    })
    expect(
      stepDraftPlace(
        'm1',
        { id: 't1', version: 4, state: 'unassigned', technicianId: null, technicianName: '' },
        'cancel',
        drafts,
      ).kept,
    ).toBeNull()
  })

  it('is over once its record is on the ticket, whichever record that is', () => {
    const page = {
      dispatches: [{ id: 'd1', attempts: [{ id: 'a1' }] }],
      mismatches: [{ id: 'w1' }],
      chases: [{ id: 'c1' }],
      moments: [{ id: 'o1' }],
      notes: [{ id: 'n1' }],
      result: { id: 'r1' },
      ledger: null,
    } as unknown as TicketPage
    for (const id of ['d1', 'a1', 'w1', 'c1', 'n1', 'r1']) expect(isStored(page, id)).toBe(true)
    expect(isStored(page, 'l1')).toBe(false)
  })

  it('offers a visit window no more once it has passed', () => {
    const window = { fromAt: '2026-11-20T06:00:00.000Z', toAt: '2026-11-20T07:00:00.000Z' }
    const draft = { window, measure: '换阀' } as DispatchDraft
    expect(keptDispatch(draft, '2026-11-20T05:00:00.000Z').window).toEqual(window)
    expect(keptDispatch(draft, '2026-11-20T06:30:00.000Z')).toEqual({ window: null, measure: '换阀' })
  })
})

describe('the way of a ticket', () => {
  const resulted = {
    ticket: { state: 'resulted', handling: 'dispatch', receivedAt: '2026-11-20T01:00:00.000Z' },
    dispatches: [{ state: 'done', dispatchedAt: '2026-11-20T01:05:00.000Z', attempts: [] }],
    result: { finishedAt: null, recordedAt: '2026-11-20T04:00:00.000Z' },
    ledger: null,
  } as unknown as TicketPage
  const may = (role: Role) => (right: Right) => mayUse(role, right)
  const now = stagesOf(resulted).find(({ state }) => state === 'now')!

  it('says since when the ledger line is awaited, and by whom (R013)', () => {
    expect(now).toMatchObject({ id: 'ledger', waitsSinceAt: '2026-11-20T04:00:00.000Z' })
    expect(awaitedRoles(now, may('operator'))).toEqual(['supervisor', 'dispatcher'])
    expect(awaitedRoles(now, may('technician'))).toEqual(['supervisor', 'dispatcher'])
    expect(awaitedRoles(now, may('dispatcher'))).toEqual([]) // one's own turn
    expect(awaitedRoles({ ...now, state: 'later' }, may('operator'))).toEqual([])
  })

  it('waits for the archive since its ledger line', () => {
    const ledgered = {
      ...resulted,
      ticket: { ...resulted.ticket, state: 'ledgered' },
      ledger: { archiveNo: null, recordedAt: '2026-11-20T05:00:00.000Z' },
    } as unknown as TicketPage
    expect(stagesOf(ledgered).at(-1)).toMatchObject({ id: 'archive', waitsSinceAt: '2026-11-20T05:00:00.000Z' })
  })

  it('goes by F11 to every step but the archive, which closes for good (R013)', () => {
    expect(steps.filter((step) => nextKey(step) !== 'F11')).toEqual(['archive'])
    expect(nextKey('archive')).toBe('Alt+A')
  })
})
