import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PhoneRow } from '../../shared/customers/schema.ts'
import { api } from '../app/api.ts'
import { PhoneText } from '../kit/PhoneText.tsx'
import look from './PeoplePane.module.css'
import { useReveal } from './use-reveal.tsx'

/** One phone, masked until a reason is given; the whole number covers itself again after a minute. */
export function PhoneLine({ phone }: { phone: PhoneRow }) {
  const { t } = useTranslation()
  const reveal = useMutation(api.customers.reveal.mutationOptions())
  const shown = reveal.data ?? null
  const { button, ask } = useReveal({
    see: t('customers.reveal.see'),
    masked: phone.masked,
    until: shown?.until ?? null,
    error: reveal.error,
    onReason: (reason) => reveal.mutate({ phoneId: phone.id, reason }),
    onCover: reveal.reset,
  })
  return (
    <>
      <div className={look.phone}>
        <PhoneText number={shown?.number ?? phone.shown} isLink />
        <span className={look.kind}>
          {[phone.note, phone.isPrimary ? t('customers.people.primary') : ''].filter(Boolean).join(' · ')}
        </span>
        {button}
      </div>
      {ask}
    </>
  )
}
