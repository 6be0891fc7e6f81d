import type { Paper } from '../../../shared/forms/papers.ts'

/**
 * What a print host needs. Chromium floors printed lines to whole CSS px (0.265 mm), so the sheet is laid out four
 * times as large and printed at a quarter: lines get their true width.
 */
export interface PrintPage {
  widthMm: number
  heightMm: number
  /** `webContents.print({ pageSize: { width, height } })` takes microns. */
  microns: { width: number; height: number }
  /** `printToPDF({ pageSize })` takes inches. */
  inches: { width: number; height: number }
  /** `printToPDF` and Playwright's `pdf`. */
  scale: number
  /** The same for `webContents.print`, in per cent. */
  scaleFactor: number
  margins: { marginType: 'none' }
  preferCSSPageSize: true
  printBackground: false
}

/** Times print size the page is laid out in: hairlines stay whole pixels. */
export const enlarged = 4

/** Page size, scale and margins of a paper in the units of every host. */
export function printPage(paper: Pick<Paper, 'widthMm' | 'heightMm'>): PrintPage {
  const { widthMm, heightMm } = paper
  return {
    widthMm,
    heightMm,
    microns: { width: Math.round(widthMm * 1000), height: Math.round(heightMm * 1000) },
    inches: { width: widthMm / 25.4, height: heightMm / 25.4 },
    scale: 1 / enlarged,
    scaleFactor: 100 / enlarged,
    margins: { marginType: 'none' },
    preferCSSPageSize: true,
    printBackground: false,
  }
}

/** The rule a host inserts beside FormSheet.css (`insertCSS`, or an adopted style sheet: no inline style needed). */
export const pageRule = (paper: Pick<Paper, 'widthMm' | 'heightMm'>): string =>
  `@page { size: ${paper.widthMm}mm ${paper.heightMm}mm; margin: 0 } html, body { margin: 0; padding: 0 }`

/** What the paper lies on when a page is printed: the sheet's own colour in either scheme. */
export const paperGround = 'white'
