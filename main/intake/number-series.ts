import type { NumberSeries } from '../house/give-number.ts'

/** 登记号. */
export const registerNumbers: NumberSeries = { counter: 'intake', table: 'intake_register', column: 'registerNo' }

/** Lines of an old archive (历史): no clerk gave them a number. */
export const pastNumbers = {
  series: { ...registerNumbers, counter: 'intake.past' },
  scheme: 'LS{yyyy}{MM}{dd}-{seq:4}',
}
