import { EventEmitter } from 'node:events'
import { questionsShowing } from '../../shared/shown-kinds.ts'
import { type Hint, Hints } from '../database/hint.ts'

/** Carries hints between stations that share a database. */
export interface HintCarrier {
  /** To the other stations; this one has them already. */
  send(hints: readonly Hint[]): void
  close(): Promise<void>
}

/** The hint bus of one station: one batch a commit, as the door tells it. */
export class Changes {
  private readonly bus = new EventEmitter().setMaxListeners(0)
  private carrier: HintCarrier | null = null

  /** With several stations on one database, hints also travel between them. */
  carryBy(carrier: HintCarrier): void {
    this.carrier = carrier
  }

  /** Tells the seats of this station at once, and the other stations. What no seat shows is told to nobody. */
  announce(hints: readonly Hint[]): void {
    const shown = hints.filter(({ kind }) => questionsShowing(kind).length > 0)
    if (shown.length === 0) return
    this.deliver(shown)
    this.carrier?.send(shown)
  }

  /** Hands a batch to the seats of this station only. */
  deliver(hints: readonly Hint[]): void {
    this.bus.emit('hints', hints)
  }

  /** Every batch from now on, until the signal aborts. What waits while a seat is slow comes as one. */
  async *follow(signal: AbortSignal): AsyncGenerator<Hint[]> {
    let waiting: Hints | null = null
    let wake: (() => void) | null = null
    const hear = (hints: readonly Hint[]) => {
      waiting ??= new Hints()
      waiting.addAll(hints)
      wake?.()
    }
    const taken = (): Hint[] => {
      const hints = waiting?.list() ?? []
      waiting = null
      return hints
    }
    const stop = () => wake?.()
    this.bus.on('hints', hear)
    signal.addEventListener('abort', stop)
    try {
      while (!signal.aborted) {
        const hints = taken()
        if (hints.length > 0) yield hints
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      this.bus.off('hints', hear)
      signal.removeEventListener('abort', stop)
    }
  }
}
