import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { outcomeOptions, receiptOptions, satisfactionOptions } from '../../shared/forms/choices.ts'
import type { FieldEntry, FieldKey } from '../../shared/kit/field-entry.ts'
import type { Language } from '../../shared/kit/words.ts'
import { formatCents } from '../../shared/kit/money.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import type { DispatchRow, TicketPage, TicketRow } from '../../shared/tickets/schema.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { PhoneText } from '../kit/PhoneText.tsx'
import { spanText } from '../kit/spans.ts'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { Attempts } from './Attempts.tsx'
import { optionText } from './option-text.ts'
import { Preparations } from './Preparations.tsx'
import { contactNow } from './steps.ts'
import look from './TicketPageView.module.css'
import { windowText } from './time-grid.ts'
import { usePolicy } from './use-policy.ts'
import { dayText, timeText } from './work-times.ts'

/** A cell that is read; empty ones keep their place, as on the paper. */
function Fact({ label, source, children }: { label: string; source?: ReactNode; children: ReactNode }) {
  return (
    <LedgerCell label={label} {...(source ? { source } : {})}>
      {children}
    </LedgerCell>
  )
}

/** Filled fields that have no place of their own on the paper's grid, a row each. */
function MoreFacts({ section, ticket }: { section: string; ticket: TicketRow }) {
  const { t } = useTranslation()
  const fields: readonly (FieldEntry & { key: FieldKey<typeof caseFields> })[] = caseFields
  return fields
    .filter(({ key, page }) => page?.section === section && ticket[key])
    .map(({ key, label }) => (
      <LedgerRow key={key}>
        <Fact label={t(label)}>{ticket[key]}</Fact>
      </LedgerRow>
    ))
}

/** The order and the result of the present round: those of a visit before it say nothing of how the case stands. */
function ofThisRound({ ticket, dispatches, result, earlier }: TicketPage) {
  const isOfRound = ({ dispatchedAt }: DispatchRow) => ticket.round === 1 || dispatchedAt >= ticket.roundAt
  const order = dispatches.find((each) => each.state !== 'handedBack' && isOfRound(each)) ?? null
  return { order, result: earlier.some(({ id }) => id === result?.id) ? null : result }
}

