import type { Role } from '../../shared/admin/rights.ts'
import type { Hint } from '../../main/database/hint.ts'
import { openSession } from '../../main/house/sessions.ts'
import type { TestStation } from './station.ts'

/** Something that answers requests: a station's function, or a host in front of it. */
type Answer = (request: Request) => Promise<Response>

/** A signed-in seat that speaks to the station as a page does: requests with a cookie. */
export interface SeatClient {
  cookie: string
  memberId: string
  ask(path: string, init?: RequestInit): Promise<Response>
  query(procedure: string, input?: unknown): Promise<Response>
  mutate(procedure: string, input: unknown): Promise<Response>
  /** Hears change hints until it is ended or the station ends it. */
  listen(): Promise<HintStream>
}

/** What a seat hears while it listens. */
export interface HintStream {
  hints: Hint[]
  /** The same as they came: one event each. */
  batches: Hint[][]
  end(): Promise<void>
  /** Settles when no more will come. */
  ended: Promise<void>
}

/** How many streams of a station hear its hints: one says that it is open a moment before it does. */
export const listeners = (house: TestStation) =>
  (house.station.services.changes as unknown as { bus: { listenerCount(name: string): number } }).bus.listenerCount(
    'hints',
  )

/** A member of a role with an open session. `answer` defaults to the station's own function at `base`. */
export async function seatClient(
  house: TestStation,
  role: Role,
  { name, answer, base = 'http://127.0.0.1' }: { name?: string; answer?: Answer; base?: string } = {},
): Promise<SeatClient> {
  const { services } = house.station
  const { memberId } = await house.seat(role, name)
  const cookies = await services.database.write((tx) => openSession(services, tx, memberId, 'test'))
  return clientWith(cookies.split(';')[0] ?? '', memberId, answer ?? ((request) => house.station.handle(request)), base)
}

/** A client with any cookie at all. */
export function clientWith(cookie: string, memberId: string, answer: Answer, base = 'http://127.0.0.1'): SeatClient {
  const ask = (path: string, init: RequestInit = {}) =>
    answer(new Request(`${base}${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } }))
  return {
    cookie,
    memberId,
    ask,
    query: (procedure, input) =>
      ask(`/api/${procedure}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`),
    mutate: (procedure, input) =>
      ask(`/api/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
    listen: () => listen(ask),
  }
}

async function listen(ask: SeatClient['ask']): Promise<HintStream> {
  const response = await ask('/api/admin.changes', { headers: { accept: 'text/event-stream' } })
  if (response.status !== 200 || !response.body) throw new Error(`no stream: ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const hints: Hint[] = []
  const batches: Hint[][] = []
  let text = ''
  let isConnected = () => {}
  const connected = new Promise<void>((resolve) => (isConnected = resolve))
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += value
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        if (event.includes('event: connected')) isConnected()
        const data = /^data: (\[.*"kind".*\])$/m.exec(event)?.[1]
        if (data) batches.push(JSON.parse(data) as Hint[])
        hints.splice(0, hints.length, ...batches.flat())
      }
    }
  }
  const ended = read().catch(() => undefined)
  await Promise.race([connected, ended])
  return { hints, batches, ended, end: () => reader.cancel() }
}
