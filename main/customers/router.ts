import { z } from 'zod'
import { handlesCalls } from '../../shared/admin/scopes.ts'
import {
  callerCardSchema,
  callerNumberSchema,
  customerCardSchema,
  customerListRowSchema,
  customerRowSchema,
  eraseEffectSchema,
  eraseSchema,
  duplicateHitSchema,
  importPreviewSchema,
  importProgressSchema,
  importRunRowSchema,
  revealAddressSchema,
  revealedAddressSchema,
  revealedSchema,
  searchHitSchema,
  timelinePageSchema,
  customerInputSchema,
  duplicatesSchema,
  importFileSchema,
  importStartSchema,
  pickSchema,
  revealSchema,
  searchSchema,
  timelineSchema,
} from '../../shared/customers/schema.ts'
import {
  customerFilterSchema,
  customerTotalsSchema,
  listCustomersSchema,
  stillListedCustomersSchema,
} from '../../shared/customers/lists.ts'
import { idSchema } from '../../shared/kit/fields.ts'
import { pageOf } from '../../shared/kit/paging.ts'
import { readPhone } from '../../shared/kit/phone.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import { companyOf } from '../house/settings.ts'
import { may, router } from '../api/trpc.ts'
import { callerCard } from './caller-card.ts'
import { readCard } from './card.ts'
import { countLookUp, countTyped } from './count-look-ups.ts'
import { eraseCustomer, eraseEffect } from './erase-customer.ts'
import { findDuplicates } from './find-duplicates.ts'
import { refuseForeignFile } from './import-source.ts'
import { cancelImport, importProgress, listImports, startImport } from './import-runs.ts'
import { previewInThread } from './import-thread.ts'
import { listCustomers, matchingCustomers, stillListedCustomers, totalCustomers } from './list-customers.ts'
import { pickCustomer } from './pick-customer.ts'
import { revealAddress, revealPhone } from './reveal.ts'
import { readCustomer } from './rows.ts'
import { saveCustomer } from './save-customer.ts'
import { searchCustomers } from './search.ts'
import { countByKind, readTimeline } from './timeline.ts'

