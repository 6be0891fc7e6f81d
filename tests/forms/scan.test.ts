import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forms, type FormId } from '../../shared/forms/catalog.ts'
import { layoutForm } from '../../shared/forms/fill.ts'
import type { PaperId } from '../../shared/forms/grammar.ts'
import type { SheetInk } from '../../shared/forms/ink.ts'
import { pageCode, readPageCode } from '../../shared/forms/page-code.ts'
import { printTo, startPress, tool } from './press.ts'
import { dispatchRecord, print, serviceRecord } from './samples.ts'

/** Grey values of one page, 0 black to 255 white. */
interface Picture {
  width: number
  height: number
  grey: Uint8ClampedArray<ArrayBuffer>
}

const dotsPerInch = 300

const lay = (id: FormId, paper: PaperId): SheetInk =>
  layoutForm(forms[id], paper, id === 'F01' ? serviceRecord : dispatchRecord, 'half', print)

let browser: Browser
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'gendan-scan-'))
beforeAll(async () => {
  browser = await startPress()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every printed page as a scanner at 300 dpi sees it. */
async function scanned(id: FormId, paper: PaperId): Promise<Picture[]> {
  const sheet = lay(id, paper)
  const name = join(folder, `${id}-${paper}`)
  await printTo(page, sheet, `${name}.pdf`)
  return sheet.pages.map(({ number }) => {
    const nth = String(number)
    tool(
      'pdftoppm',
      '-gray',
      '-r',
      String(dotsPerInch),
      '-f',
      nth,
      '-l',
      nth,
      '-singlefile',
      `${name}.pdf`,
      `${name}-${nth}`,
    )
    return readPgm(readFileSync(`${name}-${nth}.pgm`))
  })
}

function readPgm(bytes: Buffer): Picture {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/u.exec(bytes.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('no grey picture')
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    grey: new Uint8ClampedArray(bytes.subarray(head[0].length)),
  }
}

/** The upper right corner, where a scanner is held. */
function corner({ width, height, grey }: Picture): Picture {
  const left = Math.floor(width * 0.55)
  const deep = Math.min(height, Math.round((45 / 25.4) * dotsPerInch))
  const part = { width: width - left, height: deep, grey: new Uint8ClampedArray((width - left) * deep) }
  for (let y = 0; y < deep; y += 1) part.grey.set(grey.subarray(y * width + left, (y + 1) * width), y * part.width)
  return part
}

/**
 * What carbon does to a print: the paper is speckled, black is only grey, and edges run by a dot to every side. The same
 * speckles each time.
 */
function asCarbonCopy({ width, height, grey }: Picture): Picture {
  let seed = 20_261_120
  const noise = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648 - 0.5
  const speckled = grey.map((value) => 90 + (value / 255) * 150 + noise() * 40)
  const run = new Uint8ClampedArray(grey.length).fill(240)
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0
      for (let at = (y - 1) * width + x; at <= (y + 1) * width + x; at += width)
        sum += (speckled[at - 1] ?? 0) + (speckled[at] ?? 0) + (speckled[at + 1] ?? 0)
      run[y * width + x] = sum / 9
    }
  return { width, height, grey: run }
}

/** Reads with a decoder that shares nothing with what drew the code; null where it sees none. */
function decode({ width, height, grey }: Picture): { text: string; format: string } | null {
  const reader = new MultiFormatReader()
  reader.setHints(
    new Map<DecodeHintType, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128]],
      [DecodeHintType.TRY_HARDER, true],
    ]),
  )
  try {
    const result = reader.decodeWithState(
      new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height))),
    )
    return { text: result.getText(), format: BarcodeFormat[result.getBarcodeFormat()] }
  } catch {
    return null
  }
}

describe.each([
  ['F01', 'a4', 'QR_CODE', 'FW20261120-0040'],
  ['F01', '241x140', 'CODE_128', 'FW20261120-0040'],
  ['F11', 'a4', 'CODE_128', 'PG20261120-0041'],
  ['F11', '241x140', 'CODE_128', 'PG20261120-0041'],
] as const)('the code of %s on %s', (id, paper, format, number) => {
  let pages: Picture[]
  beforeAll(async () => {
    pages = (await scanned(id, paper)).map(corner)
  })

  it('is read back as the number of the sheet, and of its page, from the print at 300 dpi', () => {
    expect(pages.map(decode)).toEqual(pages.map((_, index) => ({ text: pageCode(number, index + 1), format })))
    for (const [index, each] of pages.entries())
      expect(readPageCode(decode(each)?.text ?? '')).toEqual({ number, page: index + 1 })
  })

  it('is read back from a pale, speckled copy that ran', () =>
    expect(pages.map((each) => decode(asCarbonCopy(each))?.text)).toEqual(
      pages.map((_, index) => pageCode(number, index + 1)),
    ))
})

it('finds no code on blank paper: there is no number yet', async () => {
  const name = join(folder, 'blank')
  await printTo(page, layoutForm(forms.F11, '241x140', null, 'blank', print), `${name}.pdf`)
  tool('pdftoppm', '-gray', '-r', String(dotsPerInch), '-singlefile', `${name}.pdf`, name)
  expect(decode(corner(readPgm(readFileSync(`${name}.pgm`))))).toBeNull()
})
