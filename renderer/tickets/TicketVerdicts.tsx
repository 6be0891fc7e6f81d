import { IconCheck, IconCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { useShell } from '../app/shell-state.ts'
import { Icon } from '../kit/Icon.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { Pane, PaneHead, PaneSection } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { DeadlineSection } from './DeadlineSection.tsx'
import { stepOfGap, type Step } from './steps.ts'
import look from './TicketPageView.module.css'
import { WarrantySection } from './WarrantySection.tsx'

interface TicketVerdictsProps {
  page: TicketPage
  allowed: readonly Step[]
  onStep: (step: Step) => void
}

const gate = ['result', 'ledger', 'archive'] as const

/** Limits with their why, warranty, what the close gate still asks for, the same fault before, the papers. */
export function TicketVerdicts({ page, allowed, onStep }: TicketVerdictsProps) {
  const { t } = useTranslation()
  const mayPrint = useShell((state) => state.member)?.may('sheets.print') ?? false
  const { ticket, missing, sameFault, cameBack } = page
  return (
    <Pane label={t('tickets.verdicts.title')} scrolls>
      <DeadlineSection page={page} />
      {page.warranty ? <WarrantySection warranty={page.warranty} /> : null}
      {ticket.state === 'cancelled' ? null : (
        <PaneSection isPadded head={<PaneHead weight="quiet" title={t('tickets.gate.title')} />}>
          {missing.length === 0 ? (
            <Verdict kind="ok" size="lead">
              {t('tickets.gate.closed')}
            </Verdict>
          ) : (
            <>
              <p className={look.quote}>{t('tickets.gate.missing', { count: missing.length })}</p>
              <ol className={look.gate}>
                {gate.map((step) => {
                  const isMissing = missing.includes(step)
                  const isNow = allowed.includes(stepOfGap[step]) && missing[0] === step
                  return (
                    <li key={step} className={isMissing ? undefined : look.done}>
                      <Icon of={isMissing ? IconCircle : IconCheck} size={14} />
                      <span>{t(`tickets.stage.${step}`)}</span>
                      {isNow ? (
                        <KeyButton isSmall onClick={() => onStep(stepOfGap[step])}>
                          {t('tickets.gate.go')}
                        </KeyButton>
                      ) : null}
                    </li>
                  )
                })}
              </ol>
            </>
          )}
        </PaneSection>
      )}
      {sameFault.length > 0 ? (
        <PaneSection
          head={
            <PaneHead
              weight="quiet"
              title={t('tickets.sameFault.title')}
              note={t('tickets.sameFault.nth', { nth: sameFault.length + 1 })}
            />
          }
        >
          {sameFault.map((earlier) => (
            <ListRow
              key={`${earlier.ticketId} ${earlier.on}`}
              title={earlier.result || earlier.number}
              lines={[[earlier.on, earlier.technicianName, earlier.number].filter(Boolean).join('　')]}
              end={
                earlier.ticketId === '' ? null : (
                  <a className={look.link} href={`#/tickets/${earlier.ticketId}`}>
                    {t('tickets.sameFault.open')}
                  </a>
                )
              }
            />
          ))}
        </PaneSection>
      ) : null}
      {cameBack.length > 0 ? (
        <PaneSection head={<PaneHead weight="quiet" title={t('tickets.cameBack.title')} />}>
          {cameBack.map((later) => (
            <ListRow
              key={later.ticketId}
              title={later.number}
              lines={[[later.on]]}
              end={
                <a className={look.link} href={`#/tickets/${later.ticketId}`}>
                  {t('tickets.sameFault.open')}
                </a>
              }
            />
          ))}
        </PaneSection>
      ) : null}
      {mayPrint ? (
        <PaneSection isPadded head={<PaneHead weight="quiet" title={t('tickets.papers.title')} note="F10" />}>
          <div className={look.papers}>
            {page.dispatches.length > 0 ? <a href={`#/sheets/F11/${ticket.id}`}>{t('sheets.form.F11')}</a> : null}
            <a href={`#/sheets/F01/${ticket.id}`}>{t('sheets.form.F01')}</a>
          </div>
        </PaneSection>
      ) : null}
    </Pane>
  )
}
