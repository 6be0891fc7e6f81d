import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { FactList } from '../kit/FactList.tsx'
import { Pane, PaneHead, PaneSection } from '../kit/Pane.tsx'
import { PhoneText } from '../kit/PhoneText.tsx'
import { useEntry } from './entry-context.ts'
import look from './FactsPane.module.css'
import { WarrantyBadge } from './ProductList.tsx'
import { useTimes } from './use-trade.ts'

/** What a wide window has room for: the whole customer, every warranty, and who else is on duty. */
export function FactsPane() {
  const { t } = useTranslation()
  const { card, trade } = useEntry()
  const times = useTimes(trade)
  const { categoryText } = useKnownChoices()
  const seats = useQuery(api.intake.seats.queryOptions())
  return (
    <Pane label={t('intake.facts')} scrolls>
      {card ? (
        <>
          <PaneSection
            isPadded
            head={
              <PaneHead
                title={t('intake.unit')}
                action={
                  <a className={look.link} href={`#/customers/${card.customer.id}`}>
                    {t('intake.openFile')}
                  </a>
                }
              />
            }
          >
            <FactList
              labelRem={4.5}
              facts={[
                [t('intake.fact.number'), card.customer.number] as const,
                [t('intake.field.category'), categoryText(card.customer.category)] as const,
                [t('presets.field.address'), card.customer.address] as const,
                [t('intake.fact.way'), card.customer.addressNote] as const,
                [t('intake.fact.bestTime'), card.customer.bestTime] as const,
                [t('intake.fact.invoice'), card.customer.invoiceAddress] as const,
                [t('intake.notes'), card.customer.note] as const,
              ].filter(([, value]) => value !== '')}
            />
          </PaneSection>
          {card.customer.people.length > 0 ? (
            <PaneSection isPadded head={<PaneHead title={t('intake.people')} count={card.customer.people.length} />}>
              {card.customer.people.map((person) => (
                <p key={person.id} className={person.leftOn ? `${look.row} ${look.left}` : look.row}>
                  <span>
                    {person.name}{' '}
                    <span className={look.dim}>
                      {person.leftOn ? t('intake.leftOn', { on: person.leftOn }) : person.title}
                    </span>
                  </span>
                  <span>
                    {card.customer.phones
                      .filter(({ personId }) => personId === person.id)
                      .map((phone) => (
                        <PhoneText key={phone.id} number={phone.shown} />
                      ))}
                  </span>
                </p>
              ))}
            </PaneSection>
          ) : null}
          {card.products.length > 0 ? (
            <PaneSection isPadded head={<PaneHead title={t('intake.products')} count={card.products.length} />}>
              {card.products.map((product) => (
                <p key={product.id} className={look.row}>
                  <span>{[product.name, product.model].filter(Boolean).join(' ')}</span>
                  <span className={look.end}>
                    <WarrantyBadge warranty={product.warranty} />
                    <span className={look.dim}>
                      {product.warranty.freeUntilOn
                        ? t('intake.warranty.until', { on: product.warranty.freeUntilOn })
                        : ''}
                    </span>
                  </span>
                </p>
              ))}
            </PaneSection>
          ) : null}
        </>
      ) : null}
      <PaneSection isPadded head={<PaneHead title={t('intake.seats')} count={seats.data?.length} />}>
        {(seats.data ?? []).map((seat) => (
          <p key={seat.memberId} className={look.row}>
            <span>{seat.name}</span>
            <span className={look.dim}>
              {t(`intake.seat.${seat.state}`)}
              {seat.sinceAt && seat.state !== 'free' ? ` ${times.when(seat.sinceAt)}` : ''}
            </span>
          </p>
        ))}
      </PaneSection>
    </Pane>
  )
}
