import { useSyncExternalStore } from 'react'

/** Longest pause between the two presses of one gesture (`house`): a second F11, or the second half of a double click. */
const restMs = 700

let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

/** Another entry came forward by itself: for a moment nothing saves, for the hand still means the one before. */
export function restSaving(): void {
  clearTimeout(timer)
  timer = setTimeout(endSaveRest, restMs)
  tell()
}

/** The operator chose what stands in front: it may be saved at once. */
export function endSaveRest(): void {
  if (timer === undefined) return
  clearTimeout(timer)
  timer = undefined
  tell()
}

/** Whether saving rests now, outside of a component. */
export const isSavingAtRest = () => timer !== undefined

/** Whether saving rests: the save buttons show it. */
export const useSaveRest = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, isSavingAtRest)
