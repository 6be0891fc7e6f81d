import { mayUse } from '../../shared/admin/rights.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Hint } from '../database/hint.ts'
import { keepSession } from './sessions.ts'

const lookEveryMs = 60_000

/** Every batch of hints from now on while the seat's session holds, urgent where the member can act on it; an open stream counts as use. Ends when the member is signed out or disabled. */
export async function* followSeat(services: Services, seat: Seat, signal: AbortSignal): AsyncGenerator<Hint[]> {
  const over = new AbortController()
  const hurried = new Map(services.features.flatMap(({ urgentTo }) => Object.entries(urgentTo ?? {})))
  const forSeat = ({ urgent, ...hint }: Hint): Hint => {
    const right = hurried.get(hint.kind)
    return urgent && (!right || mayUse(seat.role, right)) ? { ...hint, urgent } : hint
  }
  const look = async () => {
    if (!(await keepSession(services, seat.session))) over.abort()
  }
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs)
  timer.unref()
  try {
    for await (const hints of services.changes.follow(AbortSignal.any([signal, over.signal]))) {
      // Whatever changed about members may be about this one.
      if (hints.some(({ kind }) => kind === 'admin.member' || kind === 'admin.*')) await look()
      if (over.signal.aborted) return
      yield hints.map(forSeat)
    }
  } finally {
    clearInterval(timer)
  }
}
