import type { Feature } from '../../shared/kit/features.ts'

/** Says that something changed, never what: seats ask again, so nothing needs replaying after a cut line. */
export interface Hint {
  /** `<feature>.<thing>`: the table's name with its first underscore as a dot. */
  kind: `${Feature}.${string}`
  id: string
  /** A ringing telephone: seats do not gather, they ask at once. */
  urgent?: boolean
}
