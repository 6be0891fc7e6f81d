import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, client, problemOf, queries, standFor } from '../../renderer/app/api.ts'
import { readDrafts, saveDraft } from '../../renderer/app/drafts.ts'
import { deliver, drain, letGo, sendAgain, startOutbox, takeBack } from '../../renderer/app/outbox.ts'
import { newId } from '../../renderer/app/new-id.ts'
import { openStore } from '../../renderer/app/sealed-store.ts'
import { type Said, stationThat, until } from './silent-station.ts'

const chase = (note: string) => ({ id: newId(), ticketId: newId(), note })
const rows = async () => (await openStore()).getAllFromIndex('outbox', 'queuedAt')
const idsIn = (heard: { input: { id: string } }[]) => heard.map(({ input }) => input.id)

let stop: () => void = () => undefined

beforeEach(async () => {
  await (await openStore()).clear('outbox')
  stationThat(() => 'silence')
  stop = startOutbox('zhoumin')
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

describe('a command of the seat', () => {
  it('is answered at once by a station that answers, and nothing of it stays', async () => {
    stationThat(() => ({ output: { count: 2 } }))
    await expect(deliver('tickets.chase', chase('asks again'))).resolves.toEqual({
      state: 'sent',
      output: { count: 2 },
    })
    expect(await rows()).toEqual([])
  })

  it('is kept sealed while the station is silent, and sent once it answers', async () => {
    const kept = chase('张建国 asks again')
    expect((await deliver('tickets.chase', kept)).state).toBe('kept')
    const [row] = await rows()
    expect(row).toMatchObject({ id: kept.id, memberId: 'zhoumin', refused: null })
    expect(new TextDecoder().decode(row?.sealed.bytes)).not.toContain('张建国')
    const heard = stationThat(() => ({ output: { count: 1 } }))
    await drain()
    expect(heard.map(({ input }) => input)).toEqual([kept])
    expect(await rows()).toEqual([])
  })

  it('waits for its turn behind what waits already, in the order it was written', async () => {
    const first = chase('first')
    const second = chase('second')
    const third = chase('third')
    await deliver('tickets.chase', first)
    await deliver('tickets.chase', second)
    const heard = stationThat(() => ({ output: { count: 1 } }))
    expect((await deliver('tickets.chase', third)).state).toBe('sent')
    expect(idsIn(heard)).toEqual([first.id, second.id, third.id])
  })

  it('stays behind the first silence: one that depends on another is never heard before it', async () => {
    const opens = chase('opens')
    const depends = chase('depends')
    await deliver('tickets.chase', opens)
    const heard = stationThat(({ input }) => (input.id === opens.id ? 'silence' : { output: { count: 1 } }))
    expect((await deliver('tickets.chase', depends)).state).toBe('kept')
    expect(idsIn(heard)).not.toContain(depends.id)
  })

  it('tells its number to the tab that made it, when it is sent later', async () => {
    const delivery = await deliver('tickets.chase', chase('later'))
    if (delivery.state !== 'kept') throw new Error('the station was silent')
    stationThat(() => ({ output: { count: 7 } }))
    await drain()
    await expect(delivery.answer).resolves.toEqual({ count: 7 })
  })

  it('tells its number also when another tab sent it', async () => {
    const input = chase('elsewhere')
    const delivery = await deliver('tickets.chase', input)
    if (delivery.state !== 'kept') throw new Error('the station was silent')
    const otherTab = new BroadcastChannel('gendan-outbox')
    otherTab.postMessage({ id: input.id, output: { count: 9 } })
    await expect(delivery.answer).resolves.toEqual({ count: 9 })
    otherTab.close()
  })

  it('is thrown back when it is refused, and nothing of it stays', async () => {
    stationThat(() => ({ failure: { kind: 'ruleBroken', text: 'tickets.failure.alreadyClosed' } }))
    const error: unknown = await deliver('tickets.chase', chase('too late')).catch((thrown: unknown) => thrown)
    expect(problemOf(error).failure?.text).toBe('tickets.failure.alreadyClosed')
    expect(await rows()).toEqual([])
  })

  it('of another member is left alone', async () => {
    await deliver('tickets.chase', chase('mine'))
    stop()
    const heard = stationThat(() => ({ output: { count: 1 } }))
    stop = startOutbox('sunzhiqiang')
    await drain()
    expect(heard).toEqual([])
    expect(await rows()).toHaveLength(1)
  })

  it('of another member is neither given out nor thrown away, refused or waiting', async () => {
    const refused = chase('张建国 asks again')
    const waits = chase('waits')
    await deliver('tickets.chase', refused)
    await deliver('tickets.chase', waits)
    stationThat(({ input }) =>
      input.id === refused.id ? { failure: { kind: 'ruleBroken', text: 'tickets.failure.alreadyClosed' } } : 'silence',
    )
    await drain()
    const before = await rows()
    expect(before.map((row) => row.refused)).toEqual(['tickets.failure.alreadyClosed', null])
    stop()
    stop = startOutbox('sunzhiqiang')
    for (const { id } of before) {
      expect(await takeBack(id)).toBeNull()
      await letGo(id)
    }
    expect(await rows()).toEqual(before)
    stop()
    stop = startOutbox('zhoumin')
    expect(await takeBack(refused.id)).toEqual(refused)
  })
})

describe('what waited', () => {
  const later: [string, Said][] = [
    ['the session ended', { failure: { kind: 'signedOut', text: 'admin.failure.signedOut' } }],
    ['another member is in', { failure: { kind: 'signedOut', text: 'admin.failure.otherMember' } }],
    ['the station is busy', { failure: { kind: 'busy', text: 'admin.failure.busy' } }],
    ['the station is silent', 'silence'],
  ]
  it.each(later)('goes on waiting while %s, and the ones behind it too', async (_why, said) => {
    const first = chase('first')
    await deliver('tickets.chase', first)
    await deliver('tickets.chase', chase('second'))
    const heard = stationThat(() => said)
    await drain()
    expect(new Set(idsIn(heard))).toEqual(new Set([first.id]))
    expect((await rows()).map(({ refused }) => refused)).toEqual([null, null])
  })

  it('and meets an incident is tried again, and goes once the trouble has passed', async () => {
    const kept = chase('in trouble')
    const next = chase('behind it')
    await deliver('tickets.chase', kept)
    await deliver('tickets.chase', next)
    stationThat(() => ({ incident: 'ABCDEF' }))
    for (let tries = 0; tries < 3; tries += 1) await drain()
    expect((await rows()).map(({ id, refused }) => [id, refused])).toEqual([
      [kept.id, null],
      [next.id, null],
    ])
    const heard = stationThat(() => ({ output: { count: 1 } }))
    await drain()
    expect(idsIn(heard)).toEqual([kept.id, next.id])
    expect(await rows()).toEqual([])
  })

  it('and meets incidents without end is kept, told and out of the way, and goes again where somebody says so', async () => {
    const kept = chase('in trouble')
    const next = chase('behind it')
    await deliver('tickets.chase', kept)
    await deliver('tickets.chase', next)
    const failed = stationThat(({ input }) =>
      input.id === kept.id ? { incident: 'ABCDEF' } : { output: { count: 1 } },
    )
    for (let tries = 0; tries < 12; tries += 1) await drain()
    expect(idsIn(failed)).toEqual([...Array<string>(8).fill(kept.id), next.id])
    expect((await rows()).map(({ id, refused }) => [id, refused])).toEqual([[kept.id, 'kit.error.defect.what']])
    const heard = stationThat(() => ({ output: { count: 1 } }))
    await sendAgain(kept.id)
    expect(heard.map(({ input }) => input)).toEqual([kept])
    expect(await rows()).toEqual([])
  })

  it('goes in the name of who typed it, whoever the page stands for, and asks who is in when the session is not his', async () => {
    standFor('sunzhiqiang')
    const kept = chase('by zhoumin')
    await deliver('tickets.chase', kept)
    const asksAgain = vi.spyOn(queries, 'invalidateQueries')
    const refuses = stationThat(() => ({ failure: { kind: 'signedOut', text: 'admin.failure.otherMember' } }))
    await drain()
    expect(refuses.map(({ pageOf }) => pageOf)).toContain('zhoumin')
    expect(asksAgain).toHaveBeenCalledWith({ queryKey: api.admin.house.queryKey() })
    asksAgain.mockRestore()
    expect((await rows()).map(({ id, refused }) => [id, refused])).toEqual([[kept.id, null]])
    const heard = stationThat(() => ({ output: { count: 1 } }))
    await drain()
    await client.tickets.chase.mutate(chase('by the page'))
    standFor('')
    await client.tickets.chase.mutate(chase('at the door'))
    expect(heard.map(({ pageOf }) => pageOf)).toEqual(['zhoumin', 'sunzhiqiang', null])
  })

  it('and is refused stands with its reason, lets the next one pass and can be taken back', async () => {
    const refused = chase('refused')
    const next = chase('next')
    await deliver('tickets.chase', refused)
    await deliver('tickets.chase', next)
    const heard = stationThat(({ input }) =>
      input.id === refused.id
        ? { failure: { kind: 'ruleBroken', text: 'tickets.failure.alreadyClosed' } }
        : { output: { count: 1 } },
    )
    await drain()
    expect(idsIn(heard)).toEqual([refused.id, next.id])
    expect((await rows()).map(({ id, refused: why }) => [id, why])).toEqual([
      [refused.id, 'tickets.failure.alreadyClosed'],
    ])
    expect(await takeBack(refused.id)).toEqual(refused)
    expect(await rows()).toEqual([])
  })

  it('and meets other words under its id is told, and the draft beside it is a record of its own', async () => {
    const other = chase('asks again, and is cross')
    await deliver('tickets.chase', other)
    const [aside, unlike] = [`tickets.zhoumin.t1.chase~${other.id}`, 'tickets.zhoumin.t1.note']
    const kept = { id: other.id, version: 3, value: { text: 'asks again, and is cross' } }
    await saveDraft(aside, kept)
    await saveDraft(unlike, { ...kept, id: 'n1' })
    stationThat(() => ({ failure: { kind: 'ruleBroken', text: 'kit.error.sentOther' } }))
    await drain()
    expect((await rows()).map(({ refused }) => refused)).toEqual(['kit.error.sentOther'])
    const drafts = new Map((await readDrafts('tickets.zhoumin.')).map(({ key, value }) => [key, value]))
    expect(drafts.get(aside)).toEqual({ ...kept, id: expect.not.stringMatching(other.id) as string })
    expect(drafts.get(unlike)).toEqual({ ...kept, id: 'n1' })
    expect(await takeBack(other.id)).toEqual(other)
  })

  it('and is no command of this release is refused, never sent and never dropped', async () => {
    const old = chase('of another release')
    await deliver('tickets.chase', old)
    const [row] = await rows()
    await (await openStore()).put('outbox', { ...row!, procedure: 'admin.signOut' })
    const heard = stationThat(() => ({ output: {} }))
    await drain()
    expect(heard).toEqual([])
    expect((await rows()).map(({ id, refused }) => [id, refused !== null])).toEqual([[old.id, true]])
  })

  it('is tried again by itself', async () => {
    await deliver('tickets.chase', chase('by itself'))
    stationThat(() => ({ output: { count: 1 } }))
    await until(async () => (await rows()).length === 0)
  })
})
