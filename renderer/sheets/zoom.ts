/** How large the sheet stands on screen. */
export const zooms = ['width', 'page', 'full'] as const
export type Zoom = (typeof zooms)[number]

/** Pixels a millimetre of the sheet takes at full size (look.md: 1 mm = 4.2 px). */
const pxOfMm = 4.2
const least = 0.3
const most = 1.6

/** Share of its full size a paper is drawn at so that it fits its room; 1 before the room is measured. */
export function zoomFor(
  zoom: Zoom,
  paper: { widthMm: number; heightMm: number },
  room: { width: number; height: number },
): number {
  if (zoom === 'full' || room.width <= 0) return 1
  const byWidth = room.width / (paper.widthMm * pxOfMm)
  const byHeight = room.height / (paper.heightMm * pxOfMm)
  const share = zoom === 'width' ? byWidth : Math.min(byWidth, byHeight)
  return Math.max(least, Math.min(most, Math.floor(share * 1000) / 1000))
}
