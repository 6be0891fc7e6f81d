import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import look from './KeyButton.module.css'

interface KeyButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'disabled' | 'className'> {
  /** A verb. */
  children: ReactNode
  /** As in `Command.keys`, for example `F9` or `Alt+C`. Printing it does not bind it: register the command too. */
  keyCap?: string
  /** `primary` is the one thing to do next: one a screen. `strip` stands on the status strip. */
  look?: 'plain' | 'primary' | 'quiet' | 'strip'
  isSmall?: boolean
  icon?: TablerIcon
  /** What it does is done once however often it is clicked in a row, also where it came under the pointer with the first click. */
  isOnce?: boolean
  /** `before` as in the key bar, `after` as beside a verdict. */
  capAt?: 'before' | 'after'
}

/** A button with its key on it, pressed once however long Enter is held. It is never greyed out for what is missing: with gaps it says so beside it and leads to the first. */
export function KeyButton(props: KeyButtonProps) {
  const {
    children,
    keyCap,
    look: style = 'plain',
    isSmall = false,
    isOnce = false,
    icon,
    capAt = 'before',
    ...rest
  } = props
  const classes = [
    look.button,
    isSmall ? look.small : '',
    style === 'primary' ? look.primary : style === 'quiet' ? look.quiet : style === 'strip' ? look.inStrip : '',
  ]
  const cap = keyCap ? <Kbd isOnFill={style === 'primary' || style === 'strip'}>{keyCap}</Kbd> : null
  const shortcut = keyCap?.replace('Ctrl', 'Control')
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.repeat && event.key === 'Enter') event.preventDefault()
    rest.onKeyDown?.(event)
  }
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (!isOnce || event.detail < 2) rest.onClick?.(event)
  }
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut}
      {...rest}
      onClick={onClick}
      onKeyDown={onKeyDown}
      className={classes.filter(Boolean).join(' ')}
    >
      {capAt === 'before' ? cap : null}
      {icon ? <Icon of={icon} /> : null}
      <span>{children}</span>
      {capAt === 'after' ? cap : null}
    </button>
  )
}
