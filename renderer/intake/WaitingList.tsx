import { newId } from '../app/new-id.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { letGo, sendAgain, takeBack, useOutbox } from '../app/outbox.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import look from './Who.module.css'
import { draftOf } from './draft.ts'
import { openCall, openDraft, useTabs } from './tab-store.ts'
import { nameOf } from './tabs.ts'
import { type Trade, useTimes } from './use-trade.ts'

/** What must not be forgotten: entries the station refused later, and calls of today nobody wrote down. */
export function WaitingList({ trade }: { trade: Trade }) {
  const { t } = useTranslation()
  const times = useTimes(trade)
  const { tabs } = useTabs()
  const refused = useOutbox().filter(({ refused: why, isUnreadable }) => why !== null || isUnreadable)
  const mine = useQuery(api.intake.mine.queryOptions())
  const unwritten = (mine.data ?? []).filter(
    ({ id, state, registeredAt, outcome }) =>
      state !== 'lost' &&
      registeredAt === null &&
      outcome === null &&
      (state === 'ringing' || !tabs.some(({ call }) => call?.id === id)),
  )
  const nameOfCall = (callId: string) => {
    const tab = tabs.find(({ call }) => call?.id === callId)
    return tab ? nameOf(tab) : ''
  }
  const correct = async (id: string) => {
    // What lay here may be of an older release; the check comes with its library only where it is needed.
    const { recordIntakeSchema } = await import('../../shared/intake/schema.ts')
    const input = recordIntakeSchema.safeParse(await takeBack(id))
    if (input.success) openDraft(draftOf(input.data, newId))
  }
  if (refused.length + unwritten.length === 0) return null
  return (
    <div className={look.waiting}>
      <PaneHead title={t('intake.waiting')} count={refused.length + unwritten.length} />
      {refused.map(({ id, queuedAt, procedure, refused: why, mayGoAgain, isUnreadable }) => (
        <ListRow
          key={id}
          title={times.when(queuedAt)}
          beside={<Verdict kind="late">{t(isUnreadable ? 'intake.unreadable' : 'intake.refused')}</Verdict>}
          lines={[isUnreadable ? t('intake.unreadableTodo') : why ? t(why) : '']}
          end={
            isUnreadable ? (
              <KeyButton isSmall onClick={() => void letGo(id)}>
                {t('intake.enteredAnew')}
              </KeyButton>
            ) : mayGoAgain ? (
              <>
                <KeyButton isSmall onClick={() => void sendAgain(id)}>
                  {t('kit.button.retry')}
                </KeyButton>
                {procedure === 'intake.record' ? (
                  <KeyButton isSmall onClick={() => void correct(id)}>
                    {t('intake.correct')}
                  </KeyButton>
                ) : null}
              </>
            ) : procedure === 'intake.record' ? (
              <KeyButton isSmall onClick={() => void correct(id)}>
                {t('intake.correct')}
              </KeyButton>
            ) : (
              <KeyButton isSmall onClick={() => void takeBack(id)}>
                {t('intake.understood')}
              </KeyButton>
            )
          }
        />
      ))}
      {unwritten.map((call) => (
        <ListRow
          key={call.id}
          title={nameOfCall(call.id) || call.numberShown || t('intake.noNumber')}
          beside={nameOfCall(call.id) === '' ? call.region : call.numberShown}
          lines={[
            call.state === 'ended'
              ? call.hungUpAt === null
                ? t('intake.waiting')
                : t('intake.endedAt', { time: times.when(call.hungUpAt) })
              : t(call.state === 'ringing' ? 'kit.line.ringing' : 'kit.line.open'),
          ]}
          end={
            <KeyButton isSmall onClick={() => openCall(call, trade.preset.channels[0].code)}>
              {t('intake.writeDown')}
            </KeyButton>
          }
        />
      ))}
    </div>
  )
}
