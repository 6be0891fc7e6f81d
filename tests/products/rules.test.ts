import { describe, expect, it } from 'vitest'
import { lastFreeDay, warrantyVerdict, type WarrantedProduct } from '../../shared/products/rules.ts'
import { fitness } from '../../shared/presets/p21-fitness.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { presetsWords } from '../../shared/presets/words.ts'
import { medical } from '../../shared/presets/p34-medical.ts'

const product = (facts: Partial<WarrantedProduct>): WarrantedProduct => ({
  purchasedOn: null,
  acceptedOn: null,
  proof: 'invoice',
  ...facts,
})

const with24 = (policy: Policy): Policy => ({ ...policy, warranty: { ...policy.warranty, months: 24 } })

describe('last free day', () => {
  it.each([
    ['2025-03-18', 24, '2027-03-17'],
    ['2025-03-18', 1, '2025-04-17'],
    ['2025-03-01', 12, '2026-02-28'],
    ['2023-03-01', 12, '2024-02-29'],
    ['2025-01-01', 12, '2025-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-01-30', 1, '2025-02-28'],
    ['2025-01-31', 3, '2025-04-30'],
    ['2025-12-15', 36, '2028-12-14'],
    ['2025-03-18', 0, '2025-03-17'],
  ])('from %s, %d months: %s', (start, months, last) => expect(lastFreeDay(start, months)).toBe(last))
})

describe('warranty of stoves (P32): the company fills in the months', () => {
  it.each([
    ['2026-11-20', 'free', 117, 'nothing'],
    ['2027-03-16', 'free', 1, 'nothing'],
    ['2027-03-17', 'free', 0, 'nothing'],
    ['2027-03-18', 'paid', -1, 'asQuoted'],
  ])('bought 2025-03-18 for 24 months, on %s: %s, %d days, %s', (on, stage, daysLeft, charge) =>
    expect(warrantyVerdict(product({ purchasedOn: '2025-03-18' }), with24(stoves), on)).toMatchObject({
      stage,
      daysLeft,
      charge,
      freeUntilOn: '2027-03-17',
      startOn: '2025-03-18',
      startedBy: 'purchased',
      months: 24,
      presetId: 'P32',
      missing: null,
    }),
  )

  it('says that the months are missing while nobody has filled them in', () =>
    expect(warrantyVerdict(product({ purchasedOn: '2025-03-18' }), stoves, '2026-11-20')).toMatchObject({
      stage: 'unknown',
      missing: 'months',
      freeUntilOn: null,
      daysLeft: null,
    }))

  it('says that the start is missing when neither day is known, and claims no proof', () =>
    expect(warrantyVerdict(product({}), with24(stoves), '2026-11-20')).toMatchObject({
      stage: 'unknown',
      missing: 'startDate',
      startOn: null,
      startedBy: null,
      proof: 'none',
    }))

  it('starts with the acceptance where the purchase date is not known', () =>
    expect(warrantyVerdict(product({ acceptedOn: '2025-03-18' }), with24(stoves), '2026-11-20')).toMatchObject({
      stage: 'free',
      startedBy: 'accepted',
    }))
})

describe('warranty of fitness equipment (P21)', () => {
  const sold = product({ purchasedOn: '2025-01-10', acceptedOn: '2025-03-18' })

  it.each([
    ['2026-03-17', 'free', 'nothing', ['R137', 'R138']],
    ['2026-03-18', 'paid', 'partsOnly', ['R137', 'R139']],
  ])('R137 R139 one year from hand-over; on %s: %s, %s', (on, stage, charge, rules) =>
    expect(warrantyVerdict(sold, fitness, on)).toMatchObject({ stage, charge, rules, startedBy: 'accepted' }),
  )

  it('R138 leaves out damage by people, unless a supervisor allows it', () =>
    expect(warrantyVerdict(sold, fitness, '2025-06-01').exclusions).toEqual([
      presetsWords['exclusion.supervisorMayAllow'],
    ]))

  it('lets the company give more months than the paper', () =>
    expect(warrantyVerdict(sold, with24(fitness), '2026-03-18')).toMatchObject({ stage: 'free', months: 24 }))
})

describe('warranty of medical devices (P34)', () => {
  const accepted = product({ acceptedOn: '2023-11-20' })

  it.each([
    ['2023-11-20', 'free', 'nothing'],
    ['2026-11-19', 'free', 'nothing'],
    ['2026-11-20', 'paid', 'feeAgreed'], // the paid stage starts where the free one ends
  ])('R140 R141 C63 three years free, then a fee agreed first; on %s: %s, %s', (on, stage, charge) =>
    expect(warrantyVerdict(accepted, medical, on)).toMatchObject({ stage, charge, months: 36 }),
  )

  it('R142 leaves out damage by the user', () =>
    expect(warrantyVerdict(accepted, medical, '2025-06-01').exclusions).toEqual([presetsWords['exclusion.userDamage']]))

  it('C63 calls the free stage 质保期 and the paid one 保修期', () => {
    expect(medical.warranty.freeName['zh-CN']).toBe('质保期')
    expect(medical.warranty.paidName['zh-CN']).toBe('保修期')
  })
})
