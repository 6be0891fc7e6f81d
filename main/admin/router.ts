import { tracked } from '@trpc/server'
import { z } from 'zod'
import { auditFilterSchema, auditTotalsSchema, listAuditSchema } from '../../shared/admin/audit-list.ts'
import { quotasRowSchema, saveQuotasSchema } from '../../shared/admin/quotas.ts'
import { idSchema } from '../../shared/kit/fields.ts'
import { pageOf } from '../../shared/kit/paging.ts'
import {
  changePasswordSchema,
  companyInputSchema,
  type CompanyRow,
  auditRowSchema,
  backupStateSchema,
  colleagueSchema,
  companyRowSchema,
  houseStateSchema,
  incidentRowSchema,
  memberListRowSchema,
  memberRowSchema,
  sampleLeftSchema,
  memberInputSchema,
  setUpSchema,
  signInSchema,
  spaceRowSchema,
} from '../../shared/admin/schema.ts'
import type { Hint } from '../database/hint.ts'
import { spaceState } from '../../shared/kit/space.ts'
import { readSpace } from '../files/space.ts'
import { followSeat } from '../house/follow-seat.ts'
import { forgottenSession } from '../house/sessions.ts'
import { anyone, may, router } from '../api/trpc.ts'
import { backUpNow, readBackups } from './back-up.ts'
import { changePassword } from './change-password.ts'
import { IncidentEntity } from '../api/entities.ts'
import { MemberEntity } from '../house/entities.ts'
import { listAudit, totalAudit } from './list-audit.ts'
import { letIn } from './let-in.ts'
import { memberRow, saveMember } from './save-member.ts'
import { policyProcedures } from './policy-procedures.ts'
import type { SampleCompany } from './sample-company.ts'
import { readQuotas, saveQuotas } from '../house/quotas.ts'
import { readCompany } from '../house/settings.ts'
import { saveCompany } from './save-company.ts'
import { setUp } from './set-up.ts'
import { listMembers } from './list-members.ts'
import { signIn, signOut } from './sign-in.ts'

/** What the page before the sign-in shows and reckons with; the rest of the company is for who is in. */
const atTheDoor = ({ name, branch, language, timeZone }: CompanyRow): CompanyRow => ({
  ...{ name, branch, language, timeZone, hotline: '', presetId: '', warrantyMonths: null, version: 0 },
})