/** The ticket as its paper has it (F01): 受理, 客户, 产品, 故障, 派工, 上门, 台账. */
export function TicketPaper({ page }: { page: TicketPage }) {
  const { t, i18n } = useTranslation()
  const { categoryText, channelText } = useKnownChoices()
  const language = i18n.language as Language
  const nowAt = useNow()
  const { ticket, ledger, earlier } = page
  const { order, result } = ofThisRound(page)
  const { zone, preset } = usePolicy(ticket.policyId)
  const inPreset = (choices: readonly { code: string; text: Record<Language, string> }[] | undefined, code: string) =>
    choices?.find((choice) => choice.code === code)?.text[language] ?? code
  const level = preset?.levels.find(({ code }) => code === ticket.level)
  const span = (minutes: number) => t(spanText(minutes).key, spanText(minutes).facts)
  const hasResult = result !== null
  return (
    <div className={look.paper}>
      <LedgerForm label={t('tickets.page.paper')}>
        <LedgerBlock head={t('tickets.block.received')}>
          <LedgerRow columns="1.3fr 1fr 1fr">
            <Fact label={t('tickets.field.receivedAt')}>
              <WhenText at={ticket.receivedAt} nowAt={nowAt} />
            </Fact>
            <Fact label={t('tickets.field.channel')}>{channelText(ticket.channel)}</Fact>
            <Fact label={t('tickets.field.operator')}>{ticket.operatorName}</Fact>
          </LedgerRow>
          <MoreFacts section="received" ticket={ticket} />
        </LedgerBlock>
        <LedgerBlock head={t('tickets.block.customer')}>
          <LedgerRow columns="1.3fr 1fr">
            <Fact label={t('tickets.field.customer')} source={categoryText(ticket.category)}>
              <a href={`#/customers/${ticket.customerId}`} style={{ color: 'inherit' }}>
                {ticket.customerName}
              </a>
            </Fact>
            <Fact label={t('tickets.field.contact')} source={<PhoneText number={ticket.phoneShown} />}>
              {ticket.contactName}
            </Fact>
          </LedgerRow>
          <LedgerRow>
            <Fact label={t('tickets.field.address')} source={ticket.region}>
              {ticket.address}
            </Fact>
          </LedgerRow>
        </LedgerBlock>
        <LedgerBlock head={t('tickets.block.product')}>
          <LedgerRow columns="1.3fr 1fr">
            <Fact
              label={t('tickets.field.product')}
              source={[ticket.model, ticket.purchasedOn ? t('tickets.paper.bought', { on: ticket.purchasedOn }) : '']
                .filter(Boolean)
                .join(' · ')}
            >
              {ticket.productName}
            </Fact>
            <Fact label={t('tickets.field.serialNo')}>{ticket.serialNo}</Fact>
          </LedgerRow>
        </LedgerBlock>
        <LedgerBlock head={t('tickets.block.fault')}>
          <LedgerRow>
            <Fact label={t('tickets.field.symptom')} source={inPreset(preset?.faults, ticket.fault)}>
              {ticket.symptom}
            </Fact>
          </LedgerRow>
          <LedgerRow columns="1.3fr 1fr">
            <Fact label={t('tickets.field.level')} source={level?.meaning[language]}>
              {level?.text[language] ?? ticket.level}
            </Fact>
            <Fact label={t('tickets.field.handling')}>{t(`tickets.handling.${ticket.handling}`)}</Fact>
          </LedgerRow>
        </LedgerBlock>
        {ticket.handling === 'dispatch' || order ? (
          <LedgerBlock head={t('tickets.block.dispatch')}>
            <LedgerRow columns="1.3fr 1fr">
              <Fact label={t('tickets.field.dispatchNo')} source={order?.dispatcherName}>
                {order?.number}
              </Fact>
              <Fact label={t('tickets.field.technician')}>{order?.technicianName}</Fact>
            </LedgerRow>
            <LedgerRow columns="1.3fr 1fr">
              <Fact label={t('tickets.field.visit')}>
                {order
                  ? `${dayText(order.visitFromAt, zone).slice(5)} ${windowText(order.visitFromAt, order.visitToAt, zone)}`
                  : ''}
              </Fact>
              <Fact label={t('tickets.field.partsToBring')}>{order?.parts}</Fact>
            </LedgerRow>
            <LedgerRow columns="1.3fr 1fr">
              <Fact label={t('tickets.field.cause')}>{order?.cause}</Fact>
              <Fact label={t('tickets.field.measure')}>{order?.measure}</Fact>
            </LedgerRow>
            {preset?.promise ? (
              <LedgerRow columns="1.3fr 1fr">
                <Fact label={t('tickets.field.within3h', { span: span(preset.promise.withinMinutes) })}>
                  {order ? t(`tickets.within3h.${order.within3h}`) : ''}
                </Fact>
                <Fact
                  label={t('tickets.field.rescheduleReason')}
                  source={order?.consent ? t(`tickets.consent.${order.consent}`) : ''}
                >
                  {order?.rescheduleReason}
                </Fact>
              </LedgerRow>
            ) : null}
            <LedgerRow>
              <Fact label={t('tickets.field.attempts')}>
                {order ? (
                  <Attempts
                    order={order}
                    attempts={preset?.contact.attempts ?? 3}
                    nowAt={nowAt}
                    next={contactNow(order, preset?.contact ?? { attempts: 3, gapMinutes: 10 }, nowAt)}
                  />
                ) : null}
              </Fact>
            </LedgerRow>
            {order && preset && preset.beforeLeaving.length > 0 ? (
              <LedgerRow>
                <Fact label={t('tickets.field.beforeLeaving')}>
                  <Preparations order={order} asked={preset.beforeLeaving} />
                </Fact>
              </LedgerRow>
            ) : null}
          </LedgerBlock>
        ) : null}
        {page.plans.length > 0 ? (
          <LedgerBlock head={t('tickets.block.plan')}>
            {page.plans.map(({ id, at, byName, cause, plan }) => (
              <LedgerRow key={id} columns="1fr 1.3fr">
                <Fact label={t('tickets.field.foundCause')} source={<WhenText at={at} nowAt={nowAt} />}>
                  {cause}
                </Fact>
                <Fact label={t('tickets.field.plan')} source={t('tickets.plan.by', { who: byName })}>
                  {plan}
                </Fact>
              </LedgerRow>
            ))}
          </LedgerBlock>
        ) : null}
        <LedgerBlock head={t('tickets.block.visit')}>
          <LedgerRow columns="1.3fr 1fr 1fr">
            <Fact label={t('tickets.field.servicePerson')} source={result?.serviceOn.slice(5)}>
              {result?.servicePersonName}
            </Fact>
            <Fact label={t('tickets.field.arrived')}>{timeText(result?.arrivedAt ?? null, zone)}</Fact>
            <Fact label={t('tickets.field.finished')}>{timeText(result?.finishedAt ?? null, zone)}</Fact>
          </LedgerRow>
          <LedgerRow>
            <Fact
              label={t('tickets.field.result')}
              source={hasResult ? optionText(outcomeOptions, result.outcome, language) : ''}
            >
              {result?.result}
            </Fact>
          </LedgerRow>
          <LedgerRow columns="1fr 1.35fr 1fr">
            <Fact label={t('tickets.field.partsUsed')}>
              {result?.parts.map(({ name, quantity }) => `${name} ×${quantity}`).join(t('tickets.comma'))}
            </Fact>
            <Fact
              label={t('tickets.field.charge')}
              source={hasResult ? optionText(receiptOptions, result.receipt, language) : ''}
            >
              {result?.chargeCents == null ? '' : formatCents(result.chargeCents, language)}
            </Fact>
            <Fact label={t('tickets.field.satisfaction')}>
              {result?.satisfaction ? optionText(satisfactionOptions, result.satisfaction, language) : ''}
            </Fact>
          </LedgerRow>
          {result?.opinion ? (
            <LedgerRow>
              <Fact label={t('tickets.field.opinion')}>{result.opinion}</Fact>
            </LedgerRow>
          ) : null}
        </LedgerBlock>
        {earlier.map((visit, index) => (
          <LedgerBlock key={visit.id} head={t('tickets.block.earlierVisit', { nth: earlier.length - index })}>
            <LedgerRow columns="1.3fr 1fr 1fr">
              <Fact label={t('tickets.field.servicePerson')} source={visit.serviceOn.slice(5)}>
                {visit.servicePersonName}
              </Fact>
              <Fact label={t('tickets.field.arrived')}>{timeText(visit.arrivedAt, zone)}</Fact>
              <Fact label={t('tickets.field.finished')}>{timeText(visit.finishedAt, zone)}</Fact>
            </LedgerRow>
            <LedgerRow>
              <Fact label={t('tickets.field.result')} source={optionText(outcomeOptions, visit.outcome, language)}>
                {visit.result}
              </Fact>
            </LedgerRow>
          </LedgerBlock>
        ))}
        <LedgerBlock head={t('tickets.block.ledger')}>
          <LedgerRow columns="1.1fr 1fr 1.3fr">
            <Fact label={t('tickets.ledger.lineNo')} source={ledger?.on}>
              {ledger?.lineNo}
            </Fact>
            <Fact label={t('tickets.ledger.warranty')}>
              {ledger ? t(ledger.inWarranty ? 'tickets.ledger.inWarranty' : 'tickets.ledger.outOfWarranty') : ''}
            </Fact>
            <Fact label={t('tickets.ledger.archiveNo')}>{ledger?.archiveNo}</Fact>
          </LedgerRow>
        </LedgerBlock>
      </LedgerForm>
    </div>
  )
}
