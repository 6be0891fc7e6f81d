import type { z } from 'zod'
import {
  layeredParts,
  type policyDraftSchema,
  type PolicyPlace,
  type PolicyVersionRow,
  wholeCompany,
  type withdrawPolicySchema,
} from '../../shared/admin/policy-schema.ts'
import { dayOf, startOfDay } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { laidOver } from '../../shared/presets/layers.ts'
import { limitProblems } from '../../shared/presets/limits.ts'
import { isSame, mergeDocuments, partThatDiffers, type Plain } from '../../shared/presets/merge.ts'
import {
  numberedThings,
  type Policy,
  type PolicyProblem,
  policyProblems,
  policySchema,
} from '../../shared/presets/schema.ts'
import { unworkable } from '../../shared/presets/workable.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type AuditChanges, changesOf as auditedChanges } from '../house/audit-changes.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import { lockSetting } from '../house/lock-setting.ts'
import { PolicyEntity } from '../house/policies/entities.ts'
import type { PolicyVersion } from '../house/policies/policy-book.ts'
import { addVersion } from '../house/policies/policy-rows.ts'
import { type Company, companyOf, renewPolicies } from '../house/settings.ts'
import {
  casesToPlace,
  casesToSwitch,
  keepNoMore,
  keepOnPolicy,
  moveMembers,
  placeCases,
  rememberAreas,
  switchWhatGoes,
} from '../tickets/public.ts'
import { refuseUnworkable } from './layers-over.ts'
import { changesOf, listPolicies } from './policy-history.ts'

type Draft = z.output<typeof policyDraftSchema>

/**
 * The instant a draft begins to count: now, or the first moment of a day that has not begun. Refused before the day of a version that is to come:
 * on that day it would undo what is published now.
 */
export function effectiveAtOf(draft: Pick<Draft, 'effectiveOn' | 'place'>, company: Company, now: string): string {
  const { policies, timeZone } = company
  const { layer, key } = draft.place
  const at = draft.effectiveOn === null ? policies.beginsAt(layer, key, now) : startOfDay(draft.effectiveOn, timeZone)
  if (draft.effectiveOn !== null && at <= now)
    throw new Failure('invalid', 'admin.failure.policyPast', {}, 'effectiveOn')
  const coming = policies.comingAfter(layer, key, at)
  if (!coming) return at
  const facts = { n: coming.version, on: dayOf(coming.effectiveAt, timeZone) }
  throw new Failure('ruleBroken', 'admin.failure.policyComes', facts, 'effectiveOn')
}

/** A document that contradicts itself would stop a desk: the first contradiction is named with its place. */
export function refuseContradiction(policy: Policy): void {
  refuse([...policyProblems(policy), ...unworkable(policy)])
}

function refuse([problem]: readonly PolicyProblem[]): void {
  if (!problem) return
  const { path, reason } = problem
  const nth = Number(/\d+/u.exec(path)?.[0] ?? 0) + 1
  throw new Failure('invalid', `admin.failure.policy.${reason}`, { place: path, nth }, path)
}

/** Limits that were changed and could never run, or never be met, are named like any contradiction (see `limitProblems`). */
export function refuseLimits({ policies }: Company, draft: Draft): void {
  const over = [draft.below, draft.basedOn].filter(Boolean).join('+')
  refuse(limitProblems(draft.policy, over === '' ? undefined : policies.of({ policyId: over, presetId: '' })))
}

/** The newest version of a layer there is, in effect or still to come: what an editor starts from. */
function newestOf({ policies }: Company, { layer, key }: PolicyPlace): PolicyVersion | undefined {
  return policies.versions
    .filter((version) => version.layer === layer && version.key === key && version.withdrawnAt === null)
    .sort((a, b) => b.version - a.version)[0]
}

/** What runs goes over to what counts now, where that says so; cases and members stand in the areas that count. */
async function followPolicies(services: Services, tx: Tx, seat: Seat, versionId: string): Promise<void> {
  await switchWhatGoes(services, tx, seat, await casesToSwitch(services, tx), versionId)
  await moveMembers(services, tx, seat)
  await placeCases(services, tx, seat, await casesToPlace(services, tx))
}

/**
 * The document a draft would keep: the whole for the company, above it what differs from the company's version it was edited over. Refuses what a
 * layer cannot say, and what would contradict the company's policies once they lie under it.
 */
