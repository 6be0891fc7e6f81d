import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ButtonHTMLAttributes } from 'react'
import { Icon } from './Icon.tsx'
import look from './IconButton.module.css'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className'> {
  icon: TablerIcon
  label: string
}

/** A bare sign that can be pressed. Only + and ✕ go without a word; the label is what screen readers hear. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" className={look.button} aria-label={label} title={label} {...rest}>
      <Icon of={icon} />
    </button>
  )
}
