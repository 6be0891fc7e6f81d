import look from './Kbd.module.css'

/** A key cap, printed on what it triggers. Screen readers hear it through `aria-keyshortcuts` of that thing. */
export function Kbd({ children, isOnFill = false }: { children: string; isOnFill?: boolean }) {
  return (
    <kbd className={isOnFill ? `${look.cap} ${look.onFill}` : look.cap} aria-hidden>
      {children}
    </kbd>
  )
}