export function documentOf({ policies }: Company, draft: Draft, at: string): object {
  const { layer, key } = draft.place
  if (layer === 'company') return draft.policy
  const ground = policies.at(at).policy
  const known = layer === 'category' ? ground.categories : ground.productTypes
  if (!known.some(({ code }) => code === key))
    throw new Failure('invalid', 'admin.failure.layerUnknown', {}, 'place.key')
  const [below, whole] = [policies.of({ policyId: draft.below, presetId: '' }), draft.policy] as unknown as Plain[]
  const part = partThatDiffers(below, whole) ?? {}
  // Reading drops what a changed figure no longer has, such as the trade it came from.
  const read = (document: Plain | undefined) => policySchema.parse(document) as unknown as Plain
  if (!isSame(read(mergeDocuments(below, part)), whole))
    throw new Failure('invalid', 'admin.failure.layerTakes', {}, 'policy')
  const other = Object.keys(part).find((name) => !(layeredParts as readonly string[]).includes(name))
  if (other) throw new Failure('invalid', 'admin.failure.layerOther', { place: other }, other)
  const { policy, leftOut } = laidOver(ground, part)
  refuse(leftOut.map(({ part: path, reason }) => ({ path, reason: reason === 'groundGone' ? 'missing' : reason })))
  refuse(unworkable(policy))
  return part as object
}

/** Number schemes under names of their own: `ticketNumber`. */
function schemesChanged(was: Policy | null, is: Policy): AuditChanges {
  const changes = Object.entries(auditedChanges(was?.numbers ?? null, is.numbers, numberedThings))
  return Object.fromEntries(changes.map(([thing, change]) => [`${thing}Number`, change]))
}

/** Publishes a draft as the next version. Sent twice it is published once; made from an older version it is refused. */
export async function savePolicy(services: Services, seat: Seat, draft: Draft): Promise<PolicyVersionRow[]> {
  refuseContradiction(draft.policy)
  await services.database.write(async (tx) => {
    await lockSetting(services, tx, 'company')
    const already = await firstStored(services, tx, 'admin.savePolicy', draft, () =>
      tx.existsBy(PolicyEntity, { id: draft.id }),
    )
    if (already) return []
    const company = await companyOf(tx)
    const newest = newestOf(company, draft.place)
    if ((newest?.id ?? '') !== draft.basedOn && (newest || draft.place.layer !== 'company'))
      throw new Failure('changedByOther', 'admin.failure.policyChanged')
    refuseLimits(company, draft)
    const effectiveAt = effectiveAtOf(draft, company, services.now())
    const document = documentOf(company, draft, effectiveAt)
    refuseUnworkable(company.policies, draft.place, document, effectiveAt)
    await rememberAreas(services, tx)
    const made = await addVersion(services, tx, seat, {
      id: draft.id,
      ...draft.place,
      effectiveAt,
      document:
        draft.place.layer === 'company'
          ? { ...draft.policy, id: newest ? company.presetId : draft.policy.id }
          : document,
      reason: draft.reason,
      runningCases: draft.runningCases,
    })
    const was = newest ? (newest.document as Policy) : null
    const isGround = draft.place.layer === 'company'
    const changed = isGround
      ? { ...auditedChanges(was, draft.policy, ['areaCode']), ...schemesChanged(was, draft.policy) }
      : {}
    await renewPolicies(services, tx, seat)
    await keepOnPolicy(services, tx, seat, draft.kept, made.id)
    await audit(services, tx, seat, {
      action: 'admin.savePolicy',
      subject: `policy:${made.id}`,
      details: {
        version: made.version,
        effectiveAt,
        places: changesOf(newest, made).length,
        ...(isGround ? {} : draft.place),
        changed,
      },
    })
    await followPolicies(services, tx, seat, made.id)
  })
  return listPolicies(services, draft.place)
}

/** Takes a version back: before it counts as if it had never been, afterwards from now on. Cases that went over to it go back. */
export async function withdrawPolicy(
  services: Services,
  seat: Seat,
  { id, reason }: z.output<typeof withdrawPolicySchema>,
): Promise<PolicyVersionRow[]> {
  const place = await services.database.write(async (tx): Promise<PolicyPlace> => {
    await lockSetting(services, tx, 'company')
    const company = await companyOf(tx)
    const version = company.policies.versions.find((each) => each.id === id)
    if (!version) throw new Failure('notFound', 'admin.failure.policyGone', {}, 'id')
    const { layer, key } = version
    const of = layer === 'contract' ? wholeCompany : { layer, key }
    if (version.withdrawnAt !== null) return of
    const others = company.policies.versions.filter(
      (each) => each.layer === version.layer && each.key === version.key && each.id !== id && each.withdrawnAt === null,
    )
    if (version.layer === 'company' && !others.some(({ effectiveAt }) => effectiveAt <= services.now()))
      throw new Failure('ruleBroken', 'admin.failure.policyLast')
    await tx.update(
      PolicyEntity,
      { id },
      { withdrawnAt: services.now(), withdrawnBy: seat.memberId, withdrawnReason: reason },
    )
    await renewPolicies(services, tx, seat)
    await audit(services, tx, seat, {
      action: 'admin.withdrawPolicy',
      subject: `policy:${id}`,
      details: { version: version.version, ...(layer === 'company' ? {} : { layer, key }), reason },
    })
    const standing = company.policies.versions.filter((each) => each.id !== id && each.withdrawnAt === null)
    const standingIds = standing.map((each) => each.id)
    await keepNoMore(services, tx, seat, id, standingIds)
    await followPolicies(services, tx, seat, id)
    return of
  })
  return listPolicies(services, place)
}
