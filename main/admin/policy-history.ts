import type { PolicyChange, PolicyNow, PolicyVersionRow, PolicyPlace } from '../../shared/admin/policy-schema.ts'
import { policyLines } from '../../shared/admin/policy-lines.ts'
import { differencesBetween, mergeDocuments, type Plain } from '../../shared/presets/merge.ts'
import type { Services } from '../api/context.ts'
import { MemberEntity } from '../house/entities.ts'
import type { PolicyBook, PolicyVersion } from '../house/policies/policy-book.ts'
import { companyOf } from '../house/settings.ts'
import { countMoved } from '../tickets/public.ts'
import { leftOutOf } from './layers-over.ts'

/** The policies and the calendar that count now, for a seat; or those of the versions a case was opened under. */
export async function readPolicy(services: Services, id: string | null): Promise<PolicyNow> {
  const { policies } = await services.database.read(companyOf)
  const now = policies.at(services.now())
  const { days, publishedYears } = policies.dated
  const calendar = {
    known: policies.known(services.now()),
    days: { ...days } as PolicyNow['days'],
    publishedYears: [...publishedYears],
  }
  if (id === null || id === now.id) return { ...now, ...calendar }
  return { id, policy: policies.of({ policyId: id, presetId: '' }), ...calendar }
}

/** Versions of the company's policies or of one layer over them, newest first, each with what it changed. */
export async function listPolicies(services: Services, { layer, key }: PolicyPlace): Promise<PolicyVersionRow[]> {
  return services.database.read(async (reader) => {
    const { policies } = await companyOf(reader)
    const names = new Map((await reader.find(MemberEntity, {})).map(({ id, name }) => [id, name]))
    const now = services.now()
    const counts = policies.newest(layer, key, now)?.id
    const versions = policies.versions.filter((version) => version.layer === layer && version.key === key)
    const lists = versions.flatMap(({ id }) => [id, `${id}/kept`, `${id}/back`, `${id}/stuck`])
    const counted = await countMoved(services, reader, 'cases', lists)
    const casesOf = (list: string) => counted.get(list) ?? 0
    return [...versions]
      .sort((a, b) => b.version - a.version)
      .map((version) => ({
        id: version.id,
        version: version.version,
        effectiveAt: version.effectiveAt,
        reason: version.reason,
        madeByName: names.get(version.madeBy ?? '') ?? '',
        madeAt: version.madeAt,
        withdrawnAt: version.withdrawnAt,
        withdrawnByName: names.get(version.withdrawnBy ?? '') ?? '',
        withdrawnReason: version.withdrawnReason ?? '',
        runningCases: version.runningCases,
        state: stateOf(version, counts, now),
        changes: changesOf(before(versions, version) ?? groundOf(version), version),
        lines: linesOf(policies, before(versions, version) ?? groundOf(version), version),
        leftOut: leftOutOf(policies, version, now),
        cases: {
          ...{ moved: casesOf(version.id), kept: casesOf(`${version.id}/kept`), back: casesOf(`${version.id}/back`) },
          stuck: casesOf(`${version.id}/stuck`),
        },
      }))
  })
}

function stateOf(version: PolicyVersion, counts: string | undefined, now: string): PolicyVersionRow['state'] {
  if (counts === version.id) return 'counts'
  if (version.withdrawnAt !== null) return 'withdrawn'
  return version.effectiveAt > now ? 'comes' : 'past'
}

/** A layer's first version changes something of what lies below; the company's first one is where all began. */
const groundOf = ({ layer }: PolicyVersion) => (layer === 'company' ? undefined : { document: {} })

/** What a version changed, for people; a layer's over the company's policies of its first day. */
function linesOf(policies: PolicyBook, from: { document: object } | undefined, to: PolicyVersion) {
  if (!from) return []
  const [was, is] = [from.document, to.document] as Plain[]
  if (to.layer === 'company') return policyLines(was, is)
  const ground = policies.at(to.effectiveAt).policy as unknown as Plain
  return policyLines(mergeDocuments(ground, was), mergeDocuments(ground, is))
}

/** The version a version was made from: the newest before it that was not withdrawn. */
function before(versions: readonly PolicyVersion[], of: PolicyVersion): PolicyVersion | undefined {
  return versions
    .filter(({ version, withdrawnAt }) => version < of.version && (withdrawnAt === null || withdrawnAt > of.madeAt))
    .sort((a, b) => b.version - a.version)[0]
}

/** What differs between two versions, by place, for people and for the audit. */
export function changesOf(from: { document: object } | undefined, to: { document: object }): PolicyChange[] {
  if (!from) return []
  const text = (value: Plain | undefined) => (value === undefined ? null : JSON.stringify(value))
  return differencesBetween(from.document as Plain, to.document as Plain).map(({ path, before, after }) => ({
    path: [...path],
    before: text(before),
    after: text(after),
  }))
}
