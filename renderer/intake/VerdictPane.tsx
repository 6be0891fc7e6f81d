import { Pane } from '../kit/Pane.tsx'
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { useIsWide } from '../kit/Zones.tsx'
import { DeadlineSection } from './DeadlineSection.tsx'
import { useEntry } from './entry-context.ts'
import { OpenTicketSection } from './OpenTicketSection.tsx'
import { ReadBackSection } from './ReadBackSection.tsx'
import { SameFaultSection } from './SameFaultSection.tsx'
import { ScriptSection } from './ScriptSection.tsx'
import { WarrantySection } from './WarrantySection.tsx'

/** Free or not, how often already, until when, what is open, what to say: without a click. */
export function VerdictPane({ onChase }: { onChase: (ticket: TicketRow) => void }) {
  const { t } = useTranslation()
  const { card, draft } = useEntry()
  const isWide = useIsWide()
  const openTickets = card?.openTickets ?? []
  const isAsked = openTickets.some(({ productId }) => productId !== null && productId === draft.productId)
  const open = <OpenTicketSection tickets={openTickets} isAsked={isAsked} onChase={onChase} />
  return (
    <Pane label={t('intake.verdicts')} scrolls>
      {isAsked ? open : null}
      <WarrantySection />
      <SameFaultSection />
      <DeadlineSection />
      {isAsked ? null : open}
      <ScriptSection />
      {isWide ? <ReadBackSection /> : null}
    </Pane>
  )
}
