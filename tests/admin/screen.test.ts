import { keepMine } from '../../renderer/kit/beside-stored.ts'
import { describe, expect, it } from 'vitest'
import { detailsText, pageOfSubject } from '../../shared/admin/audit-text.ts'
import { companyGaps, companyInputOf } from '../../renderer/admin/company-draft.ts'
import { emptyDraft, gapsOf, startOf, tradeOf } from '../../renderer/admin/first-run.ts'
import {
  memberBeside,
  memberDraftOf,
  memberGaps,
  memberInputOf,
  newMemberDraft,
} from '../../renderer/admin/member-draft.ts'
import { microns, millimetres } from '../../renderer/admin/offset.ts'
import { readMonths } from '../../renderer/admin/TradePreview.tsx'
import { rights, roles } from '../../shared/admin/rights.ts'
import type { CompanyRow, MemberRow } from '../../shared/admin/schema.ts'
import { adminWords } from '../../shared/admin/words.ts'

const company: CompanyRow = {
  name: '禾炊厨具',
  branch: '',
  hotline: '4000008003',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  presetId: 'P32',
  warrantyMonths: null,
  version: 3,
}
const member: MemberRow = {
  ...{ id: 'm', login: 'zhoumin', name: '周敏', workNumber: '018', role: 'operator', status: 'active' },
  ...{
    extension: '801',
    phone: '',
    region: '',
    department: '',
    rowScope: 'all',
    mustChangePassword: false,
    version: 2,
    createdAt: '2026-11-20T02:36:00.000Z',
  },
}
const key = (text: string) => text

describe('the company form', () => {
  const draft = companyInputOf(company)

  it('sends no time zone: it cannot be changed here', () => expect(draft).not.toHaveProperty('timeZone'))

  it('C96 may leave the months empty where the trade promises none', () =>
    expect(companyGaps({ ...draft, warrantyMonths: null })).toEqual({}))
})

describe('the member form', () => {
  it('of a new member needs a password', () =>
    expect(memberGaps({ ...newMemberDraft('m'), name: '周敏', login: 'zhoumin' })).toHaveProperty('password'))

  it.each([
    ['', []],
    ['short', ['password']],
    ['long enough', []],
  ])('of a known member takes %j as password with the gaps %j', (password, gaps) =>
    expect(Object.keys(memberGaps({ ...memberDraftOf(member), password }))).toEqual(gaps),
  )

  it('sends no password that was not typed', () =>
    expect(memberInputOf(memberDraftOf(member))).not.toHaveProperty('password'))

  it('shows both values once somebody else has saved', () => {
    const typed = { ...memberDraftOf(member), extension: '802' }
    const stored = { ...member, version: 3, region: '历城', extension: '803' }
    const { draft, conflicts } = memberBeside(typed, stored)
    expect(conflicts).toEqual([{ field: 'extension', mine: '802', theirs: '803' }])
    expect(draft).toMatchObject({ extension: '802', region: '历城' })
    expect(memberBeside(keepMine(draft, 'extension', stored), stored).conflicts).toEqual([])
    expect(memberBeside(typed, member).conflicts).toEqual([])
  })
})

