/** Events of `caseEvents` that only a person can know: told with their time by the step 记时间, in the order they are offered. */
export const toldEvents = [
  'accepted',
  'parked',
  'met',
  'atFactory',
  'repairBegan',
  'loaned',
  'noted',
  'escalated',
  'followedUp',
  'trained',
] as const
export type ToldEvent = (typeof toldEvents)[number]
