/** What features may call of the clocks. */
export { correctStops } from './correct-stops.ts'
export { entriesOf, keptOf, nextDueOf, runningOf, runningOfMany, startsOf, type Starts } from './clock-rows.ts'
export type { RunningRow } from './entities.ts'
export { enterTimes, foreseen, namePolicies, type TimeLine } from './enter-times.ts'
export { withdrawTimes } from './withdraw-times.ts'
export { countedByWall, countingWork, keepRecounted, recounted } from './recount.ts'
