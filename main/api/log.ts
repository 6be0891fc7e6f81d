/** `warn`: it went on by itself; `error`: somebody has to look. */
export type LogLevel = 'info' | 'warn' | 'error'

/** One structured line. Personal data is masked before it is written; pass ids, not names or numbers. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void
  warn(event: string, facts?: Record<string, unknown>): void
  error(event: string, facts?: Record<string, unknown>): void
}

/** Where lines go: a file, a stream, a list in a test. */
export type LogSink = (line: string) => void

const secretNames = /password|token|secret|key|cookie|authorization/i
const personalNames = /phone|number|raw|from|\bto\b|name|address|symptom|note|text|idcard/i
/** Ids and instants stay whole, so that a log leads somewhere; else seven digits and more are a telephone number. */
const idsOrDigits = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z|\d[\d\s-]{5,}\d/gi
/** The house speaks English in its logs: Chinese in the words of a defect is somebody's name or address. */
const chinese = /\p{Script=Han}[\p{Script=Han}\s（）·]*/gu

/** Writes JSON lines `{at, level, event, …facts}`; secrets vanish, personal values keep only a hint of their shape. */
export function openLog(write: LogSink, now: () => string): Log {
  const line =
    (level: LogLevel) =>
    (event: string, facts: Record<string, unknown> = {}) => {
      put(write, `${JSON.stringify({ at: now(), level, event, ...(mask(facts, 0) as Record<string, unknown>) })}\n`)
    }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

/** A disk without room for a line must not take down what still works. */
function put(write: LogSink, line: string): void {
  try {
    write(line)
  } catch (error) {
    process.stderr.write(`the log cannot be written (${String(error)}): ${line}`)
  }
}

/** Long digit runs lose their middle wherever they stand: `138****5678`; ids and instants stay, Chinese goes. */
export function maskText(text: string): string {
  const masked = text.replaceAll(idsOrDigits, (run) => {
    if (!/^[\d\s-]+$/.test(run)) return run
    const digits = run.replaceAll(/\D/g, '')
    return digits.length < 7 ? run : `${digits.slice(0, 3)}****${digits.slice(-4)}`
  })
  return masked.replaceAll(chinese, '…')
}

function mask(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > 6) return '…'
  if (Array.isArray(value)) return value.slice(0, 50).map((entry) => mask(entry, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => {
      if (secretNames.test(name)) return [name, '…']
      if (typeof entry === 'string' && personalNames.test(name)) return [name, hint(entry)]
      return [name, mask(entry, depth + 1)]
    }),
  )
}

function hint(text: string): string {
  const [first] = [...text]
  return first === undefined ? '' : `${first}…(${[...text].length})`
}
