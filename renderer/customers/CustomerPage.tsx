import { IconEraser, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CustomerCard, CustomerRow } from '../../shared/customers/schema.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useUndo } from '../history/public.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useShell } from '../app/shell-state.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { useCompany } from '../app/use-house.ts'
import { Asked } from '../kit/Asked.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { Pane } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { Zones } from '../kit/Zones.tsx'
import { useBackToList } from '../lists/public.ts'
import { ProductsPane } from '../products/public.ts'
import { CustomerForm } from './CustomerForm.tsx'
import { type CustomerDraft, draftOf } from './customer-draft.ts'
import { Dealings } from './Dealings.tsx'
import { EraseForm } from './EraseForm.tsx'
import { PeoplePane } from './PeoplePane.tsx'
import { startIntake } from '../intake/public.ts'
import { oftenestFault } from './timeline-entries.ts'
import { TicketsPane } from './TicketsPane.tsx'
import { useCustomerTickets } from './use-customer.ts'
import { stationNow } from '../kit/station-clock.ts'

/** One customer of the archive (客户档案 S13): who, what came and went, what stands there. */
export function CustomerPage({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(api.customers.card.queryOptions({ customerId }))
  return (
    <Asked query={query} lines={8} wayOut={{ href: '#/customers', text: t('customers.page.toList') }}>
      {(card) => <Standing card={card} />}
    </Asked>
  )
}

function Standing({ card }: { card: CustomerCard }) {
  const { t } = useTranslation()
  const { categoryText } = useKnownChoices()
  const [, navigate] = useLocation()
  const may = useShell((state) => state.member?.may)
  const [draft, setDraft] = useState<CustomerDraft | null>(null)
  const tickets = useCustomerTickets(card.customer.id)
  const company = useCompany()
  const toList = useBackToList('/customers')
  const { customer } = card
  const undoing = useUndo({ kind: 'customers.customer', id: customer.id })
  const [isErasing, setErasing] = useState(false)
  const isHere = customer.erasedAt === null
  const canEdit = isHere && may?.('customers.edit') === true
  const canTake = isHere && may?.('intake.take') === true
  const canErase = isHere && !draft && may?.('customers.erase') === true
  const edit = () => setDraft((before) => before ?? draftOf(customer))
  const takeCall = () => {
    if (company) startIntake(card, company, stationNow())
    navigate('/intake')
  }
  useCommands([
    ...(canEdit ? [{ id: 'customers.edit', text: 'customers.page.edit', keys: ['E'], run: edit }] : []),
    ...(canTake ? [{ id: 'customers.takeCall', text: 'customers.page.takeCall', keys: ['F2'], run: takeCall }] : []),
    {
      id: 'customers.toList',
      text: 'customers.page.toList',
      keys: ['Alt+ArrowLeft'],
      run: toList,
    },
  ])
  const actions = (
    <>
      {canEdit && !draft ? (
        <KeyButton icon={IconPencil} keyCap="E" capAt="after" onClick={edit}>
          {t('kit.button.edit')}
        </KeyButton>
      ) : null}
      {canErase && !isErasing ? (
        <KeyButton look="quiet" icon={IconEraser} onClick={() => setErasing(true)}>
          {t('customers.erase.ask')}
        </KeyButton>
      ) : null}
      {canTake ? (
        <KeyButton look={draft ? 'plain' : 'primary'} icon={IconPlus} keyCap="F2" capAt="after" onClick={takeCall}>
          {t('customers.page.takeCall')}
        </KeyButton>
      ) : null}
    </>
  )
  return (
    <Zones
      head={
        <PageHead
          title={customer.name}
          note={headNote(customer, categoryText)}
          verdicts={<HeadVerdicts card={card} tickets={tickets.data?.rows ?? []} />}
          actions={actions}
        />
      }
      left={<PeoplePane customer={customer} onAdd={canEdit ? edit : undefined} />}
      fourth={tickets.data ? <TicketsPane tickets={tickets.data.rows} /> : null}
      right={
        <ProductsPane
          customerId={customer.id}
          products={card.products}
          openTickets={card.openTickets}
          onUndo={undoing?.undo}
        />
      }
    >
      {draft ? (
        <Pane label={t('customers.form.title')} scrolls>
          <CustomerForm
            stored={customer}
            draft={draft}
            onDraft={setDraft}
            onUndo={undoing?.undo}
            onDone={() => setDraft(null)}
          />
        </Pane>
      ) : canErase && isErasing ? (
        <Pane label={t('customers.erase.ask')} scrolls>
          <EraseForm customer={customer} onClose={() => setErasing(false)} />
        </Pane>
      ) : (
        <Dealings card={card} tickets={tickets} undoing={undoing} />
      )}
    </Zones>
  )
}

const headNote = ({ number, category }: CustomerRow, nameOf: (code: string) => string) =>
  `${number} · ${nameOf(category)}`

function HeadVerdicts({ card, tickets }: { card: CustomerCard; tickets: readonly TicketRow[] }) {
  const { t } = useTranslation()
  const often = oftenestFault(tickets)
  return (
    <>
      {card.customer.erasedAt ? <Verdict kind="none">{t('customers.erase.erased')}</Verdict> : null}
      {often ? (
        <Verdict kind="warn" title={often.productName}>
          {t('customers.page.sameFault', { count: often.count })}
        </Verdict>
      ) : null}
      {card.openTickets.length > 0 ? (
        <Verdict kind="clock">{t('customers.page.openTickets', { count: card.openTickets.length })}</Verdict>
      ) : null}
    </>
  )
}
