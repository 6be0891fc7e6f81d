/** What other features may call of the desk. */
export { deskFigures } from './desk-figures.ts'
export { addPastCalls, type PastCall, storedCalls } from './past-calls.ts'
