import { lineFields } from '../../shared/intake/fields.ts'
import type { Feature } from '../house/feature.ts'
import { erasedOf } from '../house/rows-of-customer.ts'
import { handleCallHook } from './call-hook.ts'
import { deskFigures } from './desk-figures.ts'
import { CallEntity, CallEventEntity, IntakeEntity } from './entities.ts'
import { noteGuided, noteUnguided } from './note-guided.ts'
import { intakeJobs } from './jobs.ts'
import { leadsToCustomers, linesMet } from './list-register.ts'
import { intakeLists } from './list-sources.ts'
import { intakeKinds } from './record-kinds.ts'
import { intakeRouter } from './router.ts'
import { isNumberInHand } from './numbers-in-hand.ts'
import { timelineSources } from './timeline-sources.ts'

/** The desk (接听登记): calls and the register. */
export const intake = {
  router: intakeRouter,
  entities: [CallEntity, CallEventEntity, IntakeEntity],
  lists: intakeLists,
  inHand: isNumberInHand,
  names: [{ kind: 'intake.register', as: `"registerNo" || ' ' || "customerName"`, met: linesMet }],
  ofCustomer: [
    { kind: 'intake.call', column: 'customerId', erased: { number: '', raw: '', toRaw: '' } },
    { kind: 'intake.event', column: 'callId', of: 'intake.call', by: 'externalId', erased: 'gone' },
    {
      kind: 'intake.register',
      column: 'customerId',
      enteredAt: 'recordedAt',
      erased: erasedOf(lineFields, { phone: '' }),
    },
  ],
  doneBy: [
    { kind: 'intake.call', column: 'memberId' },
    { kind: 'intake.register', column: 'memberId' },
  ],
  hears: { 'tickets.guided': noteGuided, 'tickets.guidanceWithdrawn': noteUnguided },
  figures: deskFigures,
  leadsToCustomers,
  urgentTo: { 'intake.call': 'intake.take' },
  records: intakeKinds,
  timeline: timelineSources,
  jobs: intakeJobs,
  routes: [{ under: '/hooks/', handle: handleCallHook }],
} satisfies Feature
