import { pageValue, usePageValue } from './page-value.ts'

/** One sentence about what just happened; a verdict sign only where it is one. */
export interface Notice {
  id: number
  text: string
  kind: 'plain' | 'ok' | 'warn' | 'late'
  /** Offered for as long as the notice stands. */
  undo?: () => void
  /** The next step, offered as long; its key is bound by whoever says it. */
  step?: NoticeStep
}

/** A step offered beside a notice. */
export interface NoticeStep {
  text: string
  keyCap: string
  run: () => void
}

const standsForMs = 8_000
const notices = pageValue<readonly Notice[]>([])
let nextId = 1

/** Takes a notice away before its time. */
export function dismissNotice(id: number): void {
  notices.set(notices.now().filter((notice) => notice.id !== id))
}

/** Says something on the notice line for eight seconds; a late one stays until dismissed. The text is already translated. */
export function sayNotice(text: string, more: Partial<Pick<Notice, 'kind' | 'undo' | 'step'>> = {}): void {
  const notice: Notice = { id: nextId++, text, kind: 'plain', ...more }
  notices.set([...notices.now().slice(-2), notice])
  if (notice.kind !== 'late') setTimeout(() => dismissNotice(notice.id), standsForMs)
}

/** The notices that stand now, oldest first. */
export const useNotices = (): readonly Notice[] => usePageValue(notices)
