import type { NumberSeries } from '../house/give-number.ts'

/** 工单号. */
export const ticketNumbers: NumberSeries = { counter: 'tickets.ticket', table: 'tickets_ticket', column: 'number' }

/** 登记表号 of a ticket's paper. */
export const sheetNumbers: NumberSeries = { counter: 'tickets.sheet', table: 'tickets_ticket', column: 'sheetNumber' }

/** 派工单号. */
export const orderNumbers: NumberSeries = { counter: 'tickets.dispatch', table: 'tickets_dispatch', column: 'number' }

/** 归档号. */
export const archiveNumbers: NumberSeries = { counter: 'tickets.archive', table: 'tickets_ledger', column: 'archiveNo' }
