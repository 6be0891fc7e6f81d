import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const ring = { event: 'ring', from: '13800000001', to: '801' }
const bearer = { authorization: 'Bearer hook-token' }
const secret = 'PIN-4711-geheim'

describe.each(engines)('what the call hook answers on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const post = async (
    body: BodyInit,
    headers: Record<string, string> = bearer,
    path = '/hooks/call',
    method = 'POST',
  ) => {
    const sent = method === 'POST' ? { method, headers, body } : { method, headers }
    const response = await house.station.handle(new Request(`http://station${path}`, sent))
    return { status: response.status, text: await response.text(), language: response.headers.get('content-language') }
  }
  const refusal = ({ text }: { text: string }) =>
    (JSON.parse(text) as { failure: { kind: string; text: string; field?: string; sentence: string } }).failure

  it.each([
    ['event', { ...ring, callId: 'x', event: secret }, 'hangup'],
    ['callId', { ...ring, callId: secret.repeat(20) }, '"callId": "8812"'],
    ['callId', { ...ring, callId: -1 }, '"callId": "8812"'],
    ['callId', { ...ring, callId: 'a\0b' }, '"callId": "8812"'],
    ['from', { ...ring, callId: 'x', from: [secret] }, '"from": "13812345678"'],
    ['from', { ...ring, callId: 'x', from: 1e21 }, '"from": "13812345678"'],
    ['from', { ...ring, callId: 'x', from: 138.5 }, '"from": "13812345678"'],
    ['to', { ...ring, callId: 'x', to: -801 }, '"to": "801"'],
    ['to', { event: 'ring', callId: 'x', from: '1' }, '"to": "801"'],
    ['line', { ...ring, callId: 'x', line: secret.repeat(5) }, '60'],
    ['at', { ...ring, callId: 'x', at: secret }, '1795140000000'],
    ['at', { ...ring, callId: 'x', at: 12345 }, '1795140000'],
    ['at', { ...ring, callId: 'x', at: '2026-02-30 10:00:00' }, '2026-11-20T10:00:00+08:00'],
    ['at', { ...ring, callId: 'x', at: { secret } }, '2026-11-20 10:00:00'],
  ])('says of %s what is accepted, with an example, and repeats nothing', async (field, event, example) => {
    for (const [wish, language] of [
      [undefined, 'zh-CN'],
      ['en-US,en;q=0.9', 'en'],
      ['fr, zh-TW;q=0.5', 'zh-TW'],
    ] as const) {
      const answer = await post(JSON.stringify(event), { ...bearer, ...(wish ? { 'accept-language': wish } : {}) })
      expect([answer.status, answer.language]).toEqual([400, language])
      const failure = refusal(answer)
      expect(failure).toMatchObject({ kind: 'invalid', text: `intake.failure.hook.${field}`, field })
      expect(failure.sentence).toContain(field)
      if (wish !== undefined || field !== 'event') expect(failure.sentence).toContain(example)
      expect(/\p{Script=Han}/u.test(failure.sentence.replaceAll(/"[^"]*"/g, ''))).toBe(language !== 'en')
      expect(answer.text).not.toContain(secret)
      expect(failure.sentence).not.toContain('{{')
    }
  })

  it.each([
    ['no token', '{}', {}, '/hooks/call', 'POST', 401, 'Bearer'],
    ['a wrong token', '{}', { authorization: `Bearer ${secret}` }, '/hooks/call', 'POST', 401, '--hook-token'],
    ['a wrong token in the path', '{}', {}, `/hooks/${secret}/call`, 'POST', 401, '/call'],
    ['another path', '{}', bearer, '/hooks/else', 'POST', 404, '/hooks/call'],
    ['GET', '', bearer, '/hooks/call', 'GET', 404, 'POST'],
    ['a body that is none', secret, bearer, '/hooks/call', 'POST', 400, 'JSON'],
    ['too much', secret.repeat(5000), bearer, '/hooks/call', 'POST', 400, '64 KB'],
  ] as const)('answers %s with a sentence', async (_, body, headers, path, method, status, part) => {
    const answer = await post(body, headers, path, method)
    expect([answer.status, refusal(answer).sentence]).toEqual([status, expect.stringContaining(part)])
    expect(answer.text).not.toContain(secret)
    expect(answer.text).not.toContain('hook-token"')
  })

  it('says that it is switched off, and that the first run is not done', async () => {
    const bare = await openTestStation(engine, { bare: true })
    const request = (headers: Record<string, string>) =>
      new Request('http://station/hooks/call', {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...ring, callId: 'a' }),
      })
    try {
      const early = await bare.station.handle(request({ ...bearer, 'accept-language': 'en' }))
      expect([early.status, refusal({ text: await early.text() })]).toMatchObject([
        503,
        { text: 'admin.failure.notSetUp', sentence: expect.stringContaining('first run') as string },
      ])
      bare.station.services.hookToken = null
      const off = await bare.station.handle(request(bearer))
      expect([off.status, refusal({ text: await off.text() }).sentence]).toEqual([
        404,
        expect.stringContaining('GENDAN_HOOK_TOKEN'),
      ])
    } finally {
      await bare.close()
    }
  })

  it('takes the same instant in every writing, as JSON and as form fields, as one event', async () => {
    const seconds = Date.parse(house.clock.at) / 1000
    const writings = [house.clock.at, '2026-11-20T10:36:00+08:00', '2026-11-20 10:36:00', seconds, String(seconds)]
    for (const [nth, at] of [...writings, seconds * 1000, String(seconds * 1000)].entries()) {
      const from = `1390000${String(nth).padStart(4, '0')}`
      const event = { ...ring, from, callId: `same-${nth}`, at }
      expect((await post(JSON.stringify(event))).status).toBe(200)
      const form = Object.entries(event).map(([name, value]): [string, string] => [name, String(value)])
      expect((await post(new URLSearchParams(form))).status).toBe(200)
      const events = await house.station.services.database.read(
        async (reader) =>
          (await reader.query(
            house.station.services.database.sql('SELECT "at" FROM "intake_event" WHERE "callId" = ?'),
            [`same-${nth}`],
          )) as unknown,
      )
      expect(events).toEqual([{ at: house.clock.at }])
    }
  })
})
