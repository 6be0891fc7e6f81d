import type { z } from 'zod'
import type { PolicyPreview, previewPolicySchema } from '../../shared/admin/policy-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { countLocalNumbers } from '../customers/public.ts'
import { companyOf } from '../house/settings.ts'
import { casesToPlace, limitsMovedBy, ticketsMet } from '../tickets/public.ts'
import { lostParts, refuseUnworkable } from './layers-over.ts'
import { documentOf, effectiveAtOf, refuseContradiction, refuseLimits } from './save-policy.ts'

/** Rows of a page; all are counted. */
const mostShown = 50

/** What a draft would change: which limits of which open cases move, and which of them would at once be late: all are counted, those of cases the seat meets are named. Nothing is written. */
export async function previewPolicy(
  services: Services,
  seat: Seat,
  draft: z.output<typeof previewPolicySchema>,
): Promise<PolicyPreview> {
  refuseContradiction(draft.policy)
  return services.database.read(async (reader) => {
    const company = await companyOf(reader)
    refuseLimits(company, draft)
    const at = effectiveAtOf(draft, company, services.now())
    const document = documentOf(company, draft, at)
    refuseUnworkable(company.policies, draft.place, document, at)
    const book = company.policies.with({
      ...{ id: draft.id, ...draft.place, version: Number.MAX_SAFE_INTEGER, effectiveAt: at },
      ...{
        document,
        reason: '',
        madeBy: null,
        madeAt: at,
        withdrawnAt: null,
        withdrawnBy: null,
        withdrawnReason: null,
      },
      runningCases: draft.runningCases,
    })
    const { cases, limits, moved, stuck } = await limitsMovedBy(services, reader, company, book, at)
    const counted = moved
      .filter(({ ticket }) => !draft.kept.includes(ticket.id))
      .map(({ ticket, beforeAt, afterAt, ...rest }) => ({
        ...{
          ...rest,
          ticketId: ticket.id,
          number: ticket.number,
          customerName: ticket.customerName,
          beforeAt,
          afterAt,
        },
        becomesLate: afterAt !== null && afterAt <= at && (beforeAt === null || beforeAt > at),
      }))
      .sort((a, b) => Number(b.becomesLate) - Number(a.becomesLate))
    const late = counted.filter(({ becomesLate }) => becomesLate).length
    const met = await ticketsMet(services, reader, seat, [...new Set(counted.map(({ ticketId }) => ticketId))])
    const named = counted.filter(({ ticketId }) => met.has(ticketId))
    const [before, after] = [company.policies.at(services.now()).policy.areaCode, draft.policy.areaCode]
    return {
      placed: (await casesToPlace(services, reader, { of: draft.policy.areas })).length,
      readings: before === after ? null : { before, after, kept: await countLocalNumbers(services, reader) },
      cases,
      limits,
      moved: named.slice(draft.skip, draft.skip + mostShown),
      movedCount: counted.length,
      elsewhereCount: counted.length - named.length,
      lateCount: late,
      stuck,
      lost: lostParts(company.policies, draft.place, document, at),
    }
  })
}
