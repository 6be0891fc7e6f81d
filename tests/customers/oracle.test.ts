import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayUse, type Role, roles, sightOf } from '../../shared/admin/rights.ts'
import { handlesCalls } from '../../shared/admin/scopes.ts'
import { maskPhone, readPhone } from '../../shared/kit/phone.ts'
import { newId } from '../../main/new-id.ts'
import { sentCase } from '../tickets/desk.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'

/** Two numbers that look the same covered, and two addresses that do: whatever tells them apart is an oracle. */
const pairs = [
  ['13853120417', '13896340417'],
  ['053182967051', '053145127051'],
  ['+85291234567', '+85268094567'],
] as const
const street = ['济南市槐荫区青禾路18号3单元', '济南市槐荫区北园大街201号'] as const

describe.each(engines)('what a seat sees covered, asked for in pieces, on %s', (engine) => {
  let house: TestStation
  const ids = pairs.flat().map(() => newId())

  beforeAll(async () => {
    house = await openTestStation(engine)
    const operator = await house.as('operator')
    for (const [nth, number] of pairs.flat().entries())
      await operator.customers.save({
        id: ids[nth]!,
        name: `客户${'甲乙丙丁戊己'[nth]}`,
        address: street[nth % 2],
        phones: [{ id: newId(), raw: number }],
      })
    // His own cases lead a technician to them; what is covered stays covered.
    for (const customerId of ids) await sentCase(house, '问的人', { customerId })
  })
  afterAll(() => house.close())

  /** Ids of the two customers of a pair that any door of a seat answers for a text. */
  const doors: Record<string, (seat: Caller, text: string) => Promise<string[]>> = {
    search: async (seat, text) => (await seat.customers.search({ text, limit: 50 })).map((hit) => hit.customerId),
    list: async (seat, text) => (await seat.customers.list({ text, limit: 200 })).rows.map((row) => row.id),
  }
  const masked = roles.filter((role) => sightOf(role, 'phone') !== 'shown')

  it('covers numbers for somebody', () => expect(masked).toEqual(expect.arrayContaining(['operator', 'followupUser'])))

  describe.each(masked)('as %s', (role) => {
    it.each(Object.keys(doors))(
      '%s answers the same for two numbers that look the same, whatever piece is typed',
      async (door) => {
        const seat = await house.as(role, '问的人')
        for (const [nth, pair] of pairs.entries()) {
          expect(maskPhone(pair[0])).toBe(maskPhone(pair[1]))
          const couple = ids.slice(nth * 2, nth * 2 + 2)
          for (const piece of piecesOf(pair[0]).filter((text) => !isWhole(text, pair[0]))) {
            const found = (await doors[door]!(seat, piece)).filter((one) => couple.includes(one))
            expect([piece, found.length]).toEqual([piece, found.length === 0 ? 0 : 2])
          }
        }
      },
    )

    it('is answered for the whole number exactly if it handles calls', async () => {
      const seat = await house.as(role, '问的人')
      for (const [nth, pair] of pairs.entries()) {
        const found = await doors.search!(seat, pair[0])
        expect([pair[0], found.includes(ids[nth * 2]!)]).toEqual([pair[0], handlesCalls(role)])
        expect(found).not.toContain(ids[nth * 2 + 1])
      }
    })

    it('still finds by the end that is shown', async () => {
      const seat = await house.as(role, '问的人')
      for (const text of ['0417', '417'])
        expect(await doors.search!(seat, text)).toEqual(expect.arrayContaining(ids.slice(0, 2)))
    })

    it.each(Object.keys(doors))('%s finds by no more of an address than is shown', async (door) => {
      const seat = await house.as(role, '问的人')
      const isCovered = sightOf(role, 'address') !== 'shown'
      for (const text of ['青禾路', '18号', '3单元', '禾路18']) {
        const found = await doors[door]!(seat, text)
        expect([text, found.length > 0]).toEqual([text, !isCovered])
      }
      expect(await doors[door]!(seat, '槐荫区')).toEqual(expect.arrayContaining([ids[0], ids[1]]))
    })
  })

  it('shows no number to a guess: the card takes a number as known from who handles calls alone', async () => {
    for (const role of masked.filter((each) => !handlesCalls(each))) {
      const seat = await house.as(role, '问的人')
      const { customer } = await seat.customers.card({ customerId: ids[0]!, number: pairs[0][0] })
      expect([role, customer.phones.map(({ masked: isMasked }) => isMasked)]).toEqual([role, [true]])
      expect(await refusal(seat.customers.callerCard({ number: pairs[0][0] }))).toMatchObject({ kind: 'notAllowed' })
    }
  })

  it('does not answer the beginning of a number in the list of calls', async () => {
    const operator = await house.as('operator')
    await operator.intake.startCall({ id: newId(), number: pairs[0][0], direction: 'in', at: house.clock.at })
    const other = await house.as('dispatcher')
    const asked = async (text: string) => (await other.intake.recent({ text })).rows.length
    const pieces = piecesOf(pairs[0][0]).filter((piece) => !isWhole(piece, pairs[0][0]))
    const told = []
    for (const piece of pieces) if ((await asked(piece)) > 0) told.push(piece)
    // What is answered ends as the covered number does: its open digits, or more digits of which only those are looked at.
    expect(told).toEqual(expect.arrayContaining(['0417', '417']))
    for (const piece of told) expect(piece.slice(-4)).toMatch(/^0?417$/)
    for (const end of told.filter((piece) => piece.length > 4)) {
      const wrong = `${(Number(end[0]) + 1) % 10 || 2}${end.slice(1)}`
      expect([wrong, await asked(wrong)]).toEqual([wrong, /^(0|1[3-9])/.test(wrong) ? expect.any(Number) : 1])
    }
    expect(await asked(pairs[0][0])).toBe(1)
  })

  it('covers both sides of a mismatch as it covers the ticket', async () => {
    const { ticketId, dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    for (const [field, correct] of [
      ['phone', '139 5310 8826'],
      ['address', '济南市槐荫区美里湖街道12号'],
    ] as const) {
      const own = await technician.tickets.mismatch({ id: newId(), dispatchId: dispatch.id, field, correct })
      expect(own.correct).toBe(correct)
    }
    for (const role of roles.filter((each) => each !== 'technician')) {
      const { mismatches } = await (await house.as(role)).tickets.page({ id: ticketId })
      const [address, phone] = [
        mismatches.find(({ field }) => field === 'address')!,
        mismatches.find(({ field }) => field === 'phone')!,
      ]
      expect([role, phone.correct, phone.registered]).toEqual([role, '139 **** 8826', '138 **** 5678'])
      expect([role, address.correct.includes('美里湖')]).toEqual([role, sightOf(role, 'address') === 'shown'])
    }
  })

  it('fills a form on screen with covered numbers, the paper with whole ones, and says so in the audit chain', async () => {
    const { ticketId } = await sentCase(house)
    for (const role of roles.filter((each): each is Role => mayUse(each, 'sheets.print') && each !== 'technician')) {
      const seat = await house.as(role, '打印的人')
      for (const mode of ['half', 'complete'] as const) {
        const { record } = await seat.sheets.record({ formId: 'F01', ticketId, mode })
        expect([role, record.phone]).toEqual([role, '138 **** 5678'])
      }
      const { record } = await seat.sheets.paper({ formId: 'F01', ticketId, mode: 'complete' })
      expect(record.phone).toMatch(/^138 ?1234 ?5678$/)
      const [entry] = await (await house.as('administrator')).admin.audit({ limit: 1 }).then(({ rows }) => rows)
      expect(entry).toMatchObject({ action: 'sheets.give', subject: `ticket:${ticketId}`, memberName: '打印的人' })
    }
  })
})

/** Every beginning, end and middle of a number, as someone would ask for it digit by digit. */
function piecesOf(number: string): string[] {
  const digits = number.replace('+', '')
  const pieces: string[] = []
  for (let from = 0; from < digits.length; from += 1)
    for (let to = from + 2; to <= digits.length; to += 1) pieces.push(digits.slice(from, to))
  return [number, ...pieces]
}

/** The whole number in any writing, or the local one without its area code. */
const isWhole = (piece: string, number: string) =>
  readPhone(piece)?.key === number || (number.startsWith('0') && piece === number.slice(4))
