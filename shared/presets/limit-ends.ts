/** What ends a limit whose document is from before it said so, by the limit's own code. */
const usualEnds: Readonly<Record<string, string>> = {
  assign: 'assigned',
  respond: 'responded',
  visit: 'arrived',
  plan: 'planned',
  guide: 'followedUp',
  mismatch: 'corrected',
  meet: 'met',
  fileBuilt: 'archived',
  followUp: 'followedUp',
  secondFollowUp: 'followedUp',
  escalate: 'escalated',
  loaner: 'loaned',
  training: 'trained',
  handoverCheck: 'arrived',
  part: 'waitOver',
  factory: 'waitOver',
  customer: 'waitOver',
  wait: 'waitOver',
}

/** What ends a limit: what its policy says, else what its code has always meant; anything else is met by the result. */
export const endOf = ({ clock, endsAt }: { clock: string; endsAt?: string | undefined }): string =>
  endsAt ?? usualEnds[clock] ?? 'finished'
