import { nativeImage, type NativeImage } from 'electron'
import trayPicture from '../../build/icons/tray.png?inline'

type Colour = readonly [red: number, green: number, blue: number]

const paper: Colour = [0xff, 0xff, 0xff]
const late: Colour = [0xb0, 0x23, 0x18]

/** Figures, three dots wide and five high, a row a number. */
const figures: Record<string, readonly number[]> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
}

/** A square picture drawn dot by dot; `inside` answers how much of a dot is covered, 0 to 1. */
class Drawing {
  constructor(
    private readonly size: number,
    private readonly dots = Buffer.alloc(size * size * 4),
  ) {}

  fill(colour: Colour, inside: (x: number, y: number) => number): void {
    for (let y = 0; y < this.size; y++) {
      for (let x = 0; x < this.size; x++) this.lay(x, y, colour, Math.min(1, Math.max(0, inside(x + 0.5, y + 0.5))))
    }
  }

  /** Lays a colour over a dot; dots are blue, green, red, alpha, colours times alpha. */
  private lay(x: number, y: number, [red, green, blue]: Colour, share: number): void {
    const at = (y * this.size + x) * 4
    for (const [place, value] of [blue, green, red, 255].entries()) {
      this.dots[at + place] = Math.round(value * share + (this.dots[at + place] ?? 0) * (1 - share))
    }
  }

  image(): NativeImage {
    return nativeImage.createFromBitmap(this.dots, { width: this.size, height: this.size, scaleFactor: this.size / 16 })
  }
}

/** Distance-based cover of a rectangle with round corners. */
function plate(left: number, top: number, right: number, bottom: number, radius: number) {
  return (x: number, y: number) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0)
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0)
    return radius + 0.5 - Math.hypot(dx, dy)
  }
}

/** How a count is written on a sign with room for two figures. */
function shortCount(count: number): string {
  return String(Math.min(count, 99))
}

function drawCount(drawing: Drawing, count: number, left: number, top: number, dot: number): void {
  const text = shortCount(count)
  const wide = text.length * 4 + 1
  drawing.fill(late, plate(left, top, left + wide * dot, top + 7 * dot, 2 * dot))
  for (const [place, figure] of [...text].entries()) {
    const rows = figures[figure] ?? []
    drawing.fill(paper, (x, y) => {
      const column = Math.floor((x - left) / dot) - 1 - place * 4
      const row = rows[Math.floor((y - top) / dot) - 1] ?? 0
      return column >= 0 && column < 3 && row & (4 >> column) ? 1 : 0
    })
  }
}

/** The sign of the tray with the number of unread things in its corner. */
export function trayImage(unread: number): NativeImage {
  const drawing = new Drawing(32, nativeImage.createFromDataURL(trayPicture).toBitmap() as Buffer<ArrayBuffer>)
  if (unread > 0) drawCount(drawing, unread, shortCount(unread).length > 1 ? 14 : 22, 18, 2)
  return drawing.image()
}

/** The sign laid over the task bar icon on Windows. */
export function overlayImage(unread: number): NativeImage {
  const drawing = new Drawing(32)
  const wide = (shortCount(unread).length * 4 + 1) * 3
  drawCount(drawing, unread, (32 - wide) / 2, 5, 3)
  return drawing.image()
}
