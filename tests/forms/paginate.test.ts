import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellHeightMm, headHeightMm } from '../../shared/forms/draw.ts'
import type { BlockInk, CellInk, RowInk } from '../../shared/forms/ink.ts'
import { paginate } from '../../shared/forms/paginate.ts'
import { papers } from '../../shared/forms/papers.ts'

const paper = papers.a4
/** Later pages have more room than the first, as where its head is taller. */
const room = (page: number) => (page === 1 ? 110 : 140)
const hair = 0.001

let nth = 0
const row = (heightMm: number): RowInk => {
  const cell: CellInk = { cell: 'label', widthMm: 20, text: `r${(nth += 1)}` }
  return { heightMm, grow: 0, toWrite: false, cells: [cell] }
}
const nameOf = ({ cells: [cell] }: RowInk) => (cell?.cell === 'label' ? cell.text : '')
const sum = (rows: readonly RowInk[]) => rows.reduce((all, { heightMm }) => all + heightMm, 0)

const block = fc
  .record({
    heights: fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 8 }),
    hasHead: fc.boolean(),
  })
  .map(({ heights, hasHead }, at = (nth += 1)): BlockInk => {
    const head = hasHead ? { number: '1', text: '用户', widthMm: 7 } : null
    return { id: `b${at}`, head, rows: heights.map(row) }
  })

describe('pages of a paper', () => {
  it('hold every row once, in order, and none is fuller than its room', () =>
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const pages = paginate(blocks, paper, room)
        expect(pages.flat().flatMap(({ rows }) => rows.map(nameOf))).toEqual(
          blocks.flatMap(({ rows }) => rows.map(nameOf)),
        )
        pages.forEach((page, at) =>
          expect(sum(page.flatMap(({ rows }) => rows))).toBeLessThanOrEqual(room(at + 1) + hair),
        )
      }),
    ))

  it('turn only where the next row has no room left, or to keep a block whole', () =>
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const pages = paginate(blocks, paper, room)
        pages.slice(1).forEach((page, at) => {
          const before = pages[at]!
          const [first] = page
          const original = blocks.find(({ id }) => id === first!.id)!
          const left = room(at + 1) - sum(before.flatMap(({ rows }) => rows))
          const begins = nameOf(first!.rows[0]!) === nameOf(original.rows[0]!)
          const headMm = original.head ? headHeightMm(original.head, paper) : 0
          const whole = Math.max(sum(original.rows), headMm)
          const keepsWhole = begins && whole <= room(at + 2) && whole > left
          const noRoom = original.rows.find((each) => nameOf(each) === nameOf(first!.rows[0]!))!.heightMm > left - hair
          expect(keepsWhole || noRoom || (begins && left < headMm)).toBe(true)
        })
      }),
    ))

  it('break a block that a fresh page could hold only where it has no head and two thirds of the page are used', () =>
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const pages = paginate(blocks, paper, room)
        for (const { id, head, rows } of blocks) {
          const on = pages.flatMap((page, at) => (page.some((part) => part.id === id) ? [at] : []))
          if (on.length > 1 && head) expect(sum(rows)).toBeGreaterThan(room(on[0]! + 1) - hair)
        }
      }),
    ))
})

it('a block whose head is higher than its rows counts as high as its head', () => {
  const headed: BlockInk = { id: 'b', head: { number: '1', text: '用户', widthMm: 7 }, rows: [row(5)] }
  const headMm = headHeightMm({ number: '1', text: '用户' }, paper)
  expect(headMm).toBeGreaterThan(6)
  const pages = paginate([{ id: 'a', head: null, rows: [row(room(1) - headMm + 1)] }, headed], paper, room)
  expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['a'], ['b']])
})

describe('a text taller than a page', () => {
  const text = Array.from({ length: 2500 }, (_, at) => '炉头打不着火电极无火花更换点火器'[at % 16]).join('')
  const cell: CellInk = {
    cell: 'content',
    widthMm: 170,
    caption: '',
    pieces: [{ ink: 'value', field: 'symptom', text }],
    end: [],
    strips: 0,
  }
  const tall: RowInk = { heightMm: cellHeightMm(cell, paper), grow: 0, toWrite: false, cells: [cell] }
  const textOn = (page: readonly BlockInk[]) =>
    page
      .flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((each) => (each.cell === 'content' ? each.pieces : []))),
      )
      .map((piece) => (piece.ink === 'value' ? piece.text : ''))
      .join('')

  it.each([
    [0, 'begins on the first page', 0],
    [80, 'begins where 30 mm are left', 0],
    [90, 'begins on a page of its own where only 20 mm are left', 1],
  ])('after %i mm %s and loses no sign', (usedMm, _what, firstPage) => {
    expect(tall.heightMm).toBeGreaterThan(room(2))
    const above: BlockInk = { id: 'above', head: null, rows: usedMm === 0 ? [] : [row(usedMm)] }
    const pages = paginate([above, { id: 'text', head: null, rows: [tall] }], paper, room)
    expect(pages.map(textOn).join('')).toBe(text)
    expect(pages.findIndex((page) => textOn(page) !== '')).toBe(firstPage)
    pages.forEach((page, at) => expect(sum(page.flatMap(({ rows }) => rows))).toBeLessThanOrEqual(room(at + 1) + hair))
  })

  it('is never cut while a fresh page can hold it', () => {
    const short: RowInk = {
      ...tall,
      heightMm: 139,
      cells: [{ ...cell, pieces: [{ ink: 'value', field: 'symptom', text: 'x' }] }],
    }
    const pages = paginate([{ id: 'a', head: null, rows: [row(40), short] }], paper, room)
    expect(pages.map((page) => page.flatMap(({ rows }) => rows).length)).toEqual([1, 1])
  })
})

it('begins a block without a head where a third of the page is left, and turns for it where less is', () => {
  const rows = () => [row(20), row(20), row(20), row(20)]
  const onPages = (usedMm: number) =>
    paginate(
      [
        { id: 'a', head: null, rows: [row(usedMm)] },
        { id: 'b', head: null, rows: rows() },
      ],
      paper,
      room,
    ).map((page) => page.flatMap((part) => (part.id === 'b' ? part.rows : [])).length)
  expect(onPages(70)).toEqual([2, 2])
  expect(onPages(75)).toEqual([0, 4])
})

it('turns for a head that the rest of the page cannot hold, also where no page holds its block', () => {
  const head = { number: '1', text: '用户', widthMm: 7 }
  const headMm = headHeightMm(head, paper)
  const tall: BlockInk = { id: 'b', head, rows: Array.from({ length: 40 }, () => row(5)) }
  const above = { id: 'a', head: null, rows: [row(room(1) - headMm + 1)] }
  expect(headMm).toBeGreaterThan(5)
  expect(paginate([above, tall], paper, room)[0]!.map(({ id }) => id)).toEqual(['a'])
})
