import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleDuplicates } from '../../shared/intake/rules-duplicates.ts'
import {
  answeredWithin,
  callFromEvents,
  groupLost,
  isLost,
  isNoPhone,
  looksLikeRepeat,
  missingFields,
  seatsOfCall,
  type InboundCall,
  type IntakeDraft,
} from '../../shared/intake/rules.ts'
import type { CallHook } from '../../shared/intake/schema.ts'
import { fitness } from '../../shared/presets/p21-fitness.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { medical } from '../../shared/presets/p34-medical.ts'

const at = (seconds: number) => new Date(Date.parse('2026-11-20T02:36:00.000Z') + seconds * 1000).toISOString()

describe('register', () => {
  const five: IntakeDraft = {
    customerName: '赵桂兰',
    address: '济南市槐荫区',
    phone: '138 1234 5678',
    purchasedOn: '2025-03-18',
    symptom: '跑带打滑',
  }

  it('R010 asks five things in order of speech, and nothing else blocks saving', () => {
    expect(missingFields({}, fitness)).toEqual(['customerName', 'address', 'phone', 'purchasedOn', 'symptom'])
    expect(missingFields(five, fitness)).toEqual([])
  })

  it.each(['customerName', 'address', 'phone', 'purchasedOn', 'symptom'] as const)(
    'R010 a blank %s blocks saving',
    (field) => {
      expect(missingFields({ ...five, [field]: '  ' }, fitness)).toEqual([field])
      expect(missingFields({ ...five, [field]: undefined }, fitness)).toEqual([field])
      expect(missingFields({ ...five, [field]: null }, fitness)).toEqual([field])
    },
  )

  it('R014 stoves ask six things', () =>
    expect(missingFields({}, stoves)).toEqual([
      'customerName',
      'address',
      'phone',
      'productName',
      'purchasedOn',
      'symptom',
    ]))

  it('R044 asks for impact and visit before somebody is sent, not for a case guided by telephone', () => {
    const draft: IntakeDraft = { ...five, productName: '双眼大锅灶' }
    expect(missingFields(draft, stoves, 'dispatch')).toEqual(['level', 'visitFromAt', 'within3h'])
    expect(missingFields({ ...draft, handling: 'guidance' }, stoves, 'dispatch')).toEqual([])
  })

  it('R056 the level of a medical device blocks saving: its clocks hang on it', () =>
    expect(missingFields({ ...five, productName: '血压计' }, medical)).toEqual(['level']))

  it('takes what the archive holds for known, for a seat that may not see it', () =>
    expect(missingFields({ ...five, phone: '' }, fitness, 'save', ['phone'])).toEqual([]))

  it.each(['consult', 'wrongNumber', 'silent', 'chase'] as const)(
    'R015 a call that ends as %s lacks nothing',
    (outcome) => expect(missingFields({ outcome }, stoves, 'dispatch')).toEqual([]),
  )
})

const event = (kind: CallHook['event'], seconds: number, to = '8001'): CallHook => ({
  event: kind,
  callId: 'c1',
  from: '13812345678',
  to,
  at: at(seconds),
})

