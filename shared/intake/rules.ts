import { type PhoneHome, readPhones } from '../kit/phone.ts'
import { saysNothing } from '../kit/seen-text.ts'
import { homeOf } from '../presets/phone-home.ts'
import type { CallPolicy, RegisterField, Policy } from '../presets/schema.ts'
import type { CallHook, CallState, LostCaller, RecordIntake, RecordIntakeInput } from './schema.ts'

/** What stands in the form so far; dates and choices may be missing. */
export type IntakeDraft = Partial<Pick<RecordIntakeInput, RegisterField | 'outcome' | 'handling'>>

/**
 * Fields a repair request still lacks, in order of speech (R010, R014). For `dispatch` also what is asked before
 * somebody is sent; a repair guided by telephone is never asked for those. `known` names fields the archive already
 * holds for the chosen customer or product, for a seat that may not see them. Other outcomes lack nothing.
 */
export function missingFields(
  draft: IntakeDraft,
  preset: Pick<Policy, 'register'> & Partial<Pick<Policy, 'areaCode'>>,
  purpose: 'save' | 'dispatch' = 'save',
  known: readonly RegisterField[] = [],
): RegisterField[] {
  if ((draft.outcome ?? 'repair') !== 'repair') return []
  const sending = purpose === 'dispatch' && draft.handling !== 'guidance'
  return preset.register
    .filter((entry) => entry.neededFor === 'save' || (entry.neededFor === 'dispatch' && sending))
    .map((entry) => entry.field)
    .filter(
      (field) =>
        !known.includes(field) &&
        (isBlank(draft[field]) || (field === 'phone' && isNoPhone(draft.phone, homeOf(preset)))),
    )
}

/** The first choice of an entry the policies do not offer, null when they offer all (R011). A kind, a level or a fault may be left open. */
export function notOffered(
  entry: Pick<RecordIntake, 'category' | 'channel' | 'kind' | 'level' | 'fault'>,
  policy: Pick<Policy, 'categories' | 'channels' | 'kinds' | 'levels' | 'faults'>,
): 'category' | 'channel' | 'kind' | 'level' | 'fault' | null {
  const isOffered = (choices: readonly { code: string }[], code: string) => choices.some((each) => each.code === code)
  if (!isOffered(policy.channels, entry.channel)) return 'channel'
  if (!isOffered(policy.categories, entry.category)) return 'category'
  if (entry.kind !== '' && !isOffered(policy.kinds, entry.kind)) return 'kind'
  if (entry.level !== '' && !isOffered(policy.levels, entry.level)) return 'level'
  if (entry.fault !== '' && !isOffered(policy.faults, entry.fault)) return 'fault'
  return null
}

/** Something stands in the phone field, but no number that could be dialled; a masked one is the archive's own. */
export function isNoPhone(phone: string | undefined, home: PhoneHome = {}): boolean {
  return !isBlank(phone) && !phone?.includes('*') && readPhones(phone ?? '', home).phones.length === 0
}

const isBlank = (value: string | null | undefined) => value === null || value === undefined || saysNothing(value)

/** One telephone call as its events tell it. Instants UTC; `answeredBy` and `line` are the exchange's own words. */
export interface FoldedCall {
  state: CallState
  from: string
  to: string
  line: string
  ringAt: string | null
  answeredAt: string | null
  hungUpAt: string | null
  /** Extension that answered, null while nobody did. */
  answeredBy: string | null
}

/**
 * Folds the events of ONE call, in any order and with any number of copies, into the same call. A hang-up before the
 * answer is another extension that stopped ringing. Throws RangeError when the events belong to several calls.
 */
