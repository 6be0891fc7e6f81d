import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconClockHour4,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import look from './Verdict.module.css'

/** ok free, in time, passed · warn soon due, needs a look · late overdue, refused · none a plain fact · clock running. */
export type VerdictKind = 'ok' | 'warn' | 'late' | 'none' | 'clock'

const signs = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  late: IconAlertOctagon,
  none: IconCircleMinus,
  clock: IconClockHour4,
}

interface VerdictProps {
  kind: VerdictKind
  /** `badge` in rows, `lead` for the one verdict of a section. */
  size?: 'badge' | 'lead'
  title?: string
  /** The word. A verdict without a word is not one. */
  children: ReactNode
}

/** Sign, word and colour, never fewer than the first two. */
export function Verdict({ kind, size = 'badge', title, children }: VerdictProps) {
  return (
    <span className={`${look.verdict} ${look[size]} ${look[kind]}`} title={title}>
      <Icon of={signs[kind]} size={size === 'lead' ? 20 : 14} />
      <span>{children}</span>
    </span>
  )
}
