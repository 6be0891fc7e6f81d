import type { BusinessCalendar } from '../../../shared/kit/calendar.ts'
import type { Text } from '../../../shared/kit/words.ts'
import { laidOver } from '../../../shared/presets/layers.ts'
import type { Plain } from '../../../shared/presets/merge.ts'
import { type Choice, type Policy, readPolicy } from '../../../shared/presets/schema.ts'
import { presetById } from '../../../shared/presets/catalog.ts'
import type { KnownChoices } from '../../../shared/presets/offered.ts'
import { channel } from '../../../shared/presets/shared-parts.ts'

/** From the ground up: the company's trade, what a customer's category changes of it, a product type, a contract. */
export const policyLayers = ['company', 'category', 'productType', 'contract'] as const
export type PolicyLayer = (typeof policyLayers)[number]

/** One version of the policies, or of what one layer changes of them. */
export interface PolicyVersion {
  id: string
  layer: PolicyLayer
  /** Code of the category or the product type, id of the contract; empty for the company. */
  key: string
  version: number
  effectiveAt: string
  /** The whole document for the company, else the part that differs. */
  document: object
  reason: string
  madeBy: string | null
  madeAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnReason: string | null
  /** What open cases do when it begins to count: go over to it, or finish on what they were opened under. */
  runningCases: 'switch' | 'finish'
}

/** What decides which layers count for a case. */
export interface PolicyFacts {
  category?: string
  /** As written on the ticket; found among the product types by its text in any language. */
  productName?: string
  /**
   * Id of the maintenance contract that covers the case. Nothing keeps contracts yet, so nobody says it: the archive of contracts will, where a case
   * is opened, looked at before it is, and followed (`openTicket`, `recordIntake`, `casesToSwitch`); what a contract sets is a version of this layer.
   */
  contract?: string
}

/** The policies that count, and the id a case keeps of them: the versions of its layers joined by `+`. */
export interface PolicyPick {
  id: string
  policy: Policy
}

/** Dated days of the calendar, and the years whose notice is entered. */
export type DatedYears = Required<Pick<BusinessCalendar, 'days' | 'publishedYears'>>

/** What of an open case decides whether it goes over to other versions. */
export interface FollowingCase {
  policyId: string | null
  policyKept: boolean | null
  receivedAt: string
}

const isSamePlace = (a: PolicyVersion, b: PolicyVersion) => a.layer === b.layer && a.key === b.key

/** Every version of the company's policies and its calendar, as they stood at one moment. Nothing in it changes. */
export class PolicyBook {
  private readonly byId: ReadonlyMap<string, PolicyVersion>
  private readonly merged = new Map<string, Policy>()
  /** When versions began to count that take running cases along, the latest first. */
  private readonly switches: readonly string[]
  private readonly calendars = new Map<string, BusinessCalendar>()

  constructor(
    readonly versions: readonly PolicyVersion[],
    /** Trade of a company from before policies were rows, used where a version is not known. */
    private readonly presetId: string,
    readonly dated: DatedYears,
  ) {
    this.byId = new Map(versions.map((version) => [version.id, version]))
    const switching = versions.filter(({ runningCases }) => runningCases === 'switch')
    this.switches = [...new Set(switching.map(({ effectiveAt }) => effectiveAt))].sort().reverse()
  }

  /** The one answer to "which policies count": contract before product type before category before company. */
  at(instant: string, facts: PolicyFacts = {}): PolicyPick {
    const ground = this.newest('company', '', instant)
    if (!ground) return { id: '', policy: this.seed(this.presetId) }
    const above = (['category', 'productType', 'contract'] as const).map((layer) =>
      this.newest(layer, this.keyOf(layer, ground, facts), instant),
    )
    return this.picked([ground, ...above].flatMap((version) => (version ? [version.id] : [])).join('+'))
  }

  /**
   * Every choice there ever was of the lists whose codes stand on records without a version of their own: today's policies first, then what
   * other versions called by codes that are gone. So a customer's category and the channel of a line keep their names. A version that has not
   * counted yet, or was taken back before it did, stands on no record.
   */
  known(instant: string): KnownChoices {
    const { policy } = this.at(instant)
    const documents = this.versions
      .filter(({ layer, effectiveAt }) => layer === 'company' && effectiveAt <= instant)
      .filter(({ effectiveAt, withdrawnAt }) => withdrawnAt === null || withdrawnAt >= effectiveAt)
      .map(({ document }) => document as Partial<Policy>)
      .toReversed()
    const of = (name: Exclude<keyof KnownChoices, 'clocks'>, usual: readonly Choice[] = []) => {
      const known = new Map<string, Choice>(policy[name].map((choice) => [choice.code, choice]))
      for (const choice of [...documents.flatMap((document) => document[name] ?? []), ...usual]) {
        if (!known.has(choice.code)) known.set(choice.code, { ...choice, isRetired: true })
      }
      return [...known.values()]
    }
    const limits = [policy, ...documents].flatMap(({ clocks }) => clocks ?? [])
    const clocks = new Map<string, Choice>()
    for (const { clock: code, text } of limits) if (!clocks.has(code)) clocks.set(code, { code, text })
    return {
      categories: of('categories'),
      channels: of('channels', Object.values(channel)),
      ...{ faults: of('faults'), levels: of('levels'), beforeLeaving: of('beforeLeaving') },
      clocks: [...clocks.values()],
    }
  }

