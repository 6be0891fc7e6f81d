const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** How many places somebody was at are known: a form in a dialog in a menu is left at its opener. */
const mostKnown = 24

/** Where the caret stood: its element, and of what holds it each parent with the place in it. */
interface Stand {
  element: HTMLElement
  address: string
  holders: readonly { parent: Element; child: Element; index: number }[]
}

/** Where the caret was put last, until somebody writes there. */
let placed: Element | null = null

/** Whether nobody chose the place: whoever leads the caret on after a key need not leave it alone. */
export const isPlaced = (element: Element | null): boolean => element !== null && element === placed

/**
 * Finds a place for the caret when what had it disappears with a row, a form or a dialog; else it falls to the page, where the next key
 * means nothing. It goes to the row that took the place, else back to where it came from on this screen, else to the part of the page it was in.
 * Whoever moves it knowingly has done so before. Returns the way to stop.
 */
export function keepFocus(): () => void {
  let stands: Stand[] = []
  let isLost = false
  const here = () => stands.at(-1)

  const hear = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    stands = [...stands.filter(({ element }) => element !== target && element.isConnected), standOf(target)]
    stands = stands.slice(-mostKnown)
    isLost = false
  }
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return
    // A browser may say so also of what is just being removed: then it is not there any more when the removing is over.
    const left = here()
    queueMicrotask(() => {
      if (left?.element.isConnected && document.hasFocus()) isLost = true
    })
  }
  const settle = () => void (placed = null)
  const look = () => {
    const last = here()
    if (!last || last.element.isConnected || isLost) return
    isLost = true
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const place = placeAfter(last, stands)
      place?.focus({ preventScroll: true })
      placed = place
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', hear)
  document.addEventListener('focusout', leave)
  document.addEventListener('input', settle)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', hear)
    document.removeEventListener('focusout', leave)
    document.removeEventListener('input', settle)
  }
}

function standOf(element: HTMLElement): Stand {
  const holders: { parent: Element; child: Element; index: number }[] = []
  for (let child: Element = element; child.parentElement; child = child.parentElement) {
    const parent = child.parentElement
    holders.push({ parent, child, index: [...parent.children].indexOf(child) })
  }
  return { element, address: location.hash, holders }
}

function placeAfter(last: Stand, stands: readonly Stand[]): HTMLElement | null {
  const holder = last.holders.find(({ parent }) => parent.isConnected)
  const beside = holder ? rowBeside(holder) : null
  if (beside) return beside
  const before = stands.findLast(({ element, address }) => address === location.hash && isPlace(element))
  if (before) return before.element
  const part = holder?.parent.closest<HTMLElement>('[tabindex], [role=tabpanel]')
  return part ?? document.getElementById('main')
}

/** The row that moved up into the place, else the one above it. */
function rowBeside({ parent, child, index }: Stand['holders'][number]): HTMLElement | null {
  for (const row of [parent.children[index], parent.children[index - 1]]) {
    if (row?.tagName !== child.tagName || row.className !== child.className || row.role !== child.role) continue
    if (row instanceof HTMLElement && row.matches(focusable) && isPlace(row)) return row
    const inside = [...row.querySelectorAll<HTMLElement>(focusable)].find(isPlace)
    if (inside) return inside
  }
  return null
}

const isPlace = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility()
