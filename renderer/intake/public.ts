/** What other features may use of the desk. */
export { startIntake } from './start-intake.ts'
