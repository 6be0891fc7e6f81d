import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { contactResults, type DispatchRow } from '../../shared/tickets/schema.ts'
import { deliver } from '../app/outbox.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import { useNow } from '../kit/use-now.ts'
import { Attempts } from './Attempts.tsx'
import { FormFrame } from './FormFrame.tsx'
import { contactNow } from './steps.ts'
import { useFieldProblems } from './use-field-problems.ts'
import { useLeaveGivenBack } from './use-leave-given-back.ts'
import { usePolicy } from './use-policy.ts'
import { useStepForm } from './use-step-form.ts'
import { dayText, instantOn, timeText } from './work-times.ts'

type ContactResult = (typeof contactResults)[number]

interface ContactDraft {
  result: ContactResult | null
  /** Time of the call as typed; empty means now. */
  typed: string
  note: string
}

interface ContactFormProps {
  order: DispatchRow
  onDone: () => void
  onCancel: () => void
}

/** 联系记录 ①②③ before the visit: ten minutes between tries, after the third back to the desk (R046, R048, R049). */
export function ContactForm({ order, onDone, onCancel }: ContactFormProps) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { zone, preset } = usePolicy()
  const form = useStepForm<ContactDraft>(() => ({ result: null, typed: '', note: '' }))
  const { result, typed, note } = form.value
  const policy = preset?.contact ?? { attempts: 3, gapMinutes: 10 }
  const next = contactNow(order, policy, nowAt)
  const at = instantOn(dayText(nowAt, zone), typed, zone)
  const leave = useLeaveGivenBack()
  const contact = useMutation({
    mutationFn: (call: { at: string; result: ContactResult }) =>
      deliver('tickets.contact', { id: form.id, dispatchId: order.id, note, ...call }),
    onError: form.refused,
    onSuccess: (delivery) => {
      if (delivery.state === 'kept') {
        form.setAside()
        sayNotice(t('tickets.form.kept'), { kind: 'warn' })
      } else {
        form.forget()
        const { result: how, nextAt, nth } = delivery.output
        const isBack = how !== 'reached' && nextAt === null
        if (isBack) {
          sayNotice(t('tickets.contact.handedBack', { attempts: nth }), { kind: 'warn' })
          leave()
        }
      }
      onDone()
    },
  })
  const problems = useFieldProblems(contact.error, ['at', 'result'])
  const atProblem = at === undefined ? { error: t('tickets.form.notTime') } : problems.of('at')
  return (
    <FormFrame
      title={t('tickets.contact.nth', { nth: next.nth ?? order.attempts.length })}
      submit={t('tickets.contact.submit')}
      missing={result === null ? 1 : 0}
      onSubmit={() => {
        if (result && at !== undefined) contact.mutate({ at: at ?? nowAt, result })
      }}
      onCancel={onCancel}
      isSending={contact.isPending}
      problem={problems.rest}
      draft={form.draft}
    >
      <LedgerBlock head={t('tickets.block.contact')}>
        <LedgerRow>
          <LedgerCell label={t('tickets.contact.sofar')} isReadOnly>
            <Attempts order={order} attempts={policy.attempts} nowAt={nowAt} next={next} />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('tickets.contact.result')} isRequired isGap={result === null} {...problems.of('result')}>
            <ChoiceChips
              choices={contactResults.map((value) => ({ value, text: t(`tickets.contact.how.${value}`) }))}
              value={result}
              onChange={(next) => form.set({ result: next })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow columns="1fr 2fr">
          <LedgerCell label={t('tickets.contact.at')} {...atProblem}>
            <LedgerInput
              value={typed}
              placeholder={t('kit.example', { example: timeText(nowAt, zone) })}
              onChange={(next) => form.set({ typed: next })}
            />
          </LedgerCell>
          <LedgerCell label={t('tickets.field.note')}>
            <LedgerInput
              maxLength={200}
              value={note}
              placeholder={t('tickets.contact.noteHint')}
              onChange={(next) => form.set({ note: next })}
            />
          </LedgerCell>
        </LedgerRow>
      </LedgerBlock>
    </FormFrame>
  )
}
