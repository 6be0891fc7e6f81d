import { z } from 'zod'
import { idSchema } from '../../shared/kit/fields.ts'
import { askExportSchema, decideExportSchema, exportRowSchema } from '../../shared/lists/export-schema.ts'
import {
  keepChoiceSchema,
  keptListSchema,
  listNameSchema,
  saveViewSchema,
  viewRowSchema,
} from '../../shared/lists/schema.ts'
import { may, router } from '../api/trpc.ts'
import { askExport } from './ask-export.ts'
import { decideExport, stopExport } from './decide-export.ts'
import { keepChoice } from './keep-choice.ts'
import { keptOfList } from './kept-of-list.ts'
import { listExports } from './list-exports.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'

/** What a member keeps of any list: columns, views of its own and of the firm. Which lists there are, the features say. */
export const listsRouter = router({
  /** Views, columns and default of one list (see `keptOfList`). */
  kept: may('lists.use')
    .input(z.object({ list: listNameSchema }))
    .output(keptListSchema)
    .query(({ ctx, input }) => keptOfList(ctx.services, ctx.seat, input.list)),

  /** Columns and default view of one's own. */
  keep: may('lists.use')
    .input(keepChoiceSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => keepChoice(ctx.services, ctx.seat, input)),

  /** Adds or changes a view of one's own (see `saveView`). */
  save: may('lists.use')
    .input(saveViewSchema)
    .output(viewRowSchema)
    .mutation(({ ctx, input }) => saveView(ctx.services, ctx.seat, input, false)),

  /** Adds or changes a view everybody sees who sees the list; one's own becomes such a one. */
  saveShared: may('lists.share')
    .input(saveViewSchema)
    .output(viewRowSchema)
    .mutation(({ ctx, input }) => saveView(ctx.services, ctx.seat, input, true)),

  /** Takes a view away; gone already is as good. */
  remove: may('lists.use')
    .input(z.object({ id: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => removeView(ctx.services, ctx.seat, input.id)),

  /** Asks for a list as a file (see `askExport`). */
  askExport: may('admin.export')
    .input(askExportSchema)
    .output(exportRowSchema)
    .mutation(({ ctx, input }) => askExport(ctx.services, ctx.seat, input)),

  /** Own files of a day, and requests that wait for a second person. */
  exports: may('admin.export')
    .output(z.array(exportRowSchema))
    .query(({ ctx }) => listExports(ctx.services, ctx.seat)),

  stopExport: may('admin.export')
    .input(z.object({ id: idSchema }))
    .output(exportRowSchema)
    .mutation(({ ctx, input }) => stopExport(ctx.services, ctx.seat, input.id)),

  /** The second person (see `decideExport`). */
  decideExport: may('lists.allowExport')
    .input(decideExportSchema)
    .output(exportRowSchema)
    .mutation(({ ctx, input }) => decideExport(ctx.services, ctx.seat, input)),
})
