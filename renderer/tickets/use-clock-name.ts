import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import { usePolicies } from '../app/use-policies.ts'
import { usePolicy } from './use-policy.ts'

/** Codes the house itself has words for: what usually runs, and what is waited for. */
const known = ['assign', 'respond', 'visit', 'plan', 'solve', 'guide', 'part', 'factory', 'customer', 'wait'] as const
type Known = (typeof known)[number]
const isKnown = (clock: string): clock is Known => known.some((code) => code === clock)

/** What a clock is called: as the policies of the case have it, else as any version ever had it, else the house's word, else its code. */
export function useClockName(): (clock: string) => string {
  const { t, i18n } = useTranslation()
  const { preset } = usePolicy()
  const ever = usePolicies()?.known.clocks
  return (clock) => {
    const named = preset?.clocks.find((policy) => policy.clock === clock) ?? ever?.find(({ code }) => code === clock)
    return named?.text[i18n.language as Language] ?? (isKnown(clock) ? t(`tickets.clock.${clock}`) : clock)
  }
}
