import type { Rectangle } from 'electron'

/** The smallest window the screens are drawn for. */
export const smallest = { width: 1024, height: 690 }
const usual = { width: 1366, height: 768 }
/** So much of the title bar must lie on some screen for the window to be grasped. */
const grip = { width: 160, height: 32 }

/** The kept bounds when they can still be grasped on one of the screens, else the usual size in the middle of the first. */
export function fitBounds(kept: Rectangle | null, screens: readonly Rectangle[]): Rectangle {
  const [first] = screens
  if (kept && screens.some((screen) => canBeGrasped(kept, screen))) {
    return { ...kept, width: Math.max(kept.width, smallest.width), height: Math.max(kept.height, smallest.height) }
  }
  if (!first) return { x: 0, y: 0, ...usual }
  const width = Math.max(smallest.width, Math.min(usual.width, first.width))
  const height = Math.max(smallest.height, Math.min(usual.height, first.height))
  return {
    x: first.x + Math.max(0, Math.round((first.width - width) / 2)),
    y: first.y + Math.max(0, Math.round((first.height - height) / 2)),
    width,
    height,
  }
}

function canBeGrasped(bounds: Rectangle, screen: Rectangle): boolean {
  const seen = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
  const belowTop = bounds.y >= screen.y - grip.height / 2
  return seen >= grip.width && belowTop && bounds.y + grip.height <= screen.y + screen.height
}
