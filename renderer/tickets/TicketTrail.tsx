import { IconCheck } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import { houseReasons } from '../../shared/tickets/back-why.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { useShell } from '../app/shell-state.ts'
import { Icon } from '../kit/Icon.tsx'
import { Pane, PaneHead, PaneSection } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { MismatchItem } from './MismatchItem.tsx'
import { awaitedRoles, stagesOf, type Stage } from './steps.ts'
import look from './TicketPageView.module.css'

const stageLook: Readonly<Record<Stage['state'], string | undefined>> = {
  done: look.passed,
  now: look.now,
  later: look.later,
}

/** The way of the ticket in the order of the paper, and what hangs on it: orders that came back, mismatches, chases. */
export function TicketTrail({ page }: { page: TicketPage }) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const stages = stagesOf(page)
  const back = page.dispatches.filter(({ state }) => state === 'handedBack')
  const passed = stages.filter(({ state }) => state === 'done').length
  return (
    <Pane label={t('tickets.trail.title')} scrolls>
      <PaneHead title={t('tickets.trail.title')} note={t('tickets.trail.passed', { passed, all: stages.length })} />
      <ol className={look.stages}>
        {stages.map((stage, index) => {
          const { id, state, at, byName } = stage
          return (
            <li
              key={id}
              className={`${look.stage} ${stageLook[state] ?? ''}`}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <span className={look.mark} aria-hidden>
                {state === 'done' ? <Icon of={IconCheck} size={14} /> : index + 1}
              </span>
              <span>
                <span className={look.name}>{t(`tickets.stage.${id}`)}</span>
                <span className={look.when}>
                  {at ? <WhenText at={at} nowAt={nowAt} /> : null}
                  {stage.state === 'now' ? <Waits stage={stage} nowAt={nowAt} /> : null}
                </span>
              </span>
              <span className={look.when}>{byName}</span>
            </li>
          )
        })}
      </ol>
      {back.length > 0 ? (
        <PaneSection head={<PaneHead title={t('tickets.trail.handedBack')} count={back.length} />}>
          {back.map((order) => (
            <div key={order.id} className={look.item}>
              <p>
                {order.number} {order.technicianName}
              </p>
              <p className={look.when}>
                <WhenText at={order.fedBackAt ?? order.dispatchedAt} nowAt={nowAt} />
                {order.attempts.length > 0 ? ` ${t('tickets.trail.tries', { count: order.attempts.length })}` : ''}
              </p>
              {order.handBackReason ? <p>{backWhy(order.handBackReason, t)}</p> : null}
            </div>
          ))}
        </PaneSection>
      ) : null}
      {page.mismatches.length > 0 ? (
        <PaneSection head={<PaneHead title={t('tickets.trail.mismatches')} count={page.mismatches.length} />}>
          {page.mismatches.map((mismatch) => (
            <MismatchItem key={mismatch.id} mismatch={mismatch} nowAt={nowAt} />
          ))}
        </PaneSection>
      ) : null}
      <Said
        title={t('tickets.trail.moments')}
        rows={page.moments.map(({ text, note, ...row }) => ({
          ...row,
          note: [text[i18n.language as Language], note].filter(Boolean).join(' · '),
        }))}
        nowAt={nowAt}
      />
      <Said
        title={t('tickets.trail.withdrawals')}
        rows={page.withdrawals.map(({ text, reason, ...row }) => ({
          ...row,
          note: [text[i18n.language as Language], reason].join(' · '),
        }))}
        nowAt={nowAt}
      />
      <Said title={t('tickets.trail.notes')} rows={page.notes} nowAt={nowAt} />
      <Said title={t('tickets.trail.chases')} rows={page.chases} nowAt={nowAt} />
    </Pane>
  )
}

/** Why an order went back: as it was written, or what the house writes by itself. */
const backWhy = (reason: string, t: TFunction) =>
  houseReasons.some((known) => known === reason) ? t(`tickets.trail.backWhy.${reason}`) : reason

/** What people wrote, each with who and when; nothing where nobody did. */
function Said({ title, rows, nowAt }: { title: string; rows: TicketPage['notes']; nowAt: string }) {
  if (rows.length === 0) return null
  return (
    <PaneSection head={<PaneHead title={title} count={rows.length} />}>
      {rows.map(({ id, at, byName, note }) => (
        <div key={id} className={look.item}>
          <p>
            <WhenText at={at} nowAt={nowAt} /> {byName}
          </p>
          {note ? <p className={look.when}>{note}</p> : null}
        </div>
      ))}
    </PaneSection>
  )
}

/** Whose turn the present stage is, and since when. */
function Waits({ stage, nowAt }: { stage: Stage; nowAt: string }) {
  const { t } = useTranslation()
  const may = useShell((state) => state.member)?.may ?? (() => false)
  const names = awaitedRoles(stage, may).map((role) => t(`admin.role.${role}`))
  return (
    <>
      {names.length > 0 ? t('tickets.trail.waitsFor', { who: names.join(t('tickets.comma')) }) : t('tickets.trail.now')}
      {stage.waitsSinceAt ? (
        <>
          {t('tickets.trail.since')}
          <WhenText at={stage.waitsSinceAt} nowAt={nowAt} />
        </>
      ) : null}
    </>
  )
}
