import { callFileColumns, registerFileColumns } from '../../shared/intake/file-columns.ts'
import { listCallsSchema, listRegisterSchema } from '../../shared/intake/lists.ts'
import { listSource } from '../house/list-source.ts'
import { recentCalls } from './list-recent.ts'
import { listRegister } from './list-register.ts'

const withoutPage = { after: true, limit: true } as const

/** The register and the calls, for views and files of them. */
export const intakeLists = {
  'intake.register': listSource({
    right: 'intake.view',
    wish: listRegisterSchema.omit(withoutPage),
    columns: registerFileColumns,
    isMoving: false,
    page: listRegister,
  }),
  'intake.recent': listSource({
    right: 'intake.view',
    wish: listCallsSchema.omit(withoutPage),
    columns: callFileColumns,
    isMoving: false,
    page: recentCalls,
  }),
}
