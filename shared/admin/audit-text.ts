/** How a detail is said: its name, a value of it, and what an id is called (undefined for a thing that is gone). */
export interface AuditSpeech {
  name: (detail: string) => string
  value: (detail: string, value: string) => string
  id: (id: string) => string | undefined
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)

/**
 * The details of an audit entry as a person reads them: 热线 4000008003 → 4000009009 · 联系人 2. Noughts and ids of things that are gone are
 * left out, as is the hash over the journal; a reason stands without its name; unreadable JSON stays as it is.
 */
export function detailsText(details: string, speech: AuditSpeech): string {
  let read: unknown
  try {
    read = JSON.parse(details)
  } catch {
    return details
  }
  if (typeof read !== 'object' || read === null) return details
  return Object.entries(read)
    .filter(([name]) => name !== 'journal')
    .flatMap(([name, value]) => (name === 'changed' ? changesText(value, speech) : [detailText(name, value, speech)]))
    .filter((text) => text !== '')
    .join(' · ')
}

function detailText(name: string, value: unknown, speech: AuditSpeech): string {
  if (value === true) return speech.name(name)
  const text = valueText(name, value, speech)
  if (text === '' || text === '0') return ''
  return name === 'reason' ? text : `${speech.name(name)} ${text}`
}

/** Field by field was → is; entries from before that was kept name the fields only. */
function changesText(changed: unknown, speech: AuditSpeech): string[] {
  if (typeof changed !== 'object' || changed === null) return []
  if (Array.isArray(changed))
    return [`${speech.name('changed')} ${changed.map((name) => speech.name(String(name))).join(', ')}`]
  return Object.entries(changed).map(([field, change]) => {
    if (!Array.isArray(change)) return `${speech.name(field)} …`
    const [was, is] = change.map((value: unknown) => valueText(field, value, speech) || '–')
    return `${speech.name(field)} ${was} → ${is}`
  })
}

function valueText(name: string, value: unknown, speech: AuditSpeech): string {
  if (value === null || value === undefined || value === false || value === '') return ''
  if (Array.isArray(value)) return value.map((each) => valueText(name, each, speech)).join(', ')
  if (typeof value === 'number' && name.endsWith('Cents')) return value === 0 ? '' : (value / 100).toFixed(2)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (isId(text)) return speech.id(text) ?? ''
  return speech.value(name, text)
}

/** The page of what an entry was about, or null: `customer:<id>` → `/customers/<id>`. */
export function pageOfSubject(subject: string): string | null {
  const [kind, id] = subject.split(':')
  if (!id) return null
  if (kind === 'customer') return `/customers/${id}`
  if (kind === 'ticket') return `/tickets/${id}`
  return null
}
