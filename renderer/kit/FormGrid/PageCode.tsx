import { code128, qrcode, type DrawingContext } from 'bwip-js/generic'
import type { ReactElement } from 'react'
import { mm } from './mm.ts'

interface Modules {
  /** One SVG path in modules, sharp at every size. */
  path: string
  width: number
  height: number
}

/** Where the dark modules of a code lie. */
function modulesOf(kind: 'qr' | 'code128', text: string): Modules {
  const found: Modules = { path: '', width: 0, height: 0 }
  const box = (x: number, y: number, width: number, height: number): void => {
    found.path += `M${x} ${y}h${width}v${height}h${-width}z`
  }
  const ignore = (): void => undefined
  const drawing: DrawingContext<Modules> = {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => Object.assign(found, { width, height }),
    // A line of odd thickness is told half a module past its middle: bars lie on whole modules, or no scanner reads them.
    line: (x0, y0, x1, y1, thick) =>
      x0 === x1
        ? box(Math.floor(x0 - thick / 2), y0, thick, y1 - y0)
        : box(x0, Math.floor(y0 - thick / 2), x1 - x0, thick),
    polygon: (points) => {
      found.path += `M${points.map((point) => point.join(' ')).join('L')}z`
    },
    hexagon: ignore,
    ellipse: ignore,
    fill: ignore,
    text: ignore,
    end: () => found,
  }
  const options = { text, scale: 1, paddingwidth: 0, paddingheight: 0 }
  if (kind === 'qr') qrcode({ ...options, bcid: 'qrcode' }, drawing)
  else code128({ ...options, bcid: 'code128', includetext: false }, drawing)
  return found
}

/** QR or Code 128 of a page. It fills the size it is given; the quiet zone is the white the layout leaves around it. */
export function PageCode(props: {
  kind: 'qr' | 'code128'
  text: string
  widthMm: number
  heightMm: number
}): ReactElement {
  const { path, width, height } = modulesOf(props.kind, props.text)
  return (
    <svg
      className="gd-code"
      role="img"
      aria-label={props.text}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      style={{ width: mm(props.widthMm), height: mm(props.heightMm) }}
    >
      <path d={path} fillRule="evenodd" />
    </svg>
  )
}
