import { EventEmitter } from 'node:events'
import type { Feature } from '../../shared/kit/features.ts'

/** Says that something changed, never what: seats ask again, so nothing needs replaying after a cut line. */
export interface ChangeHint {
  feature: Feature
  id: string
  /** A ringing telephone: seats do not gather, they ask at once. */
  urgent?: boolean
}

/** Carries hints between stations that share a database. */
export interface HintCarrier {
  send(hint: ChangeHint): void
  close(): Promise<void>
}

/** The hint bus of one station. Announce only after the write has settled. */
export class Changes {
  private readonly bus = new EventEmitter().setMaxListeners(0)
  private carrier: HintCarrier | null = null

  /** With several stations on one database, hints also travel between them. */
  carryBy(carrier: HintCarrier): void {
    this.carrier = carrier
  }

  announce(hint: ChangeHint): void {
    if (this.carrier) this.carrier.send(hint)
    else this.deliver(hint)
  }

  /** Hands a hint to the seats of this station only. */
  deliver(hint: ChangeHint): void {
    this.bus.emit('hint', hint)
  }

  /** Every hint from now on, until the signal aborts. */
  async *follow(signal: AbortSignal): AsyncGenerator<ChangeHint> {
    const waiting: ChangeHint[] = []
    let wake: (() => void) | null = null
    const hear = (hint: ChangeHint) => {
      waiting.push(hint)
      wake?.()
    }
    const stop = () => wake?.()
    this.bus.on('hint', hear)
    signal.addEventListener('abort', stop)
    try {
      while (!signal.aborted) {
        const hint = waiting.shift()
        if (hint) yield hint
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      this.bus.off('hint', hear)
      signal.removeEventListener('abort', stop)
    }
  }
}
