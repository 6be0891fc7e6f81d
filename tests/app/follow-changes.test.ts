import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { followChanges } from '../../renderer/app/follow-changes.ts'
import { until } from './silent-station.ts'

/** The browser's own EventSource, with the station at its other end: the test says when the line opens, speaks and is cut. */
class Line extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static lines: Line[] = []
  readyState = Line.CONNECTING
  constructor(readonly url: string) {
    super()
    Line.lines.push(this)
  }
  open() {
    this.readyState = Line.OPEN
    this.dispatchEvent(new Event('open'))
    this.dispatchEvent(new MessageEvent('connected', { data: '{}' }))
  }
  say(...hints: { kind: string; id: string; urgent?: true }[]) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(hints), lastEventId: '1' }))
  }
  cut() {
    this.readyState = Line.CONNECTING
    this.dispatchEvent(new Event('error'))
  }
  close() {
    this.readyState = Line.CLOSED
  }
}

let asked: string[] = []
let stops: (() => void)[] = []

/** A question on screen, which counts how often it is asked. */
function onScreen(feature: string, question = 'list') {
  const observer = new QueryObserver(queries, {
    queryKey: [[feature, question]],
    queryFn: () => {
      asked.push(feature)
      return asked.length
    },
  })
  stops.push(observer.subscribe(() => undefined))
}

const line = () => {
  const last = Line.lines.at(-1)
  if (!last) throw new Error('nobody listens')
  return last
}

beforeEach(async () => {
  vi.stubGlobal('EventSource', Line)
  Line.lines = []
  stops = [followChanges()]
  onScreen('tickets')
  onScreen('admin')
  await until(() => Line.lines.length > 0 && asked.length === 2)
  line().open()
  await until(() => asked.length === 4) // what changed before the line was open is not missed
  asked = []
})
afterEach(() => {
  for (const stop of stops) stop()
  queries.clear()
  vi.unstubAllGlobals()
  asked = []
})

describe('a seat that follows the changes', () => {
  it('asks again for all that is on screen after a cut line: hints carry no data', async () => {
    line().cut()
    expect(asked).toEqual([])
    line().open()
    await until(() => asked.length === 2)
    expect(asked.sort()).toEqual(['admin', 'tickets'])
  })

  it('asks again for what a hint names and for nothing else, once for all that came together', async () => {
    line().say({ kind: 'tickets.ticket', id: 'k1' })
    line().say({ kind: 'tickets.ticket', id: 'k2' })
    await until(() => asked.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(asked).toEqual(['tickets'])
  })

  it('is asked by a ring for the calls at once, and for nothing else that is on screen', async () => {
    onScreen('intake', 'mine')
    await until(() => asked.length === 1)
    asked = []
    line().say({ kind: 'intake.call', id: 'c1', urgent: true })
    await until(() => asked.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(asked).toEqual(['intake'])
  })

  it('asks for nothing while nothing is said and the line holds', async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(asked).toEqual([])
  })
})
