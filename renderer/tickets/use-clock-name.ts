import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import { usePolicy } from './use-policy.ts'

/** Codes the house itself has words for: what usually runs, and what is waited for. */
const known = ['assign', 'respond', 'visit', 'plan', 'solve', 'guide', 'part', 'factory', 'customer', 'wait'] as const
type Known = (typeof known)[number]
const isKnown = (clock: string): clock is Known => known.some((code) => code === clock)

/** What a clock is called: as the trade's policy has it, else the house's word, else its code. */
export function useClockName(): (clock: string) => string {
  const { t, i18n } = useTranslation()
  const { preset } = usePolicy()
  return (clock) => {
    const text = preset?.clocks.find((policy) => policy.clock === clock)?.text[i18n.language as Language]
    return text ?? (isKnown(clock) ? t(`tickets.clock.${clock}`) : clock)
  }
}
