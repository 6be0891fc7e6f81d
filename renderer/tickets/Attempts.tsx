import { useTranslation } from 'react-i18next'
import type { NextContact } from '../../shared/tickets/rules-contact.ts'
import type { DispatchRow } from '../../shared/tickets/schema.ts'
import { shortWhen } from '../kit/when.ts'
import look from './Attempts.module.css'

interface AttemptsProps {
  order: DispatchRow
  /** How many tries the trade asks for. */
  attempts: number
  nowAt: string
  next: NextContact
}

const circled = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨']

/** ① 10:36 无人接 ② … with the earliest time of the next try, as the paper has them. */
export function Attempts({ order, attempts, nowAt, next }: AttemptsProps) {
  const { t, i18n } = useTranslation()
  const places = Array.from({ length: Math.max(attempts, order.attempts.length) }, (_, index) => order.attempts[index])
  return (
    <ol className={look.list} aria-label={t('tickets.block.contact')}>
      {places.map((attempt, index) => (
        <li key={index} className={attempt ? undefined : look.open} title={attempt?.note}>
          <span aria-hidden>{circled[index] ?? index + 1}</span>
          {attempt ? (
            <>
              {shortWhen(attempt.at, nowAt, i18n.language, t)}
              <strong>{t(`tickets.contact.how.${attempt.result}`)}</strong>
            </>
          ) : next.nth === index + 1 && next.state === 'wait' && next.nextAt ? (
            <NotBefore nextAt={next.nextAt} nowAt={nowAt} />
          ) : next.nth === index + 1 ? (
            <span>{t('tickets.contact.now')}</span>
          ) : (
            <span className={look.line} />
          )}
        </li>
      ))}
    </ol>
  )
}

/** Earliest instant of the next try; waiting is no verdict. */
function NotBefore({ nextAt, nowAt }: { nextAt: string; nowAt: string }) {
  const { t, i18n } = useTranslation()
  return <span>{t('tickets.contact.notBefore', { time: shortWhen(nextAt, nowAt, i18n.language, t) })}</span>
}