export function callFromEvents(events: readonly CallHook[]): FoldedCall {
  const ordered = events
    .map((event) => ({ ...event, at: new Date(event.at).toISOString() }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.event, b.event) || compare(a.to, b.to) || compare(a.from, b.from))
  if (ordered.some((event) => event.callId !== ordered[0]!.callId)) throw new RangeError('events of several calls')
  const ring = ordered.find((event) => event.event === 'ring')
  const answer = ordered.find((event) => event.event === 'answer')
  const hangup = ordered.findLast((event) => event.event === 'hangup' && (!answer || event.at >= answer.at))
  const lead = ring ?? answer ?? ordered[0]
  return {
    state: answer ? (hangup ? 'ended' : 'answered') : hangup ? 'lost' : 'ringing',
    from: lead?.from ?? '',
    to: lead?.to ?? '',
    line:
      ordered
        .map((event) => event.line ?? '')
        .sort(compare)
        .findLast((line) => line !== '') ?? '',
    ringAt: ring?.at ?? null,
    answeredAt: answer?.at ?? null,
    hungUpAt: hangup?.at ?? null,
    answeredBy: answer?.to ?? null,
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** An active member as the exchange may name one; both texts may be empty. */
export interface DeskMember {
  id: string
  extension: string
  workNumber: string
}

/**
 * Whose call it is. An answer names its member by the extension, else by a work number (工号) only one has; one that names
 * nobody (the hotline's own number) leaves the call with the extensions it rang at. `extensions` empty: the whole desk. Nobody is ever
 * meant by an empty extension.
 */
export function seatsOfCall(
  answeredBy: string | null,
  rangAt: readonly string[],
  members: readonly DeskMember[],
): { answererId: string | null; memberIds: string[]; extensions: string[] } {
  const at = (extension: string) =>
    extension === '' ? undefined : members.find((each) => each.extension === extension)
  const numbered = members.filter(({ workNumber }) => workNumber !== '' && workNumber === answeredBy)
  const answerer = at(answeredBy ?? '') ?? (numbered.length === 1 ? numbered[0] : undefined)
  if (answerer) {
    const extensions = answerer.extension === '' ? [] : [answerer.extension]
    return { answererId: answerer.id, memberIds: [answerer.id], extensions }
  }
  const rung = [...new Set(rangAt)].filter((extension) => at(extension)).sort(compare)
  const wholeDesk = answeredBy === null ? [] : members.map(({ extension }) => extension).filter((each) => each !== '')
  return {
    answererId: null,
    memberIds: rung.map((extension) => at(extension)!.id),
    extensions: rung.length > 0 ? rung : [...new Set(wholeDesk)].sort(compare),
  }
}

/**
 * State of a call of which nothing was heard since `heardAt`: an event got lost on the way. A ring believed too long is lost,
 * a conversation over; exactly the limit is still believed. A late event is folded again and decides anew.
 */
export function believedState(
  state: CallState,
  heardAt: string,
  nowAt: string,
  limits: Pick<CallPolicy, 'ringMinutes' | 'talkMinutes'>,
): CallState {
  const minutes = (Date.parse(nowAt) - Date.parse(heardAt)) / 60_000
  if (state === 'ringing' && minutes > limits.ringMinutes) return 'lost'
  if (state === 'answered' && minutes > limits.talkMinutes) return 'ended'
  return state
}

/** When a call was last heard of: an instant ahead of its arrival counts from the arrival. Null without events. */
export function lastHeard(events: readonly { at: string; receivedAt: string }[]): string | null {
  return events.reduce<string | null>((latest, { at, receivedAt }) => {
    const heard = at < receivedAt ? at : receivedAt
    return latest === null || heard > latest ? heard : latest
  }, null)
}

/** 漏接: it rang, and nobody answered before the caller hung up. */
export function isLost(call: { state: CallState }): boolean {
  return call.state === 'lost'
}

/**
 * R001: picked up within so many seconds (of the policies), the last second included. null while unanswered, or when the ring is unknown.
 */
export function answeredWithin(
  call: { ringAt: string | null; answeredAt: string | null },
  seconds: number,
): boolean | null {
  if (call.ringAt === null || call.answeredAt === null) return null
  return Date.parse(call.answeredAt) - Date.parse(call.ringAt) <= seconds * 1000
}

/** The same caller again within so many minutes; exactly that many is a new call. `earlierAt` null: never heard. */
export function looksLikeRepeat(earlierAt: string | null, at: string, withinMinutes = 10): boolean {
  if (earlierAt === null) return false
  const apart = Date.parse(at) - Date.parse(earlierAt)
  return apart >= 0 && apart < withinMinutes * 60_000
}

/** What the lost-call queue must know of an inbound call. `number` is the normalised key, empty when withheld. */
export interface InboundCall {
  number: string
  numberShown: string
  region: string
  state: CallState
  ringAt: string | null
  hungUpAt: string | null
  customerId: string | null
  customerName: string
}

/** A call back to a number, reached or not. */
export interface CallBack {
  number: string
  at: string
  reached: boolean
}

/**
 * The queue of lost callers, longest waiting first. A call-back that reached them, or a later call of theirs that was
 * answered, takes all earlier lost calls of that number out; tries that did not reach them are counted. Calls without a
 * number cannot be called back and are left out.
 */
export function groupLost(calls: readonly InboundCall[], backs: readonly CallBack[]): LostCaller[] {
  const heardAt = new Map<string, string>()
  const hear = (number: string, at: string | null) => {
    if (at !== null && at > (heardAt.get(number) ?? '')) heardAt.set(number, at)
  }
  for (const back of backs) if (back.reached) hear(back.number, back.at)
  for (const call of calls) if (call.state === 'answered' || call.state === 'ended') hear(call.number, call.ringAt)
  const groups = new Map<string, LostCaller>()
  for (const call of calls) {
    const at = call.ringAt ?? call.hungUpAt
    if (!isLost(call) || call.number === '' || at === null || at <= (heardAt.get(call.number) ?? '')) continue
    const rang =
      call.ringAt && call.hungUpAt ? Math.floor((Date.parse(call.hungUpAt) - Date.parse(call.ringAt)) / 1000) : 0
    const group = groups.get(call.number)
    if (group === undefined) {
      const { number, numberShown, region, customerId, customerName } = call
      const tries = 0
      groups.set(number, {
        number,
        numberShown,
        region,
        count: 1,
        firstAt: at,
        lastAt: at,
        rangSeconds: rang,
        customerId,
        customerName,
        tries,
      })
      continue
    }
    group.count += 1
    if (at < group.firstAt) group.firstAt = at
    if (at > group.lastAt) group.lastAt = at
    group.rangSeconds = Math.max(group.rangSeconds, rang)
    if (group.customerId === null)
      Object.assign(group, { customerId: call.customerId, customerName: call.customerName })
  }
  for (const back of backs) {
    const group = groups.get(back.number)
    if (group !== undefined && !back.reached && back.at > group.firstAt) group.tries += 1
  }
  return [...groups.values()].sort((a, b) => compare(a.firstAt, b.firstAt) || compare(a.number, b.number))
}
