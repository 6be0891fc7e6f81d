import type { Icon as TablerIcon } from '@tabler/icons-react'

/** A sign in our stroke that grows with the window: 14 in badges, 16 in rows, 20 in the rail. Without `label` it is decoration. */
export function Icon({ of: Sign, size = 16, label }: { of: TablerIcon; size?: number; label?: string }) {
  const side = `${size / 16}rem`
  const name = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return <Sign stroke={1.75} style={{ width: side, height: side, flex: 'none' }} {...name} />
}
