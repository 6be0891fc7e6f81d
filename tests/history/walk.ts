import { newId } from '../../main/new-id.ts'
import type { Seat } from '../../main/api/context.ts'
import type { Caller, TestStation } from '../kit/station.ts'
import { minutes, repairCall, sentCase } from '../tickets/desk.ts'

/** What one command is given: words that may be said again, a number nobody had, and which of the records it is about. */
export interface Turn {
  nth: number
  place: number
  words: readonly [string, string, string]
}

/** What is there before anything is changed. */
interface Ground {
  house: TestStation
  customers: string[]
  /** Of own customers, so that what is joined to them stays apart from the cards. */
  cases: { ticketId: string; lineId: string; dispatchId: string }[]
  products: string[]
  members: string[]
  views: string[]
}

type Walker = (ground: Ground, turn: Turn) => Promise<Seat>

/** Every role that changes something on the walk, by the one that does it. */
const seats = { operator: '周敏', supervisor: '刘主管', dispatcher: '赵派单', administrator: '管理员' } as const

/** Takes the turn as that role; answers whose step it is. */
const as =
  (role: keyof typeof seats, act: (caller: Caller, ground: Ground, turn: Turn) => Promise<unknown>): Walker =>
  async (ground, turn) => {
    await act(await ground.house.as(role, seats[role]), ground, turn)
    return ground.house.seat(role, seats[role])
  }

const one = <Item>(items: readonly Item[], { place }: Turn): Item => items[place % items.length]!

const asSent = (row: Awaited<ReturnType<Caller['customers']['get']>>) => ({
  ...row,
  phones: row.phones.map(({ id: phoneId, shown, personId, note }) => ({ id: phoneId, raw: shown, personId, note })),
})

const mobile = (nth: number) => `138${String(10_000_000 + nth)}`

/** Every step that can be taken back, by its name: a kind of record that brings another one fails until it is walked here, too. */
export const walkers: Readonly<Record<string, Walker>> = {
  'admin.changeMember': as('administrator', async (caller, ground, turn) => {
    const member = (await caller.admin.members()).find(({ id }) => id === one(ground.members, turn))!
    const [region, department] = turn.words
    const role = turn.nth % 3 === 0 ? 'dispatcher' : 'technician'
    const status = turn.nth % 5 === 0 ? 'disabled' : 'active'
    await caller.admin.saveMember({
      ...{ ...member, region, department, role, status, name: `师傅${turn.nth}`, phone: mobile(turn.nth) },
      ...{ workNumber: `${turn.nth}`, rowScope: turn.place === 0 ? ('own' as const) : ('all' as const) },
    })
  }),
  'customers.add': as('operator', async (caller, _, { nth, words }) => {
    const [name, address, title] = words
    await caller.customers.save({
      ...{ id: newId(), name: `新户${name}${nth}`, address, phones: [{ id: newId(), raw: mobile(nth) }] },
      people: [{ id: newId(), name: `人${nth}`, title }],
    })
  }),
  'customers.change': as('operator', async (caller, ground, turn) => {
    const seen = asSent(await caller.customers.get({ id: one(ground.customers, turn) }))
    const { nth, words } = turn
    const phone = { id: newId(), raw: mobile(nth) }
    const person = { id: newId(), name: `人${words[0]}${nth}`, title: words[1] }
    const without = <Item>(items: readonly Item[]) => items.filter((_, at) => at !== nth % 3)
    const edits = [
      { name: `新${words[0]}${nth}`, address: words[1], bestTime: words[2], note: `${nth}` },
      { phones: [phone, ...(seen.phones.length > 1 ? without(seen.phones) : seen.phones)] },
      { phones: [...seen.phones].reverse(), note: `${nth}` },
      { people: [...without(seen.people), person] },
    ]
    await caller.customers.save({ ...seen, ...edits[nth % edits.length] })
  }),
  'intake.correct': as('operator', async (caller, ground, turn) => {
    const { id, version } = await caller.intake.line({ id: one(ground.cases, turn).lineId })
    const [district, productName, serialNo] = turn.words
    const edits = [
      { address: `济南市${turn.nth % 2 === 0 ? '历下' : '槐荫'}区 ${turn.nth} 号`, customerName: `食堂${district}` },
      { symptom: `火小 ${turn.nth}`, serialNo },
      { phone: mobile(turn.nth), contactName: `联系人${turn.nth}`, purchasedOn: '2025-05-01' },
      { productName: `${productName}灶${turn.nth}`, model: serialNo, note: `${turn.nth}` },
    ]
    await caller.intake.correct({ id, version, changes: edits[turn.nth % edits.length]! })
  }),
  'lists.addView': as('operator', (caller, _, { nth, words }) => caller.lists.save(view(newId(), nth, words[0]))),
  'lists.changeView': as('supervisor', async (caller, ground, turn) => {
    const seen = await keptView(caller, one(ground.views, turn))
    const { nth, words } = turn
    const told = { ...view(seen.id, nth, words[0]), version: seen.version }
    await (seen.isShared || nth % 2 === 0 ? caller.lists.saveShared(told) : caller.lists.save(told))
  }),
  // What a turn before brought: each round of turns brings one.
  'lists.removeView': as('operator', async (caller) => {
    const { views } = await caller.lists.kept({ list: 'tickets.list' })
    await caller.lists.remove({ id: views.find(({ isMine }) => isMine)!.id })
  }),
  'products.add': as('operator', (caller, ground, turn) =>
    caller.products.save({ id: newId(), customerId: one(ground.customers, turn), name: `灶${turn.nth}` }),
  ),
  'products.change': as('operator', async (caller, ground, turn) => {
    const customerId = one(ground.customers, turn)
    const { products } = await caller.customers.card({ customerId })
    const product = products.find(({ id }) => ground.products.includes(id))!
    const [serial, note, model] = turn.words
    await caller.products.save({ ...product, note, model, serialNo: `${serial}${turn.nth}`, name: `灶${turn.nth}` })
  }),
  'tickets.note': as('dispatcher', (caller, ground, turn) =>
    caller.tickets.note({ id: newId(), ticketId: one(ground.cases, turn).ticketId, note: `记一句 ${turn.nth}` }),
  ),
  'tickets.prepare': as('dispatcher', async (caller, ground, turn) => {
    const { dispatchId, ticketId } = one(ground.cases, turn)
    const { dispatches } = await caller.tickets.page({ id: ticketId })
    const { prepared } = dispatches.find(({ id }) => id === dispatchId)!
    const code = ['uniform', 'badge', 'toolBox'][turn.nth % 3]!
    await caller.tickets.prepare({ dispatchId, code, isDone: !prepared.includes(code) })
  }),
}

