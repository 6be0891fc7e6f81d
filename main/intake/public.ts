/** What other features may call of the desk. */
export { countMadeUpCalls, madeUp, removeMadeUpCalls } from './made-up-calls.ts'
export { registerNumbers } from './number-series.ts'
export { addPastCalls, type PastCall, storedCalls } from './past-calls.ts'
export { recordCallEvent } from './record-call-event.ts'
export { recordIntake } from './record-intake.ts'
