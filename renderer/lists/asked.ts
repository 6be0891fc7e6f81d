import { type ViewWish, viewWishSchema } from '../../shared/lists/schema.ts'

/** Names that are no condition: the saved view, the order, the columns. */
const own = { view: 'v', sort: 'sort', columns: 'cols' } as const

/** The saved view an address names: undefined for none named, null for none at all. */
export function viewAsked(asked: string): string | null | undefined {
  const id = new URLSearchParams(asked).get(own.view)
  return id === null ? undefined : id || null
}

/** An address that begins with a saved view, or with none. */
export const askForView = (id: string | null): string => new URLSearchParams({ [own.view]: id ?? '' }).toString()

/** What an address asks of its list; null when it asks for nothing, or for what no list understands. */
export function readAsked(asked: string): ViewWish | null {
  const params = new URLSearchParams(asked)
  const sort = params.get(own.sort)
  if (sort === null) return null
  const columns = params.get(own.columns)
  const names: readonly string[] = Object.values(own)
  const read = viewWishSchema.safeParse({
    filters: Object.fromEntries([...params].filter(([name]) => !names.includes(name))),
    sort: sort === '' ? null : { by: sort.replace(/^-/, ''), isDown: sort.startsWith('-') },
    columns: columns === null ? null : columns.split(','),
  })
  return read.success ? read.data : null
}

/** The address that asks for this (null: for what the list begins with), under the saved view that it names already. */
export function writeAsked(before: string, wish: ViewWish | null): string {
  const view = viewAsked(before)
  const params = new URLSearchParams(view === undefined ? '' : askForView(view))
  if (!wish) return params.toString()
  for (const [name, value] of Object.entries(wish.filters)) params.set(name, value)
  params.set(own.sort, wish.sort ? `${wish.sort.isDown ? '-' : ''}${wish.sort.by}` : '')
  if (wish.columns) params.set(own.columns, wish.columns.join(','))
  return params.toString()
}