  /** The policies a case stands on: the versions it was opened under, or went over to. */
  of(ticket: { policyId?: string | null; presetId: string }): Policy {
    const id = this.idOf(ticket)
    return id === null ? this.seed(ticket.presetId) : this.picked(id).policy
  }

  /** Id of the policies a case stands on; null where no version says what its trade said. */
  idOf({ policyId, presetId }: { policyId?: string | null; presetId: string }): string | null {
    if (policyId) return policyId
    // Opened before policies were rows: the first version of that trade says what it said then.
    const first = this.versions.find(
      ({ layer, document }) => layer === 'company' && (document as { id?: string }).id === presetId,
    )
    return first?.id ?? null
  }

  /**
   * The versions an open case goes over to at an instant, and since when they count for it; null when it stays. A kept case stays for good. A layer
   * that was none of its own before, or is its own no more (its product became another), counts from the instant on. Where newer versions let running
   * cases finish, it goes to the last ones before them that did not: a station that was off meanwhile ends where one that ran did.
   */
  successorOf(ticket: FollowingCase, instant: string, facts: PolicyFacts): (PolicyPick & { fromAt: string }) | null {
    if (ticket.policyKept || ticket.policyId === '') return null
    for (const at of [instant, ...this.switches.filter((at) => at > ticket.receivedAt && at < instant)]) {
      const found = this.successorAt(ticket, at, facts)
      const isStanding = found?.id.split('+').every((id) => (this.byId.get(id)?.withdrawnAt ?? instant) >= instant)
      if (found && (at === instant || isStanding)) return found
    }
    return null
  }

  private successorAt(
    ticket: FollowingCase,
    instant: string,
    facts: PolicyFacts,
  ): (PolicyPick & { fromAt: string }) | null {
    const now = this.at(instant, facts)
    if (now.id === '' || now.id === ticket.policyId) return null
    const own = (ticket.policyId ?? '').split('+').map((id) => this.byId.get(id))
    const isGone = own.some((version) => version?.withdrawnAt != null && version.withdrawnAt <= instant)
    const isNewer = (version: PolicyVersion) =>
      !own.some((each) => each && isSamePlace(each, version) && each.version >= version.version)
    const next = now.id.split('+').map((id) => this.byId.get(id)!)
    const switches = next.some((version) => version.runningCases === 'switch' && isNewer(version))
    const isLeft = this.isLeft(own, facts)
    if (!isGone && !switches && !isLeft) return null
    const isOfOwnLayer = (version: PolicyVersion) => own.some((each) => each && isSamePlace(each, version))
    const fresh = next.filter((version) => !own.includes(version))
    const sinceAt =
      !isLeft && fresh.every(isOfOwnLayer)
        ? [...own.map((version) => version?.withdrawnAt), ...fresh.map(({ effectiveAt }) => effectiveAt)]
        : [instant]
    const fromAt = sinceAt.reduce<string>((latest, at) => (at && at > latest && at <= instant ? at : latest), '')
    return { ...now, fromAt: fromAt === '' ? instant : fromAt }
  }

  /** Working time of the first duty line in the company's zone; one object each, so that its windows are worked out once. */
  calendar(policy: Policy, timeZone: string): BusinessCalendar {
    const week = policy.duty[0].week
    const key = `${timeZone} ${JSON.stringify(week)}`
    let calendar = this.calendars.get(key)
    if (!calendar) this.calendars.set(key, (calendar = { timeZone, week, ...this.dated }))
    return calendar
  }

  /** Whether some version could move open cases at an instant: one that they go over to, one that was taken back, or a layer that one of them leaves. */
  mayMove(instant: string): boolean {
    return this.versions.some(
      ({ layer, effectiveAt, runningCases, withdrawnAt }) =>
        effectiveAt <= instant && (runningCases === 'switch' || withdrawnAt !== null || layer !== 'company'),
    )
  }

  /** No layer over the company's: which policies count for a case does not depend on the case. */
  get isPlain(): boolean {
    return this.versions.every(({ layer }) => layer === 'company')
  }

