import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillModes, type FillMode } from '../../shared/forms/grammar.ts'
import { printPath, readPrintPath, formIds } from '../../renderer/sheets/print-path.ts'
import { papersOf, readCopies } from '../../renderer/sheets/seat-paper.ts'
import { zoomFor } from '../../renderer/sheets/zoom.ts'

const ticketId = '01a2005d-1aa2-7d31-91a3-b29ed01b7a79'

describe('the address of a print', () => {
  it('is the one a print host opens', () =>
    expect(printPath({ formId: 'F11', ticketId, mode: 'half', paper: '241x140', enlarged: 1 })).toBe(
      `#/print/sheets/F11?ticket=${ticketId}&paper=241x140&mode=half`,
    ))

  it('reads back what was written', () => {
    const wish = fc.constantFrom(...formIds).chain((formId) =>
      fc.record({
        formId: fc.constant(formId),
        paper: fc.constantFrom(...papersOf(formId)),
        mode: fc.constantFrom<FillMode>('half', 'complete'),
        ticketId: fc.uuid(),
        enlarged: fc.constantFrom<1 | 4>(1, 4),
      }),
    )
    fc.assert(
      fc.property(wish, (each) => {
        expect(readPrintPath(printPath(each))).toEqual(each)
      }),
    )
  })

  it.each([
    ['/print/sheets/F99?paper=a4&mode=blank', null],
    ['/print/sheets/F01?paper=a4&mode=half', null], // half of whose sheet?
    ['/print/sheets/F01', { formId: 'F01', ticketId: null, mode: 'blank', paper: 'a4', enlarged: 1 }],
    [
      `/print/sheets/F11?ticket=${ticketId}&paper=letter&mode=blank`,
      { formId: 'F11', ticketId: null, mode: 'blank', paper: papersOf('F11')[0], enlarged: 1 },
    ],
  ])('%s means %o', (path, wish) => expect(readPrintPath(path)).toEqual(wish))
})

it('has a layout for A4 and the half page of continuous paper, every form', () => {
  for (const formId of formIds) expect(papersOf(formId)).toEqual(expect.arrayContaining(['a4', '241x140']))
  expect(fillModes).toEqual(['blank', 'half', 'complete'])
})

it.each([
  ['1', 1],
  [' ９ ', 9],
  ['0', null],
  ['10', null],
  ['', null],
  ['2.5', null],
])('copies typed as "%s" are %s', (typed, copies) => expect(readCopies(typed)).toBe(copies))

it.each([
  ['width', { width: 506.1, height: 200 }, 0.5],
  ['page', { width: 506.1, height: 147 }, 0.25 + 0.05], // a quarter would be too small to read
  ['full', { width: 506.1, height: 147 }, 1],
  ['width', { width: 0, height: 0 }, 1], // not measured yet
  ['width', { width: 9000, height: 9000 }, 1.6],
] as const)('a 241 × 140 sheet at %s in %o is drawn at %s', (zoom, room, share) =>
  expect(zoomFor(zoom, { widthMm: 241, heightMm: 140 }, room)).toBeCloseTo(share, 2),
)