/** Accounts, sessions, company, audit: who is there and what the house is. */
export const makeAdminRouter = (sample: SampleCompany) =>
  router({
    ...policyProcedures,

    house: anyone.output(houseStateSchema).query(async ({ ctx }) => {
      const { services, seat } = ctx
      return services.database.read(async (reader) => {
        const company = await readCompany(reader)
        const me = seat ? await reader.findOneBy(MemberEntity, { id: seat.memberId }) : null
        return {
          version: services.version,
          needsSetUp: company === null || (me === null && !(await reader.existsBy(MemberEntity, {}))),
          company: company && (seat ? company : atTheDoor(company)),
          me: me && memberRow(me),
        }
      })
    }),

    /** The recovery key while nobody has said that it is written down; null afterwards. */
    recoveryKey: may('admin.settings')
      .output(z.object({ recoveryKey: z.string().nullable() }))
      .query(({ ctx }) => ({ recoveryKey: ctx.services.recoveryKey.read() })),

    recoveryKeyKept: may('admin.settings')
      .output(z.void())
      .mutation(({ ctx }) => ctx.services.recoveryKey.forget()),

    /** First run. Answers the recovery key; null where the database is not the station's own file, or the key is older. */
    setUp: anyone
      .input(setUpSchema)
      .output(z.object({ recoveryKey: z.string().nullable() }))
      .mutation(async ({ ctx, input }) => {
        ctx.cookies.push(await setUp(ctx.services, input, ctx.device, sample))
        return { recoveryKey: ctx.services.recoveryKey.read() }
      }),

    signIn: anyone
      .input(signInSchema)
      .output(z.void())
      .mutation(async ({ ctx, input }) => {
        ctx.cookies.push(await signIn(ctx.services, input, ctx))
      }),

    signOut: may('admin.self')
      .output(z.void())
      .mutation(async ({ ctx }) => {
        await signOut(ctx.services, ctx.seat)
        ctx.cookies.push(forgottenSession)
      }),

    /** A member's own new password (see `changePassword`). */
    changePassword: may('admin.self')
      .input(changePasswordSchema)
      .output(z.void())
      .mutation(({ ctx, input }) => changePassword(ctx.services, ctx.seat, input, ctx.address)),

    /** Hints of everything that changes, one event a batch, as server-sent events. */
    changes: may('admin.self').subscription(async function* ({ ctx, signal }) {
      let nth = 0
      for await (const hints of followSeat(ctx.services, ctx.seat, signal ?? new AbortController().signal))
        yield tracked(String((nth += 1)), hints satisfies Hint[])
    }),

    /** How much room the station's disk has left: every seat says when it is little. */
    space: may('admin.self')
      .output(spaceRowSchema)
      .query(async ({ ctx }) => {
        const space = await readSpace(ctx.services)
        const freeMegabytes = Math.floor(Math.min(space.freeBytes, Number.MAX_SAFE_INTEGER) / 1024 / 1024)
        return { state: spaceState(space), freeMegabytes }
      }),

    members: may('admin.members')
      .output(z.array(memberListRowSchema))
      .query(({ ctx }) => listMembers(ctx.services)),

    /** Names and roles of everybody who may be asked or assigned. */
    colleagues: may('admin.colleagues')
      .output(z.array(colleagueSchema))
      .query(async ({ ctx }) => {
        const members = await ctx.services.database.read((reader) => reader.findBy(MemberEntity, { status: 'active' }))
        return members.map(({ id, name, workNumber, role, region }) => ({ id, name, workNumber, role, region }))
      }),

    /** How often each role may open, look up and print whole numbers. */
    quotas: may('admin.members')
      .output(quotasRowSchema)
      .query(({ ctx }) => ctx.services.database.read(readQuotas)),

    saveQuotas: may('admin.members')
      .input(saveQuotasSchema)
      .output(quotasRowSchema)
      .mutation(({ ctx, input }) => saveQuotas(ctx.services, ctx.seat, input)),

    saveMember: may('admin.members')
      .input(memberInputSchema)
      .output(memberRowSchema)
      .mutation(({ ctx, input }) => saveMember(ctx.services, ctx.seat, input)),

    letIn: may('admin.members')
      .input(z.object({ id: idSchema }))
      .output(z.void())
      .mutation(({ ctx, input }) => letIn(ctx.services, ctx.seat, input)),

    saveCompany: may('admin.settings')
      .input(companyInputSchema)
      .output(companyRowSchema)
      .mutation(({ ctx, input }) => saveCompany(ctx.services, ctx.seat, input)),

    /** When the newest backup was made and where it lies (see `readBackups`). */
    backups: may('admin.backUp')
      .output(backupStateSchema)
      .query(({ ctx }) => readBackups(ctx.services)),

    backUpNow: may('admin.backUp')
      .output(backupStateSchema)
      .mutation(({ ctx }) => backUpNow(ctx.services, ctx.seat)),

    /** The sample company, while it is there; null otherwise. */
    sample: may('admin.settings')
      .output(sampleLeftSchema.nullable())
      .query(({ ctx }) => ctx.services.database.read((reader) => sample.read(ctx.services, reader))),

    /** `name`: the company's, typed by whoever is sure. */
    removeSample: may('admin.settings')
      .input(z.object({ name: z.string().max(80) }))
      .output(sampleLeftSchema)
      .mutation(({ ctx, input }) => sample.remove(ctx.services, ctx.seat, input)),

    /** What was done, newest first (see `listAudit`). */
    audit: may('admin.audit')
      .input(listAuditSchema)
      .output(pageOf(auditRowSchema))
      .query(({ ctx, input }) => listAudit(ctx.services, ctx.seat, input)),

    /** The foot of the same. */
    auditTotals: may('admin.audit')
      .input(auditFilterSchema)
      .output(auditTotalsSchema)
      .query(({ ctx, input }) => totalAudit(ctx.services, ctx.seat, input)),

    incidents: may('admin.audit')
      .output(z.array(incidentRowSchema))
      .query(({ ctx }) =>
        ctx.services.database.read((reader) => reader.find(IncidentEntity, { order: { at: 'DESC' }, take: 100 })),
      ),
  })
