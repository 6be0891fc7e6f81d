/** Wrong passwords before the first wait; a whole office may sit behind one address. */
const freeTries = { login: 5, address: 30 } as const
const firstWaitSeconds = 30
/** Nobody waits longer for another try. */
export const longestWaitSeconds = 900

/** Seconds to wait after so many wrong passwords in a row: none at first, then half a minute, doubling up to a quarter of an hour. */
export function signInWait(of: keyof typeof freeTries, failures: number): number {
  const beyond = failures - freeTries[of]
  return beyond < 0 ? 0 : Math.min(firstWaitSeconds * 2 ** beyond, longestWaitSeconds)
}
