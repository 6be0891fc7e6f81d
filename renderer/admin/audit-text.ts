const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)

/**
 * The details of an audit entry as a person reads them: 回拨 · 联系人 2. Ids and noughts are left out, a reason stands
 * without its name; unreadable JSON stays as it is. `nameOf` says what a detail or its value is called.
 */
export function detailsText(
  details: string,
  nameOf: (detail: string) => string,
  saidOf: (detail: string, value: string) => string,
): string {
  let read: unknown
  try {
    read = JSON.parse(details)
  } catch {
    return details
  }
  if (typeof read !== 'object' || read === null) return details
  return Object.entries(read)
    .map(([name, value]) => [name, valueText(value)] as const)
    .filter(([, text]) => text !== '' && text !== '0' && !isId(text))
    .map(([name, text]) =>
      name === 'reason' ? text : text === 'true' ? nameOf(name) : `${nameOf(name)} ${saidOf(name, text)}`,
    )
    .join(' · ')
}

function valueText(value: unknown): string {
  if (value === null || value === false || value === '') return ''
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The page of what an entry was about, or null: `customer:<id>` → `/customers/<id>`. */
export function pageOfSubject(subject: string): string | null {
  const [kind, id] = subject.split(':')
  if (!id) return null
  if (kind === 'customer') return `/customers/${id}`
  if (kind === 'ticket') return `/tickets/${id}`
  return null
}