const view = (id: string, nth: number, word: string) => ({
  ...{ id, list: 'tickets.list', name: `视图${word}${nth}` },
  wish: { filters: { text: `${word}${nth}` }, sort: null, columns: null },
})

async function keptView(caller: Caller, id: string) {
  const { views } = await caller.lists.kept({ list: 'tickets.list' })
  return views.find((each) => each.id === id)!
}

/** Three of everything the walkers change. */
export async function layGround(house: TestStation): Promise<Ground> {
  const operator = await house.as('operator', seats.operator)
  const supervisor = await house.as('supervisor', seats.supervisor)
  // Whoever changes something later stands there already: accounts are records, too.
  for (const [role, name] of Object.entries(seats)) await house.seat(role as keyof typeof seats, name)
  const ground: Ground = { house, customers: [], cases: [], products: [], members: [], views: [] }
  for (const nth of [0, 1, 2]) {
    const customerId = newId()
    await operator.customers.save({
      ...{ id: customerId, name: `客户${nth}`, address: `历下区${nth}号` },
      phones: [{ id: newId(), raw: `1395310000${nth}` }],
    })
    const { id: productId } = await operator.products.save({ id: newId(), customerId, name: `原灶${nth}` })
    const { ticketId, dispatch } = await sentCase(house, '孙师傅', repairCall({ phone: `1390000${7000 + nth}` }))
    const line = await operator.intake.line({ ticketId })
    await (await house.as('dispatcher')).tickets.note({ id: newId(), ticketId, note: '先有的一句' })
    ground.customers.push(customerId)
    ground.products.push(productId)
    ground.cases.push({ ticketId, lineId: line.id, dispatchId: dispatch.id })
    ground.members.push((await house.seat('technician', `师傅${nth}`)).memberId)
    ground.views.push((await supervisor.lists.save(view(newId(), nth, '原'))).id)
  }
  return ground
}

/** The instant of a turn: a minute after the one before, behind all that was laid. */
export const turnAt = (nth: number): string => minutes(24 * 60 + nth)
