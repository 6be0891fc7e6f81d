import { newId } from '../app/new-id.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LostCaller } from '../../shared/intake/schema.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import { api, client, type Inputs, queries } from '../app/api.ts'
import { host } from '../app/host.ts'
import { useProblemText } from '../app/problem-text.ts'
import { Asked } from '../kit/Asked.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Pane, PaneHead } from '../kit/Pane.tsx'
import { typed, withCustomer } from './draft.ts'
import { openByHand } from './tab-store.ts'
import { type Trade, useTimes } from './use-trade.ts'
import look from './Who.module.css'
import { stationNow } from '../kit/station-clock.ts'

type CallBack = Inputs['intake']['callBack']

/** 漏接: who could not be heard, longest waiting first; calling back opens a register of that call. */
export function LostPane({ trade }: { trade: Trade }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const times = useTimes(trade)
  const [dialled, setDialled] = useState('')
  const lost = useQuery(api.intake.lost.queryOptions())
  // What was pressed and is not known to be stored: pressed again it is the same call.
  const told = useRef<CallBack | null>(null)
  const answer = useMutation({
    mutationFn: (call: CallBack) => client.intake.callBack.mutate(call),
    onSuccess: ({ closed }, { reached: isReached }) => {
      told.current = null
      setDialled('')
      sayNotice(isReached ? t('intake.calledBack', { count: closed }) : t('intake.notReached'))
    },
    onError: (error) => sayNotice(explain(error).what, { kind: 'warn' }),
  })
  const tell = (number: string, isReached: boolean) => {
    const isSame = told.current?.number === number && told.current.reached === isReached
    if (!isSame) told.current = { id: newId(), number, reached: isReached, at: stationNow() }
    if (told.current) answer.mutate(told.current)
  }
  const dial = ({ number }: LostCaller) => {
    void host.dial(number)
    told.current = null
    setDialled(number)
  }
  const reached = async ({ number, customerId }: LostCaller) => {
    tell(number, true)
    const options = customerId ? api.customers.card.queryOptions({ customerId, number }) : null
    const card = options ? await queries.query(options).catch(() => null) : null
    openByHand(trade.preset.channels[0].code, stationNow(), (draft) => {
      const known = card ? withCustomer(draft, card, null, number) : typed(draft, 'phone', groupPhone(number))
      return { ...known, outcome: 'callBack' }
    })
  }
  return (
    <Pane label={t('intake.lost')} scrolls>
      <PaneHead title={t('intake.lost')} count={lost.data?.length} />
      <Asked query={lost}>
        {(callers) =>
          callers.length === 0 ? (
            <EmptyState title={t('intake.lostNone')} todo={t('intake.lostTodo')} />
          ) : (
            callers.map((caller) => (
              <ListRow
                key={`${caller.numberShown} ${caller.firstAt}`}
                title={caller.numberShown}
                beside={caller.customerName}
                lines={[
                  [
                    caller.region,
                    t(caller.rangSeconds > 0 ? 'intake.lostTimes' : 'intake.lostTimesOnly', {
                      count: caller.count,
                      time: times.when(caller.lastAt),
                      seconds: caller.rangSeconds,
                    }),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                  caller.tries > 0 ? t('intake.tried', { count: caller.tries }) : '',
                ].filter(Boolean)}
                end={
                  caller.number === '' ? null : dialled === caller.number ? (
                    <span className={look.actions}>
                      <KeyButton isSmall isOnce onClick={() => void reached(caller)}>
                        {t('intake.reached')}
                      </KeyButton>
                      <KeyButton isSmall isOnce onClick={() => tell(caller.number, false)}>
                        {t('intake.noAnswer')}
                      </KeyButton>
                    </span>
                  ) : (
                    <KeyButton isSmall isOnce onClick={() => dial(caller)}>
                      {t('intake.callBack')}
                    </KeyButton>
                  )
                }
              />
            ))
          )
        }
      </Asked>
    </Pane>
  )
}
