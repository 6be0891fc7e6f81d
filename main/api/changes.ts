import { EventEmitter } from 'node:events'
import { questionsShowing } from '../../shared/shown-kinds.ts'
import { type Hint, Hints } from '../database/hint.ts'

/** Carries hints between stations that share a database. */
export interface HintCarrier {
  /** To the other stations; this one has them already. */
  send(hints: readonly Hint[]): void
  close(): Promise<void>
}

/** Batches nobody calls urgent follow one another no closer than this, in milliseconds; seats gather for 250 themselves. */
const apartMs = 200

/**
 * The hint bus of one station. A batch is told at once; those that follow it closely are told together, for a frame to each of fifty seats at every
 * commit took as much of the station as the commits. A ring waits for nothing and takes what waits with it.
 */
export class Changes {
  private readonly bus = new EventEmitter().setMaxListeners(0)
  private gathered = new Hints()
  private pause: NodeJS.Timeout | null = null
  private carrier: HintCarrier | null = null

  /** With several stations on one database, hints also travel between them. */
  carryBy(carrier: HintCarrier): void {
    this.carrier = carrier
  }

  /** Tells the seats of this station and the other stations. What no seat shows is told to nobody. */
  announce(hints: readonly Hint[]): void {
    const shown = hints.filter(({ kind }) => questionsShowing(kind).length > 0)
    if (shown.length === 0) return
    this.deliver(shown)
    this.carrier?.send(shown)
  }

  /** Hands a batch to the seats of this station only. */
  deliver(hints: readonly Hint[]): void {
    this.gathered.addAll(hints)
    if (!this.pause || hints.some(({ urgent }) => urgent)) this.tell()
  }

  private tell(): void {
    const hints = this.gathered.list()
    if (this.pause) clearTimeout(this.pause)
    this.pause = null
    if (hints.length === 0) return
    this.gathered = new Hints()
    this.pause = setTimeout(() => this.tell(), apartMs).unref()
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
