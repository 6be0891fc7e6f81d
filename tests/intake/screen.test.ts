import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerCard } from '../../shared/customers/schema.ts'
import { recordIntakeSchema } from '../../shared/intake/schema.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import {
  asNewCustomer,
  draftOf,
  type Draft,
  emptyDraft,
  inputOf,
  typed,
  withCustomer,
  withProduct,
  withVisit,
} from '../../renderer/intake/draft.ts'
import { withFault, withKind } from '../../renderer/intake/fault.ts'
import { gapsOf, isDayUnreadable } from '../../renderer/intake/gaps.ts'
import { hoursOf, placeOf } from '../../renderer/intake/hours.ts'
import { marked } from '../../renderer/intake/marked.ts'
import { readPurchaseDay } from '../../renderer/intake/purchase-day.ts'
import { doneSteps } from '../../renderer/intake/script-steps.ts'
import { readVisit } from '../../shared/kit/visit-time.ts'

const today = '2026-11-20'
const receivedAt = '2026-11-20T02:36:00.000Z'
const stoves = presetById('P32')!
const fitness = presetById('P21')!

let made = 0
const makeId = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`
const start = { callId: null, receivedAt, channel: 'phone' as const }
const draft = (part: Partial<Draft> = {}): Draft => ({ ...emptyDraft(start, makeId), ...part })

const product = {
  ...{
    id: makeId(),
    customerId: 'c',
    name: '双眼大锅灶',
    model: 'HC-D80',
    serialNo: 'DG2503-0417',
    purchasedOn: '2025-03-18',
  },
  ...{
    acceptedOn: null,
    dealer: '鲁西厨房设备',
    invoiceNo: '0417',
    proof: 'invoice',
    note: '',
    version: 1,
    openTickets: 0,
  },
} as ProductRow

const card = {
  customer: {
    ...{ id: makeId(), number: 'KH-000001', name: '青禾路小学食堂', category: 'group', address: '青禾路 88 号' },
    people: [
      { id: 'left', name: '钱老师', title: '', leftOn: '2026-01-01' },
      { id: 'zhao', name: '赵桂兰', title: '管理员', leftOn: null },
      { id: 'sun', name: '孙建国', title: '厨师长', leftOn: null },
    ],
    phones: [{ id: 'p', shown: '138 **** 5678', masked: true, isPrimary: true }],
  },
  products: [product],
} as unknown as CustomerCard

const full = draft({
  ...{ customerName: '青禾路小学食堂', address: '青禾路 88 号', phone: '138 1234 5678', productName: '双眼大锅灶' },
  ...{ purchasedOn: '2025-3-18', symptom: '点不着火' },
})
const sent: Draft = {
  ...full,
  ...{ level: 'reduced', visitFromAt: '2026-11-20T04:30:00.000Z', visitToAt: '2026-11-20T05:30:00.000Z' },
  ...{ technicianId: makeId(), technicianName: '李志强', within3h: 'yes' },
}

describe('a purchase day as it is said', () => {
  it.each([
    ['20250318', '2025-03-18'],
    ['2025-3-18', '2025-03-18'],
    ['2025.03.18', '2025-03-18'],
    ['2025/3/18', '2025-03-18'],
    ['2025年3月18日', '2025-03-18'],
    ['２０２５－３－１８', '2025-03-18'],
    ['250318', '2025-03-18'],
    ['25-3-18', '2025-03-18'],
    ['3.18', '2026-03-18'],
    ['0318', '2026-03-18'],
    ['11-20', '2026-11-20'],
    ['11-21', '2025-11-21'], // tomorrow: the year before
    ['12.1', '2025-12-01'],
    ['2026-11-21', undefined],
    ['2025-02-29', undefined],
    ['2024-02-29', '2024-02-29'],
    ['13.1', undefined],
    ['去年', undefined],
    ['2025', undefined],
    ['', undefined],
  ])('%s is %s', (text, on) => expect(readPurchaseDay(text, today)).toBe(on))

  it('reads every past day back however it is written', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date(`${today}T00:00:00Z`), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = on.split('-').map(Number)
        for (const text of [on, on.replaceAll('-', ''), `${year}.${month}.${dayOfMonth}`])
          expect(readPurchaseDay(text, today)).toBe(on)
      }),
    )
  })
})

describe('a visit as it is agreed, Shanghai time', () => {
  const nowAt = '2026-11-20T02:36:00.000Z' // 10:36
  const zone = 'Asia/Shanghai'
  it.each([
    ['14:30', '2026-11-20T06:30:00.000Z', '2026-11-20T07:30:00.000Z'],
    ['1430', '2026-11-20T06:30:00.000Z', '2026-11-20T07:30:00.000Z'],
    ['14', '2026-11-20T06:00:00.000Z', '2026-11-20T07:00:00.000Z'],
    ['14-16', '2026-11-20T06:00:00.000Z', '2026-11-20T08:00:00.000Z'],
    ['9', '2026-11-21T01:00:00.000Z', '2026-11-21T02:00:00.000Z'], // nine has passed: tomorrow
    ['明天 9点半', '2026-11-21T01:30:00.000Z', '2026-11-21T02:30:00.000Z'],
    ['tomorrow 14:00', '2026-11-21T06:00:00.000Z', '2026-11-21T07:00:00.000Z'],
    ['后天14:00', '2026-11-22T06:00:00.000Z', '2026-11-22T07:00:00.000Z'],
    ['11-21 14:00-15:30', '2026-11-21T06:00:00.000Z', '2026-11-21T07:30:00.000Z'],
    ['1.5 10', '2027-01-05T02:00:00.000Z', '2027-01-05T03:00:00.000Z'], // next year's
    ['明天 01:30', '2026-11-20T17:30:00.000Z', '2026-11-20T18:30:00.000Z'], // a night's hour is written as one
    ['2026-12-01 8到9', '2026-12-01T00:00:00.000Z', '2026-12-01T01:00:00.000Z'],
  ])('%s is %s to %s', (text, fromAt, toAt) => expect(readVisit(text, nowAt, zone, 60)).toEqual({ fromAt, toAt }))

  it.each(['', '今天 9', '2026-11-19 14:00', '25:00', '14:70', '16-14', '11-99 9', '下午'])('%s is no visit', (text) =>
    expect(readVisit(text, nowAt, zone, 60)).toBeUndefined(),
  )

  it.each(['1', '2-3', '130', '1:30', '明天 6', '明天 6点半'])(
    '%s may be of the night or of the afternoon: refused (house)',
    (text) => expect(readVisit(text, nowAt, zone, 60)).toBeUndefined(),
  )
})

describe('draft and entry', () => {
  it('R015 is an entry the station accepts from the first moment', () => {
    expect(recordIntakeSchema.safeParse(inputOf(draft(), today, false)).success).toBe(true)
  })

  it('sends the purchase day as a day, and nothing while it cannot be read', () => {
    expect(inputOf(full, today, false).purchasedOn).toBe('2025-03-18')
    expect(inputOf({ ...full, purchasedOn: '3.' }, today, false).purchasedOn).toBeNull()
    expect(isDayUnreadable({ ...full, purchasedOn: '3.' }, today, 'purchasedOn')).toBe(true)
    expect(isDayUnreadable({ ...full, purchasedOn: '' }, today, 'purchasedOn')).toBe(false)
  })

  it('names the technician only when dispatching, the window always', () => {
    expect(inputOf(sent, today, true)).toMatchObject({ technicianId: sent.technicianId, visitFromAt: sent.visitFromAt })
    expect(inputOf(sent, today, false)).toMatchObject({ technicianId: null, visitFromAt: sent.visitFromAt })
  })

  it.each([{ outcome: 'consult' as const }, { handling: 'guidance' as const }])('sends no visit with %j', (part) =>
    expect(inputOf({ ...sent, ...part }, today, true)).toMatchObject({
      visitFromAt: null,
      technicianId: null,
      within3h: null,
    }),
  )

  it('sends nothing of its own beside the entry', () => {
    expect(Object.keys(inputOf(sent, today, true)).filter((key) => !(key in recordIntakeSchema.shape))).toEqual([])
  })

  it('comes back from a refused entry with the same ids and the same words', () => {
    const input = inputOf(sent, today, true)
    expect(inputOf(draftOf(input, makeId), today, true)).toEqual(input)
  })

  it('takes the archive over, says where from, and keeps the caller’s own number', () => {
    const taken = withCustomer(draft(), card, { personId: 'sun' }, '13812345678')
    expect(taken).toMatchObject({
      customerName: '青禾路小学食堂',
      contactName: '孙建国',
      phone: '138 1234 5678',
      phoneOnFile: '',
    })
    expect(taken.sources).toMatchObject({ customerName: 'file', phone: 'caller' })
  })

  it('offers nobody who has left, and counts a masked number as known (R014)', () => {
    const taken = withCustomer(draft(), card, null, null)
    expect(taken).toMatchObject({ contactName: '赵桂兰', phone: '', phoneOnFile: '138 **** 5678' })
    expect(gapsOf(withProduct(taken, product), stoves, today, 'save')).toEqual(['symptom'])
  })

  it('says of a product whose invoice was checked that it was', () => {
    expect(withProduct(draft(), product).sources).toMatchObject({ purchasedOn: 'invoice', productName: 'file' })
    expect(withProduct(withProduct(draft(), product), null)).toMatchObject({
      productName: '',
      productId: null,
      sources: {},
    })
  })

  it('lets the source go once a field is typed over', () => {
    expect(typed(withProduct(draft(), product), 'serialNo', 'X').sources).not.toHaveProperty('serialNo')
  })

  it('keeps the symptom when the caller turns out to be somebody new', () => {
    const fresh = asNewCustomer({ ...withCustomer(draft(), card, null, null), symptom: '漏水' }, '13812345678')
    expect(fresh).toMatchObject({ customerId: null, customerName: '', phone: '138 1234 5678', symptom: '漏水' })
  })
})

describe('what is still missing', () => {
  it('R014 asks what the trade asks, from the top', () => {
    expect(gapsOf(draft(), stoves, today, 'save')).toEqual([
      ...['customerName', 'phone', 'productName', 'purchasedOn', 'symptom', 'address'],
    ])
    expect(gapsOf(full, stoves, today, 'save')).toEqual([])
  })

  it('R044 asks for level, window and promise before somebody is sent', () => {
    expect(gapsOf(full, stoves, today, 'dispatch')).toEqual(['level', 'visitFromAt', 'within3h'])
    expect(gapsOf(sent, stoves, today, 'dispatch')).toEqual([])
  })

  it('R044 asks for reason and consent when the promise cannot be kept', () => {
    expect(gapsOf({ ...sent, within3h: 'no' }, stoves, today, 'dispatch')).toEqual(['rescheduleReason', 'consent'])
  })

  it('asks who goes when only a time was agreed', () => {
    expect(gapsOf({ ...sent, technicianId: null }, stoves, today, 'dispatch')).toEqual(['technicianId'])
  })

  it('R045 names nobody for a customer who refuses the other time', () => {
    const refused = {
      ...sent,
      technicianId: null,
      within3h: 'no' as const,
      rescheduleReason: '都在外面',
      consent: 'refused' as const,
    }
    expect(gapsOf(refused, stoves, today, 'dispatch')).toEqual([])
  })

  it.each(['consult', 'wrongNumber', 'silent'] as const)('asks nothing of %s', (outcome) =>
    expect(gapsOf(draft({ outcome }), stoves, today, 'dispatch')).toEqual([]),
  )

  it('sends nobody where guidance was enough (R043)', () => {
    expect(gapsOf({ ...full, handling: 'guidance' }, stoves, today, 'dispatch')).toEqual([])
  })

  it('knows no promise where the trade has none', () => {
    expect(gapsOf({ ...sent, within3h: null }, fitness, today, 'dispatch')).toEqual([])
  })
})

describe('R044 the window chosen', () => {
  const offer = (fromAt: string) => ({ fromAt, toAt: null, technicianId: 't', name: '王海涛' })
  it.each([
    ['2026-11-20T05:36:00.000Z', 'yes'], // three hours to the minute
    ['2026-11-20T05:36:00.001Z', 'no'],
  ])('from %s answers "within three hours" with %s', (fromAt, within3h) =>
    expect(withVisit(full, offer(fromAt), 180)).toMatchObject({ within3h, technicianId: 't', handling: 'dispatch' }),
  )

  it('answers nothing where nothing is promised, and is taken back whole', () => {
    expect(withVisit(full, offer(receivedAt), null).within3h).toBeNull()
    expect(withVisit(sent, null, 180)).toMatchObject({ visitFromAt: null, technicianId: null, within3h: null })
  })
})

describe('a usual fault', () => {
  const words = { noIgnition: '点不着火', weakFlame: '火小' }
  it.each([
    ['', '', 'noIgnition', '点不着火'],
    ['点不着火', 'noIgnition', 'weakFlame', '火小'],
    ['点不着火', 'noIgnition', null, ''],
    ['左眼点不着', '', 'noIgnition', '左眼点不着'],
    ['左眼点不着', 'noIgnition', null, '左眼点不着'],
  ])('%j with %j, chosen %j: the symptom reads %j', (symptom, fault, chosen, expected) =>
    expect(withFault(draft({ symptom, fault }), chosen, words)).toMatchObject({
      symptom: expected,
      fault: chosen ?? '',
    }),
  )
})

describe('the kind of a case', () => {
  const { kinds } = presetById('P17')!

  it.each([
    ['repair', 'dispatch', 'm-1'],
    ['factory', 'dispatch', 'm-1'],
    ['designPlan', 'guidance', null],
  ])('%s is handled by %s and keeps the visit of %s', (code, handling, technicianId) =>
    expect(withKind(draft({ technicianId: 'm-1' }), code, kinds)).toMatchObject({ kind: code, handling, technicianId }),
  )

  it('is not one that nobody offers', () => {
    const before = draft({ kind: 'repair' })
    expect(withKind(before, 'elsewhere', kinds)).toBe(before)
  })
})

describe('the matching part', () => {
  it.each([
    ['138 **** 5678', '5678', '5678'],
    ['138 1234 5678', '3812', '38 12'],
    ['青禾路小学食堂', '青禾', '青禾'],
    ['DG2503-0417', 'dg25030417', 'DG2503-0417'],
    ['青禾路小学食堂', 'qh', ''],
    ['青禾路', '', ''],
  ])('of %s for %s is %j', (text, query, hit) => {
    const parts = marked(text, query)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(
      parts
        .filter(({ isHit }) => isHit)
        .map((part) => part.text)
        .join(''),
    ).toBe(hit)
  })
})

describe('R002, R003 the script', () => {
  const steps = (of: Draft) =>
    [
      ...doneSteps(of, { toSave: gapsOf(of, stoves, today, 'save'), toSend: gapsOf(of, stoves, today, 'dispatch') }),
    ].join()
  it.each([
    ['nothing is known', draft(), ''],
    ['the caller is known', draft({ customerName: '青禾路' }), 'greet'],
    ['all is asked', full, 'greet,ask'],
    ['the visit is agreed', sent, 'greet,ask,repeat'],
    [
      'an enquiry is written down',
      draft({ customerName: '青禾路', outcome: 'consult', symptom: '问价' }),
      'greet,ask,repeat',
    ],
  ])('when %s, done: %s', (_, of, done) => expect(steps(of)).toBe(done))
})

describe('a working day by the hour', () => {
  const midnight = '2026-11-19T16:00:00.000Z'
  const day = hoursOf(
    [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '18:00' },
    ],
    midnight,
  )
  it('runs from the first to the last hour somebody works', () => {
    expect(day.hours).toHaveLength(10)
    expect([day.fromAt, day.toAt]).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-20T10:00:00.000Z'])
    expect(hoursOf([], midnight).hours).toEqual([])
  })

  it.each([
    ['2026-11-20T01:00:00.000Z', '2026-11-20T02:00:00.000Z', 10, 10],
    ['2026-11-20T01:00:00.000Z', null, 10, 10],
    ['2026-11-19T20:00:00.000Z', '2026-11-20T01:00:00.000Z', 0, 10],
    ['2026-11-20T09:30:00.000Z', '2026-11-20T12:00:00.000Z', 95, 5],
  ])('puts %s to %s at %s %% with %s %%', (fromAt, toAt, left, width) =>
    expect(placeOf(fromAt, toAt, day)).toEqual({ left, width }),
  )
})