describe('calls from the exchange', () => {
  it.each<[string, CallHook[], Partial<ReturnType<typeof callFromEvents>>]>([
    ['rings', [event('ring', 0)], { state: 'ringing', ringAt: at(0), answeredAt: null, answeredBy: null }],
    [
      'is answered',
      [event('ring', 0), event('answer', 6)],
      { state: 'answered', answeredAt: at(6), answeredBy: '8001' },
    ],
    ['ends', [event('ring', 0), event('answer', 6), event('hangup', 90)], { state: 'ended', hungUpAt: at(90) }],
    ['is hung up as it is answered', [event('answer', 6), event('hangup', 6)], { state: 'ended', hungUpAt: at(6) }],
    ['is lost', [event('ring', 0), event('hangup', 25)], { state: 'lost', hungUpAt: at(25), answeredBy: null }],
    [
      'rings at three, one answers, the others stop',
      [
        event('ring', 0, '8001'),
        event('ring', 1, '8002'),
        event('ring', 2, '8003'),
        event('hangup', 5, '8001'),
        event('answer', 6, '8002'),
      ],
      { state: 'answered', ringAt: at(0), answeredAt: at(6), answeredBy: '8002', hungUpAt: null },
    ],
    ['is known by its end only', [event('hangup', 9)], { state: 'lost', ringAt: null, hungUpAt: at(9) }],
    ['is known by its answer only', [event('answer', 9)], { state: 'answered', ringAt: null, from: '13812345678' }],
    ['has no events', [], { state: 'ringing', ringAt: null, from: '' }],
  ])('a call that %s', (_, events, call) => expect(callFromEvents(events)).toMatchObject(call))

  const desk = [
    { id: 'zhou', extension: '801', workNumber: '011' },
    { id: 'qian', extension: '802', workNumber: '018' },
    { id: 'sun', extension: '', workNumber: '021' },
    { id: 'admin', extension: '', workNumber: '' },
    { id: 'li', extension: '', workNumber: '801' },
    { id: 'twin', extension: '', workNumber: '030' },
    { id: 'twin too', extension: '', workNumber: '030' },
  ]
  it.each<[string, string | null, string[], string | null, string[], string[]]>([
    ['rings at one extension', null, ['801'], null, ['zhou'], ['801']],
    ['rings at two, told twice', null, ['802', '801', '802'], null, ['zhou', 'qian'], ['801', '802']],
    ['rings at the hotline', null, ['4006001234'], null, [], []],
    ['is answered at an extension', '802', ['4006001234'], 'qian', ['qian'], ['802']],
    ['is answered at another than rang', '802', ['801'], 'qian', ['qian'], ['802']],
    ['names its member by the work number', '018', ['4006001234'], 'qian', ['qian'], ['802']],
    ['names by the work number one without extension', '021', ['801'], 'sun', ['sun'], []],
    ['means the extension before the work number', '801', [], 'zhou', ['zhou'], ['801']],
    ['names two by one work number', '030', ['801'], null, ['zhou'], ['801']],
    ['is answered by nobody known, from the whole desk', '4006001234', ['4006001234'], null, [], ['801', '802']],
    ['is answered by nobody known, from two extensions', '899', ['801', '802'], null, ['zhou', 'qian'], ['801', '802']],
    ['is known by such an answer only', '4006001234', [], null, [], ['801', '802']],
    ['is answered at an empty extension', '', ['801'], null, ['zhou'], ['801']],
    ['rings at an empty extension', null, [''], null, [], []],
  ])('a call that %s is of these seats', (_, answeredBy, rangAt, answererId, memberIds, extensions) =>
    expect(seatsOfCall(answeredBy, rangAt, desk)).toEqual({ answererId, memberIds, extensions }),
  )

  it('writes instants in UTC whatever offset the exchange sends', () =>
    expect(callFromEvents([{ ...event('ring', 0), at: '2026-11-20T10:36:00+08:00' }]).ringAt).toBe(at(0)))

  it('refuses the events of two calls', () =>
    expect(() => callFromEvents([event('ring', 0), { ...event('ring', 0), callId: 'c2' }])).toThrow(RangeError))

  it('any order and any copies give the same call', () => {
    const anyEvent = fc.record({
      event: fc.constantFrom('ring', 'answer', 'hangup'),
      callId: fc.constant('c1'),
      from: fc.constantFrom('138', '139'),
      to: fc.constantFrom('8001', '8002'),
      at: fc.integer({ min: 0, max: 5 }).map(at),
      line: fc.constantFrom(undefined, '商用灶具线', '家用线'),
    })
    const shuffledWithCopies = fc.array(anyEvent, { minLength: 1, maxLength: 6 }).chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.array(fc.constantFrom(...events), { maxLength: 4 }).chain((copies) => {
          const all = [...events, ...copies]
          return fc.shuffledSubarray(all, { minLength: all.length })
        }),
      ),
    )
    fc.assert(
      fc.property(shuffledWithCopies, ([events, shuffled]) => {
        expect(callFromEvents(shuffled)).toEqual(callFromEvents(events))
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    [at(0), at(9), 10, true],
    [at(0), at(10), 10, true],
    [at(0), at(11), 10, false],
    [at(0), at(11), 20, true],
    [at(0), at(21), 20, false],
    [at(0), null, 10, null],
    [null, at(3), 10, null],
  ])('R001 rang %s, answered %s, within %i seconds: %s', (ringAt, answeredAt, seconds, within) =>
    expect(answeredWithin({ ringAt, answeredAt }, seconds)).toBe(within),
  )

  it.each([
    [null, false],
    ['2026-03-02T08:55:00.000Z', true],
    ['2026-03-02T08:50:00.001Z', true],
    ['2026-03-02T08:50:00.000Z', false], // exactly ten minutes is a new call
    ['2026-03-02T09:00:00.001Z', false], // later than this call
  ])('a caller last heard at %s is a repeat: %s', (earlier, expected) =>
    expect(looksLikeRepeat(earlier, '2026-03-02T09:00:00.000Z')).toBe(expected),
  )

  it.each([
    ['lost', true],
    ['ended', false],
    ['ringing', false],
    ['answered', false],
  ] as const)('a call in state %s is lost: %s', (state, lost) => expect(isLost({ state })).toBe(lost))
})

describe('lost callers', () => {
  const call = (number: string, from: number, rang: number, facts: Partial<InboundCall> = {}): InboundCall => ({
    number,
    numberShown: number,
    region: '山东济南',
    state: 'lost',
    ringAt: at(from),
    hungUpAt: at(from + rang),
    customerId: null,
    customerName: '',
    ...facts,
  })

  it('are grouped by number, longest waiting first', () =>
    expect(groupLost([call('b', 60, 20), call('a', 100, 5), call('b', 200, 40), call('', 1, 9)], [])).toMatchObject([
      { number: 'b', count: 2, firstAt: at(60), lastAt: at(200), rangSeconds: 40, tries: 0 },
      { number: 'a', count: 1, firstAt: at(100), lastAt: at(100), rangSeconds: 5 },
    ]))

  it('leave once called back, and count tries that did not reach them', () => {
    const calls = [call('a', 0, 20), call('a', 50, 20), call('b', 10, 5)]
    expect(groupLost(calls, [{ number: 'a', at: at(100), reached: true }]).map(({ number }) => number)).toEqual(['b'])
    expect(groupLost(calls, [{ number: 'a', at: at(100), reached: false }])[0]).toMatchObject({ count: 2, tries: 1 })
    expect(
      groupLost(calls, [{ number: 'a', at: at(30), reached: true }]).find(({ number }) => number === 'a'),
    ).toMatchObject({
      count: 1,
      firstAt: at(50),
    })
  })

  it('leave when they called again and were answered', () =>
    expect(groupLost([call('a', 0, 20), call('a', 50, 20, { state: 'ended' })], [])).toEqual([]))

  it('carry the customer as soon as one of their calls knows him', () =>
    expect(
      groupLost([call('a', 0, 20), call('a', 50, 20, { customerId: 'x', customerName: '青禾路小学' })], [])[0],
    ).toMatchObject({
      customerId: 'x',
      customerName: '青禾路小学',
    }))
})

describe('possible duplicates', () => {
  const filed = [
    { id: 1, name: '青禾路小学食堂', phones: ['13812345678'], address: '济南市槐荫区青禾路88号' },
    { id: 2, name: '青禾路小学', phones: ['053187973316'], address: '济南市历下区泉城路1号' },
    { id: 3, name: '赵桂芝', phones: ['13900000000'], address: '济南市槐荫区青禾路 86 号' },
    { id: 4, name: '王', phones: [], address: '' },
  ]
  const who = (name: string, phones: string[] = [], address = '') =>
    possibleDuplicates({ name, phones, address }, filed).map(({ candidate, reasons }) => [candidate.id, reasons])

  it.each<[string, ReturnType<typeof who>, unknown]>([
    ['same phone', who('另一家', ['13812345678']), [[1, ['samePhone']]]],
    ['same name, spaces and width aside', who('青禾路 小学'), [[2, ['sameName']]]],
    ['a near name alone is nothing', who('赵桂兰'), []],
    ['a near name and a near address', who('赵桂兰', [], '济南槐荫区青禾路86号'), [[3, ['nearName', 'nearAddress']]]],
    ['an address alone is nothing', who('某某某', [], '济南市槐荫区青禾路88号'), []],
    ['one letter is never near', who('李'), []],
    ['nothing typed', who(''), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))

  it('stand likeliest first', () =>
    expect(who('青禾路小学', ['13812345678'], '济南市槐荫区青禾路88号').map(([id]) => id)).toEqual([1, 2]))
})

it.each([
  ['138 6411 2208', false],
  ['138 **** 2208', false], // the archive's own, shown masked
  ['', false], // missing, which is another gap
  ['13abc8', true],
  ['12', true],
])('a phone field holding %s is no number: %s (R014)', (phone, isNone) => {
  expect(isNoPhone(phone)).toBe(isNone)
  const filled = { outcome: 'repair', customerName: '赵桂兰', phone } as const
  expect(missingFields(filled, stoves).includes('phone')).toBe(isNone || phone === '')
})
