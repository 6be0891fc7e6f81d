import { newId } from '../app/new-id.ts'
import { IconPhoneOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lostFileColumns } from '../../shared/intake/file-columns.ts'
import type { LostCaller } from '../../shared/intake/schema.ts'
import { api } from '../app/api.ts'
import { host } from '../app/host.ts'
import { useShell } from '../app/shell-state.ts'
import { Asked } from '../kit/Asked.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { minutesUntil, spanText } from '../kit/spans.ts'
import { ExportAsk } from '../lists/public.ts'
import look from './Board.module.css'

/** 漏接: nobody has called back yet, the longest waiting first. */
export function LostCallers({ nowAt }: { nowAt: string }) {
  const { t } = useTranslation()
  const lost = useQuery(api.intake.lost.queryOptions(undefined, { refetchInterval: 30_000 }))
  return (
    <section className={look.plainSection} aria-label={t('tickets.lost.title')}>
      <PaneHead
        weight="strong"
        icon={IconPhoneOff}
        title={t('tickets.lost.title')}
        {...(lost.data ? { count: lost.data.length } : {})}
        note={t('tickets.lost.note')}
        action={
          <ExportAsk
            isPlain
            list="intake.lost"
            name={t('tickets.lost.title')}
            wish={{}}
            columns={lostFileColumns}
            shown={lostFileColumns.map(({ id }) => id)}
          />
        }
      />
      <Asked query={lost} lines={3}>
        {(callers) =>
          callers.length === 0 ? (
            <p className={look.empty}>{t('tickets.lost.none')}</p>
          ) : (
            callers.map((caller) => (
              <Caller key={`${caller.numberShown} ${caller.firstAt}`} caller={caller} nowAt={nowAt} />
            ))
          )
        }
      </Asked>
    </section>
  )
}

/** One caller: how long already, who, how long it rang; 回拨 dials and then asks whether somebody answered. */
function Caller({ caller, nowAt }: { caller: LostCaller; nowAt: string }) {
  const { t } = useTranslation()
  const mayTake = useShell((state) => state.member)?.may('intake.take') ?? false
  const [dialledAt, setDialledAt] = useState<string | null>(null)
  const [id] = useState(newId)
  const callBack = useMutation(api.intake.callBack.mutationOptions({ onSuccess: () => setDialledAt(null) }))
  const { key, facts } = spanText(minutesUntil(nowAt, caller.firstAt))
  const dial = () => {
    if (/^[\d+]+$/.test(caller.number)) void host.dial(caller.number)
    setDialledAt(nowAt)
  }
  const settle = (reached: boolean) => callBack.mutate({ id, number: caller.number, at: nowAt, reached })
  return (
    <div className={look.caller}>
      <span>{t(key, facts)}</span>
      <span className={look.who}>
        {caller.numberShown}
        <span className={look.dim}>
          {[
            caller.customerName || caller.region,
            caller.count > 1 ? t('tickets.lost.times', { count: caller.count }) : '',
            caller.rangSeconds > 0 ? t('tickets.lost.rang', { count: caller.rangSeconds }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {dialledAt ? (
        <span className={look.ask} role="group" aria-label={t('tickets.lost.reachedAsk')}>
          <KeyButton isSmall autoFocus onClick={() => settle(true)}>
            {t('tickets.lost.reached')}
          </KeyButton>
          <KeyButton isSmall look="quiet" onClick={() => settle(false)}>
            {t('tickets.lost.notReached')}
          </KeyButton>
        </span>
      ) : (
        <span className={look.ask}>
          {mayTake && caller.number !== '' ? (
            <KeyButton isSmall onClick={dial}>
              {t('tickets.lost.callBack')}
            </KeyButton>
          ) : null}
        </span>
      )}
      {callBack.error ? (
        <div className={look.wholeLine}>
          <ProblemNote error={callBack.error} />
        </div>
      ) : null}
    </div>
  )
}
