import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow, PersonRow, PhoneRow } from '../../shared/customers/schema.ts'
import { FactList } from '../kit/FactList.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { Pane, PaneHead, PaneSection } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { AddressLines } from './AddressLines.tsx'
import look from './PeoplePane.module.css'
import { PhoneLine } from './PhoneLine.tsx'
import { useFacts } from './use-facts.tsx'

/** Who can be reached and where: people with their phones, addresses, what was agreed. */
export function PeoplePane({ customer, onAdd }: { customer: CustomerRow; onAdd?: (() => void) | undefined }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { people, phones } = customer
  const here = people.filter(({ leftOn }) => leftOn === null)
  const gone = people.filter(({ leftOn }) => leftOn !== null)
  const loose = phones.filter(({ personId }) => !people.some(({ id }) => id === personId))
  const agreed = useFacts(customer, 'agreed')
  return (
    <Pane label={t('customers.people.title')} scrolls>
      <PaneSection
        head={
          <PaneHead
            title={t('customers.people.title')}
            count={people.length}
            action={onAdd ? <IconButton icon={IconPlus} label={t('customers.people.add')} onClick={onAdd} /> : null}
          />
        }
      >
        {[...here, ...gone].map((person) => (
          <Person key={person.id} person={person} phones={phones.filter(({ personId }) => personId === person.id)} />
        ))}
        {loose.length > 0 ? (
          <div className={look.person}>
            {loose.map((phone) => (
              <PhoneLine key={phone.id} phone={phone} />
            ))}
          </div>
        ) : null}
      </PaneSection>
      <AddressLines customer={customer} />
      <PaneSection isPadded head={<PaneHead title={t('customers.people.agreed')} />}>
        <FactList
          labelRem={3.5}
          facts={[
            ...agreed,
            [t('customers.people.since'), <WhenText key="since" at={customer.createdAt} nowAt={nowAt} />],
            [t('customers.people.checked'), <WhenText key="checked" at={customer.updatedAt} nowAt={nowAt} />],
          ]}
        />
      </PaneSection>
      {customer.note ? (
        <PaneSection isPadded head={<PaneHead title={t('customers.field.note')} />}>
          <p className={look.note}>{customer.note}</p>
        </PaneSection>
      ) : null}
    </Pane>
  )
}

function Person({ person, phones }: { person: PersonRow; phones: readonly PhoneRow[] }) {
  const { t } = useTranslation()
  const isGone = person.leftOn !== null
  const about = [
    person.title,
    person.note,
    isGone ? t('customers.people.left', { month: person.leftOn?.slice(0, 7) }) : '',
  ]
  return (
    <div className={isGone ? `${look.person} ${look.gone}` : look.person}>
      <p className={look.name}>
        <b>{person.name}</b> <span>{about.filter(Boolean).join(t('customers.comma'))}</span>
      </p>
      {phones.map((phone) => (
        <PhoneLine key={phone.id} phone={phone} />
      ))}
    </div>
  )
}
