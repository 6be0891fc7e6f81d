import { useTranslation } from 'react-i18next'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { WhenText } from '../kit/WhenText.tsx'
import { useEntry } from './entry-context.ts'
import { useSameFault } from './use-same-fault.ts'
import { useSay } from './use-trade.ts'
import look from './Verdicts.module.css'

const mostShown = 2

/** The same fault of the same product was repaired before: when, and who was there. The times count once the fault is chosen. */
export function SameFaultSection() {
  const { t } = useTranslation()
  const say = useSay()
  const { draft, trade } = useEntry()
  const { repairs: earlier } = useSameFault()
  if (earlier.length === 0) return null
  const fault = trade.preset.faults.find(({ code }) => code === draft.fault)
  const shown = earlier.slice(0, mostShown).reverse()
  const nth = earlier.length + 1
  return (
    <PaneSection
      isPadded
      head={
        <PaneHead
          weight="quiet"
          title={fault ? t('intake.sameFault', { fault: say(fault.text) }) : t('intake.sameProduct')}
          action={
            fault ? (
              <Verdict kind="warn">{t('intake.nth', { nth })}</Verdict>
            ) : (
              t('intake.repairedTimes', { count: earlier.length })
            )
          }
        />
      }
    >
      <div className={look.times}>
        {shown.map((ticket) => (
          <a key={ticket.id} href={`#/tickets/${ticket.id}`} className={look.time}>
            <strong>
              <WhenText at={ticket.receivedAt} nowAt={trade.nowAt} />
            </strong>
            <span>{[ticket.technicianName, ticket.symptom].filter(Boolean).join(' ')}</span>
          </a>
        ))}
        {fault ? (
          <span className={`${look.time} ${look.now}`}>
            <strong>{t('intake.nthTime', { nth })}</strong>
            <span>{t('intake.thisCall')}</span>
          </span>
        ) : null}
      </div>
    </PaneSection>
  )
}
