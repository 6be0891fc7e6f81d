import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { usualLanPort } from '../../shared/kit/fingerprint.ts'
import { languages } from '../../shared/kit/words.ts'
import { writeDurably } from '../database/durable-file.ts'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })

/** Where a form is printed on this seat; see `HostPrinterChoice`. */
export const printerChoice = z.object({
  printer: z.string().min(1).max(500),
  offsetX: z.int().min(-100_000).max(100_000),
  offsetY: z.int().min(-100_000).max(100_000),
})

/** Whether and where the station of this computer listens for others; see `HostLanWish`. */
export const lanWish = z.object({
  isOn: z.boolean(),
  address: z.union([z.ipv4(), z.ipv6()]),
  port: z.int().min(1_024).max(65_535),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What this computer remembers of itself. A damaged entry falls back to its default, the others stay. */
const seatSettings = z.object({
  /** null: as the system. */
  language: z.enum(languages).nullable().catch(null),
  theme: z.enum(['light', 'dark', 'auto']).catch('auto'),
  closesToTray: z.boolean().catch(false),
  dialsTelLinks: z.boolean().catch(false),
  /** By form id. */
  printers: z.record(z.string(), printerChoice).catch({}),
  /** Of the first window, in screen points; null before the first start. */
  bounds: rectangle.nullable().catch(null),
  isMaximized: z.boolean().catch(false),
  /** Port of its station on the loopback: chosen once, so that a telephone system finds the hook where it was. */
  steadyPort: z.int().min(1_024).max(65_535).nullable().catch(null),
  lan: lanWish.catch({ isOn: false, address: '0.0.0.0', port: usualLanPort }),
  /** The station elsewhere that this computer is a seat of; null = its own. */
  office: z
    .object({ url: z.url({ protocol: /^https$/ }), fingerprint: sha256, publicKey: sha256 })
    .nullable()
    .catch(null),
})

export type SeatSettings = z.infer<typeof seatSettings>

/** What this seat remembers, for whoever sits at it. */
export interface Settings {
  readonly value: SeatSettings
  /** Keeps the change on disk before it returns; a disk that refuses leaves it in memory. */
  change(change: Partial<SeatSettings>): void
}

/** Reads the file; one that is missing or broken counts as empty. */
export function openSettings(file: string): Settings {
  let value = seatSettings.parse(readJson(file))
  return {
    get value() {
      return value
    },
    change(change) {
      value = { ...value, ...change }
      try {
        writeDurably(file, JSON.stringify(value, null, 2))
      } catch {
        // asked again with the next change
      }
    },
  }
}

function readJson(file: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof content === 'object' && content !== null ? content : {}
  } catch {
    return {}
  }
}
