import { useSyncExternalStore } from 'react'

const listen = (heard: () => void) => {
  addEventListener('hashchange', heard)
  return () => removeEventListener('hashchange', heard)
}

/** What stands behind the hash, cut at its first `?`. */
function partsHere(): [path: string, asked: string] {
  const [path = '', ...asked] = location.hash.replace(/^#?\/?/, '').split('?')
  return [`/${path}`, asked.join('?')]
}

function navigate(to: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}): void {
  const oldURL = location.href
  history[replace ? 'replaceState' : 'pushState'](state, '', `#${to.replace(/^#/, '')}`)
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }))
}

/** The address behind the hash for the router: screens are found by the path; what a list asks for stands after a `?` and is the list's own. */
export const useAddress = (): [string, typeof navigate] => [
  useSyncExternalStore(listen, () => partsHere()[0]),
  navigate,
]

useAddress.hrefs = (href: string) => `#${href}`

/** What stands after the `?` now, empty for nothing. */
export const askedInAddress = (): string => partsHere()[1]

/** The path and what stands after its `?`, as one goes back to it. */
export const addressHere = (): string => partsHere().filter(Boolean).join('?')

/** The same, for a screen that shows what its whole address says. */
export const useAddressHere = (): string => useSyncExternalStore(listen, addressHere)

/** Puts this after the `?` of the address on screen, in place: going back leads to the screen as it was left. */
export function askInAddress(asked: string, state: unknown = history.state): void {
  const [path, before] = partsHere()
  if (asked !== before) navigate(asked === '' ? path : `${path}?${asked}`, { replace: true, state })
}

/** What stands after the `?`, also when somebody writes it by hand or goes back to it. */
export const useAskedInAddress = (): string => useSyncExternalStore(listen, askedInAddress)
