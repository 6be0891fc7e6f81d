import type { PaperId } from './grammar.ts'
import type { Text } from '../kit/words.ts'
import { formsWords as w } from './words.ts'

/** Size of letters in pt; widths differ a little between the two weights. */
export interface Letters {
  pt: number
  bold: boolean
}

/** A paper and the pen that prints on it. All lengths in mm. */
export interface Paper {
  id: PaperId
  widthMm: number
  heightMm: number
  margin: { top: number; right: number; bottom: number; left: number }
  /** Dot matrix strikes through carbon copies: one sans face, bold values, no grey. */
  pen: 'laser' | 'dotMatrix'
  /** Outer line and line between blocks; line between rows and cells; line to write on. */
  lineMm: { outer: number; inner: number; writing: number }
  label: Letters
  value: Letters
  title: Letters & { trackingMm: number }
  company: Letters
  head: Letters
  foot: Letters
  /** Distance of two writing lines. */
  writingMm: number
  qrMm: number
  barcode: { widthMm: number; heightMm: number }
  /** Copy names down the right edge, none on cut paper. */
  copies: readonly Text[]
}

const laser = {
  pen: 'laser',
  lineMm: { outer: 0.53, inner: 0.265, writing: 0.2 },
  label: { pt: 9.5, bold: false },
  value: { pt: 9.75, bold: false },
  title: { pt: 19, bold: true, trackingMm: 2 },
  company: { pt: 12, bold: false },
  head: { pt: 9.5, bold: false },
  foot: { pt: 8.5, bold: false },
  writingMm: 7.5,
  qrMm: 18,
  barcode: { widthMm: 52, heightMm: 9 },
  copies: [],
} as const satisfies Partial<Paper>

const dotMatrix = {
  pen: 'dotMatrix',
  lineMm: { outer: 0.6, inner: 0.4, writing: 0.4 },
  label: { pt: 10.5, bold: false },
  value: { pt: 10.5, bold: true },
  title: { pt: 18, bold: true, trackingMm: 2 },
  company: { pt: 11, bold: false },
  head: { pt: 10.5, bold: false },
  foot: { pt: 9, bold: false },
  writingMm: 7.5,
  qrMm: 17,
  barcode: { widthMm: 52, heightMm: 9 },
  copies: [w.copyStub, w.copyCustomer, w.copyFinance],
} as const satisfies Partial<Paper>

/** 241 mm paper: 18 mm left and 24 mm right keep clear of the holes and leave room for the copy names. */
const continuous = { top: 4.5, right: 24, bottom: 4.5, left: 18 }

/** Every paper a form may be laid out for, exact sizes. A4 leaves 15 mm on the left for punching. */
export const papers: Readonly<Record<PaperId, Paper>> = {
  a4: { id: 'a4', widthMm: 210, heightMm: 297, margin: { top: 9, right: 11, bottom: 8, left: 15 }, ...laser },
  a5: { id: 'a5', widthMm: 148, heightMm: 210, margin: { top: 7, right: 9, bottom: 7, left: 12 }, ...laser },
  '241x140': { id: '241x140', widthMm: 241, heightMm: 140, margin: continuous, ...dotMatrix },
  '241x280': { id: '241x280', widthMm: 241, heightMm: 280, margin: continuous, ...dotMatrix },
}
