/** Why an order goes back where nobody wrote a reason: the customer was not reached, or somebody else goes. */
export const houseReasons = ['notReached', 'reassigned'] as const

/** The reason as a text key where the house wrote it, else as somebody did. */
export const backWhyText = (reason: string): string =>
  houseReasons.some((known) => known === reason) ? `tickets.trail.backWhy.${reason}` : reason
