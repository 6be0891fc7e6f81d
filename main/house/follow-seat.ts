import type { ChangeHint } from '../api/changes.ts'
import type { Seat, Services } from '../api/context.ts'
import { keepSession } from './sessions.ts'

const lookEveryMs = 60_000

/** Every hint from now on while the seat's session holds; an open stream counts as use. Ends when the member is signed out or disabled. */
export async function* followSeat(services: Services, seat: Seat, signal: AbortSignal): AsyncGenerator<ChangeHint> {
  const over = new AbortController()
  const look = async () => {
    if (!(await keepSession(services, seat.session))) over.abort()
  }
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs)
  timer.unref()
  try {
    for await (const hint of services.changes.follow(AbortSignal.any([signal, over.signal]))) {
      // Whatever changed about members may be about this one.
      if (hint.feature === 'admin') await look()
      if (over.signal.aborted) return
      yield hint
    }
  } finally {
    clearInterval(timer)
  }
}