  /** When, up to an instant, a version last began to count or was taken back; empty before the first. */
  turnedAt(instant: string): string {
    const turns = this.versions.flatMap(({ effectiveAt, withdrawnAt }) => [effectiveAt, withdrawnAt ?? ''])
    return turns.reduce((latest, at) => (at > latest && at <= instant ? at : latest), '')
  }

  /** The same book with a version more: what would be. */
  with(version: PolicyVersion): PolicyBook {
    return new PolicyBook([...this.versions, version], this.presetId, this.dated)
  }

  /** The same policies by another calendar. */
  under(dated: DatedYears): PolicyBook {
    return new PolicyBook(this.versions, this.presetId, dated)
  }

  /**
   * When a version published at an instant begins that shall count at once: never before one that did so too, which a clock that went wrong may
   * have put ahead.
   */
  beginsAt(layer: PolicyLayer, key: string, instant: string): string {
    return this.standing(layer, key)
      .filter(({ effectiveAt, madeAt }) => effectiveAt <= madeAt)
      .reduce((latest, { effectiveAt }) => (effectiveAt > latest ? effectiveAt : latest), instant)
  }

  /** The version made for a later day that would take the place of one that begins at an instant; null where none comes. */
  comingAfter(layer: PolicyLayer, key: string, instant: string): PolicyVersion | null {
    return this.standing(layer, key).findLast(({ effectiveAt }) => effectiveAt > instant) ?? null
  }

  private standing(layer: PolicyLayer, key: string): PolicyVersion[] {
    return this.versions.filter((each) => each.layer === layer && each.key === key && each.withdrawnAt === null)
  }

  /** The version of one layer that counts at an instant. */
  newest(layer: PolicyLayer, key: string, instant: string): PolicyVersion | null {
    if (layer !== 'company' && key === '') return null
    return this.versions.reduce<PolicyVersion | null>((best, version) => {
      const counts =
        version.layer === layer &&
        version.key === key &&
        version.effectiveAt <= instant &&
        (version.withdrawnAt === null || instant < version.withdrawnAt)
      if (!counts) return best
      const isLater =
        best === null ||
        version.effectiveAt > best.effectiveAt ||
        (version.effectiveAt === best.effectiveAt && version.version > best.version)
      return isLater ? version : best
    }, null)
  }

  /** The layer above the company that sets the limit of a clock in the policies of a case; null where the company's own counts. */
  layerOfLimit(
    policyId: string | null,
    { clock, level, kind }: { clock: string; level: string; kind: string | null },
  ): Pick<PolicyVersion, 'layer' | 'key' | 'version'> | null {
    const setsIt = ({ document }: PolicyVersion) =>
      ((document as Partial<Policy>).clocks ?? []).some(
        (each) =>
          each.clock === clock && [level, undefined].includes(each.level) && [kind, undefined].includes(each.kind),
      )
    const layers = (policyId ?? '').split('+').slice(1)
    return layers.flatMap((id) => this.byId.get(id) ?? []).findLast(setsIt) ?? null
  }

  /** Whether what a case says, read by the company's version it stands on, is no more that of a layer it stands on. */
  private isLeft(own: readonly (PolicyVersion | undefined)[], facts: PolicyFacts): boolean {
    const ground = own.find((version) => version?.layer === 'company')
    if (!ground) return false
    return own.some(
      (version) => version && version.layer !== 'company' && version.key !== this.keyOf(version.layer, ground, facts),
    )
  }

  private keyOf(layer: Exclude<PolicyLayer, 'company'>, ground: PolicyVersion, facts: PolicyFacts): string {
    return (layer === 'productType' ? this.productTypeOf(ground, facts.productName ?? '') : facts[layer]) ?? ''
  }

  private productTypeOf(ground: PolicyVersion, productName: string): string {
    if (productName === '') return ''
    const { productTypes } = this.picked(ground.id).policy
    const isNamed = (text: Text) => Object.values(text).includes(productName)
    return productTypes.find(({ text }) => isNamed(text))?.code ?? ''
  }

  private picked(id: string): PolicyPick {
    let policy = this.merged.get(id)
    if (!policy) {
      const [ground, ...layers] = id.split('+').map((each) => this.byId.get(each)?.document as Plain | undefined)
      if (ground === undefined) return { id, policy: this.seed(this.presetId) }
      policy = layers.reduce<Policy>((below, layer) => laidOver(below, layer).policy, readPolicy(ground))
      this.merged.set(id, policy)
    }
    return { id, policy }
  }

  private seed(presetId: string): Policy {
    const preset = presetById(presetId) ?? presetById(this.presetId)
    if (!preset) throw new Error(`preset ${presetId} is not known`)
    return preset
  }
}