describe('the audit', () => {
  const known = '0d6c34a4-5431-4732-b870-92bcd8f62744'
  const speech = {
    name: (name: string) =>
      ({
        people: '联系人',
        newPassword: '改了密码',
        hotline: '热线',
        role: '角色',
        technicianId: '师傅',
        phone: '电话',
      })[name] ?? name,
    value: (_: string, value: string) => ({ operator: '坐席', dispatcher: '派工' })[value] ?? value,
    id: (id: string) => (id === known ? '李建国' : undefined),
  }
  it.each([
    ['{"phoneId":"1d6c34a4-5431-4732-b870-92bcd8f62744","reason":"回拨"}', '回拨'],
    ['{"people":2,"phones":0}', '联系人 2'],
    ['{"role":"operator","newPassword":true,"other":false}', '角色 坐席 · 改了密码'],
    [`{"technicianId":"${known}","within3h":"yes"}`, '师傅 李建国 · within3h yes'],
    ['{"chargeCents":12050}', 'chargeCents 120.50'],
    ['{"changed":["name","hotline"]}', 'changed name, 热线'], // as it was kept before 2026-11-22
    [
      '{"changed":{"hotline":["4000008003","4000009009"],"role":["operator","dispatcher"]}}',
      '热线 4000008003 → 4000009009 · 角色 坐席 → 派工',
    ],
    ['{"changed":{"phone":null,"region":["","历下区"]},"newPassword":false}', '电话 … · region – → 历下区'],
    ['{}', ''],
    ['torn', 'torn'],
  ])('reads %s as %j', (details, text) => expect(detailsText(details, speech)).toBe(text))

  it.each([
    ['customer:1', '/customers/1'],
    ['ticket:2', '/tickets/2'],
    ['member:3', null],
    ['company', null],
  ])('%s leads to %s', (subject, page) => expect(pageOfSubject(subject)).toBe(page))
})

describe('the rights table (F46)', () => {
  const words: Readonly<Record<string, unknown>> = adminWords
  it.each(Object.keys(rights).filter((right) => right !== 'admin.enter'))('names %s', (right) =>
    expect(words).toHaveProperty([`right.${right}`]),
  )
  it.each([...roles])('names the role %s', (role) => expect(words).toHaveProperty([`role.${role}`]))
})

describe('offsets of a printer', () => {
  it.each([
    ['1.5', 1500],
    ['-0,25', -250],
    ['１．２', 1200],
    ['400', 50_000],
    ['', null],
    ['mm', null],
  ])('%j is %s µm', (typed, micrometres) => expect(microns(typed)).toBe(micrometres))

  it('come back as they were typed', () => expect(millimetres(microns('-0.25') ?? 0)).toBe('-0.25'))
})

describe('the first run', () => {
  it.each([
    ['24', 24],
    ['２４ 个月', 24],
    ['', null],
    ['9999', 600],
  ])('reads %j as %s months', (typed, months) => expect(readMonths(typed)).toBe(months))

  it.each([
    ['P32', null, 'sample', 'P32', 24],
    ['P34', null, 'import', 'P34', 24],
    ['P34', 'empty', 'empty', 'P34', 24],
    ['P34', 'sample', 'sample', 'P32', null],
  ] as const)(
    'begins %s with %s chosen as %s, set up as %s: the sample stays with its trade',
    (presetId, start, begun, set, months) => {
      expect(startOf({ presetId, start })).toBe(begun)
      expect(tradeOf({ presetId, start, warrantyMonths: 24 })).toEqual({ presetId: set, warrantyMonths: months })
    },
  )

  it('C96 asks for company and trade; the figure the trade cannot know may wait', () => {
    expect(Object.keys(gapsOf('trade', emptyDraft, key as never))).toEqual(['companyName', 'presetId'])
    const draft = { ...emptyDraft, companyName: '禾炊', presetId: 'P32' }
    expect(gapsOf('trade', draft, key as never)).toEqual({})
    expect(Object.keys(gapsOf('trade', { ...draft, presetId: '' }, key as never))).toEqual(['presetId'])
  })

  it.each([
    ['li ming', 'admin.firstRun.loginSpaces'],
    ['刘　雪梅', 'admin.firstRun.loginSpaces'],
    ['a', 'admin.firstRun.needLogin'],
    ['li@home', 'admin.firstRun.needLogin'],
    [' liming ', undefined],
  ])('says of the login %j what is wrong with it: %s', (login, gap) => {
    expect(gapsOf('administrator', { ...emptyDraft, login }, key as never).login).toBe(gap)
    expect(memberGaps({ ...newMemberDraft('m'), login }).login).toBe(gap)
  })

  it('wants both passwords alike', () =>
    expect(
      Object.keys(
        gapsOf(
          'administrator',
          { ...emptyDraft, name: '刘', login: 'chief', password: 'password-1', again: 'x' },
          key as never,
        ),
      ),
    ).toEqual(['again']))
})
