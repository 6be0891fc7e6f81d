import type { NumberSeries } from '../house/give-number.ts'

/** 客户编号. */
export const customerNumbers: NumberSeries = { counter: 'customers', table: 'customers_customer', column: 'number' }