/** The customer archive: who is it, what is known, who may be the same. */
export const customersRouter = router({
  /** Only for who handles calls: the answer shows the number whole. */
  callerCard: may('intake.take')
    .input(callerNumberSchema)
    .output(callerCardSchema)
    .query(({ ctx, input }) => callerCard(ctx.services, ctx.seat, input.number)),

  /** `number` is one the seat has itself, the caller's: it is shown whole to who handles calls. */
  card: may('customers.view')
    .input(z.object({ customerId: idSchema, number: z.string().max(60).nullish() }))
    .output(customerCardSchema)
    .query(async ({ ctx, input }) => {
      if (input.number && handlesCalls(ctx.seat.role)) await countLookUp(ctx.services, ctx.seat, input.number)
      return ctx.services.database.read(async (reader) => {
        const company = await companyOf(reader)
        const home = homeOf(company.policies.at(ctx.services.now()).policy)
        const number = input.number && handlesCalls(ctx.seat.role) ? (readPhone(input.number, home)?.key ?? null) : null
        return readCard(ctx.services, reader, ctx.seat, input.customerId, company, number)
      })
    }),

  search: may('customers.view')
    .input(searchSchema)
    .output(z.array(searchHitSchema))
    .query(({ ctx, input }) => searchCustomers(ctx.services, ctx.seat, input.text, input.limit)),

  list: may('customers.view')
    .input(listCustomersSchema)
    .output(pageOf(customerListRowSchema))
    .query(({ ctx, input }) => listCustomers(ctx.services, ctx.seat, input)),

  /** The foot of the list. */
  totals: may('customers.view')
    .input(customerFilterSchema)
    .output(customerTotalsSchema)
    .query(({ ctx, input }) => totalCustomers(ctx.services, ctx.seat, input)),

  /** Ids of all a list matches (see `matchingCustomers`). */
  matching: may('customers.view')
    .input(customerFilterSchema)
    .output(z.object({ ids: z.array(z.string()) }))
    .query(({ ctx, input }) => matchingCustomers(ctx.services, ctx.seat, input)),

  /** Which of the chosen ones a list still shows. */
  stillListed: may('customers.view')
    .input(stillListedCustomersSchema)
    .output(z.object({ ids: z.array(z.string()) }))
    .query(({ ctx, input }) => stillListedCustomers(ctx.services, ctx.seat, input)),

  get: may('customers.view')
    .input(z.object({ id: idSchema }))
    .output(customerRowSchema)
    .query(({ ctx, input }) =>
      ctx.services.database.read((reader) => readCustomer(ctx.services, reader, ctx.seat, input.id)),
    ),

  save: may('customers.edit')
    .input(customerInputSchema)
    .output(customerRowSchema)
    .mutation(({ ctx, input }) => saveCustomer(ctx.services, ctx.seat, input)),

  pick: may('intake.take')
    .input(pickSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => pickCustomer(ctx.services, ctx.seat, input)),

  reveal: may('customers.reveal')
    .input(revealSchema)
    .output(revealedSchema)
    .mutation(({ ctx, input }) => revealPhone(ctx.services, ctx.seat, input)),

  revealAddress: may('customers.reveal')
    .input(revealAddressSchema)
    .output(revealedAddressSchema)
    .mutation(({ ctx, input }) => revealAddress(ctx.services, ctx.seat, input)),

  eraseEffect: may('customers.erase')
    .input(z.object({ customerId: idSchema }))
    .output(eraseEffectSchema)
    .query(({ ctx, input }) =>
      ctx.services.database.read((reader) => eraseEffect(ctx.services, reader, ctx.seat, input.customerId)),
    ),

  erase: may('customers.erase')
    .input(eraseSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => eraseCustomer(ctx.services, ctx.seat, input)),

  duplicates: may('customers.edit')
    .input(duplicatesSchema)
    .output(z.array(duplicateHitSchema))
    .query(async ({ ctx, input }) => {
      await countTyped(ctx.services, ctx.seat, input.phone)
      return findDuplicates(ctx.services, ctx.seat, input)
    }),

  timeline: may('customers.view')
    .input(timelineSchema)
    .output(timelinePageSchema)
    .query(({ ctx, input }) =>
      ctx.services.database.read(async (reader) => {
        await refuseForeignCustomer(ctx.services, reader, ctx.seat, input.customerId)
        return {
          ...(await readTimeline(ctx.services, reader, ctx.seat, input.customerId, input.after ?? null, input.limit)),
          counts: await countByKind(ctx.services, reader, ctx.seat, input.customerId),
        }
      }),
    ),

  /** The dry run of a file sent before by POST /files: its columns, and what each row would do. */
  importPreview: may('customers.import')
    .input(importFileSchema)
    .output(importPreviewSchema)
    .query(async ({ ctx, input }) => {
      await refuseForeignFile(ctx.services, ctx.seat, input.hash)
      return previewInThread(ctx.services, { what: 'preview', nowAt: ctx.services.now(), file: input })
    }),

  importStart: may('customers.import')
    .input(importStartSchema)
    .output(importProgressSchema)
    .mutation(({ ctx, input }) => startImport(ctx.services, ctx.seat, input)),

  importProgress: may('customers.import')
    .input(z.object({ id: idSchema }))
    .output(importProgressSchema)
    .query(({ ctx, input }) => importProgress(ctx.services, input.id)),

  importCancel: may('customers.import')
    .input(z.object({ id: idSchema }))
    .output(importProgressSchema)
    .mutation(({ ctx, input }) => cancelImport(ctx.services, input.id)),

  importRuns: may('customers.import')
    .output(z.array(importRunRowSchema))
    .query(({ ctx }) => listImports(ctx.services)),
})
