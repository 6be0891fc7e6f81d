import { pageValue, usePageValue } from '../kit/page-value.ts'

/** Longest pause between the two presses of one gesture (`house`): a second F11, or the second half of a double click. */
const restMs = 700

let timer: ReturnType<typeof setTimeout> | undefined
const isAtRest = pageValue(false)

/** Another entry came forward by itself: for a moment nothing saves, for the hand still means the one before. */
export function restSaving(): void {
  clearTimeout(timer)
  timer = setTimeout(endSaveRest, restMs)
  isAtRest.set(true)
}

/** The operator chose what stands in front: it may be saved at once. */
export function endSaveRest(): void {
  clearTimeout(timer)
  isAtRest.set(false)
}

/** Whether saving rests now, outside of a component. */
export const isSavingAtRest = isAtRest.now

/** Whether saving rests: the save buttons show it. */
export const useSaveRest = () => usePageValue(isAtRest)
