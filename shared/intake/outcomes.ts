/** How a call ended for the desk; Alt+1…9 in this order (screens.md, R015: every desk event is recorded). */
export const outcomes = [
  'repair',
  'consult',
  'chase',
  'complaint',
  'booking',
  'callBack',
  'transferred',
  'wrongNumber',
  'silent',
] as const
export type Outcome = (typeof outcomes)[number]
