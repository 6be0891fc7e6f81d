import { instantAt } from '../kit/calendar.ts'

/** First instant an event may have, and the first it may no longer have. In this span seconds and milliseconds cannot be mistaken. */
const firstMs = Date.UTC(2000, 0, 1)
const endMs = Date.UTC(2100, 0, 1)
const dayMs = 86_400_000

const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * The instant of an event as telephone systems write it, UTC: ISO-8601 with any offset, a date and time without one (wall clock
 * of `zone`), Unix seconds with or without a fraction, Unix milliseconds; numbers or digits as text. Undefined when it is none of
 * these, names a day or hour that does not exist, or lies outside of 2000 to 2099. Parts of a millisecond are dropped.
 */
export function readHookAt(given: string | number, zone: string): string | undefined {
  const text = String(given).normalize('NFKC').trim()
  const ms = /^\d{1,13}(?:\.\d{1,9})?$/.test(text) ? ofNumber(text) : ofText(text, zone)
  return ms !== undefined && ms >= firstMs && ms < endMs ? new Date(ms).toISOString() : undefined
}

function ofNumber(text: string): number {
  const [whole = '', fraction = ''] = text.split('.')
  const number = Number(whole)
  return number >= firstMs ? number : number * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
}

function ofText(text: string, zone: string): number | undefined {
  const found = written.exec(text)
  if (!found) return undefined
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', offset] = found
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const ofDay =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  if (offset === undefined) return Date.parse(instantAt(day, ofDay, zone))
  const shift = shiftOf(offset)
  return shift === undefined ? undefined : midnight + ofDay - shift
}

function shiftOf(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || 0)]
  if (minutes > 59) return undefined
  const ms = (hours * 60 + minutes) * 60_000
  return ms < dayMs ? (offset.startsWith('-') ? -ms : ms) : undefined
}
