import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { customerFileColumns } from '../../shared/customers/file-columns.ts'
import type { customerSorts } from '../../shared/customers/lists.ts'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { api, client, type Inputs } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useShell } from '../app/shell-state.ts'
import { useCompany } from '../app/use-house.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Pane } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { Zones } from '../kit/Zones.tsx'
import {
  daysOf,
  FilterChips,
  List,
  type ListSteps,
  type ListWish,
  SavedViews,
  TotalsFoot,
  useSpanFilter,
} from '../lists/public.ts'
import { useListColumns } from './use-list-columns.tsx'

type CustomerSort = (typeof customerSorts)[number]

/** The archive's list: one box for everything, narrowed, sorted, summed up; the newest change first. */
export function CustomerList() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const may = useShell((state) => state.member?.may)
  const nowAt = useNow()
  const company = useCompany()
  const columns = useListColumns()
  const known = useKnownChoices()
  const contacted = useSpanFilter('contacted', t('customers.list.lastContact'))
  const created = useSpanFilter('created', t('customers.list.created'))
  const category = {
    id: 'category',
    label: t('customers.field.category'),
    choices: known.categories.map(({ code }) => ({ value: code, text: known.categoryText(code) })),
  }
  const canEdit = may?.('customers.edit') === true
  const canImport = may?.('customers.import') === true
  const add = () => navigate('/customers/new')
  useCommands([
    ...(canEdit ? [{ id: 'customers.new', text: 'customers.list.new', keys: ['N'], run: add }] : []),
    ...(canImport
      ? [{ id: 'customers.import', text: 'customers.list.import', run: () => navigate('/customers/import') }]
      : []),
  ])
  const narrowed = ({ text, filters }: ListWish) => {
    const today = dayOf(nowAt, company?.timeZone ?? 'UTC')
    const [last, filed] = [daysOf(filters['contacted'], today), daysOf(filters['created'], today)]
    return {
      ...{ text: text.trim(), category: filters['category'] ?? null },
      ...{ contactedFrom: last.from, contactedTo: last.to, createdFrom: filed.from, createdTo: filed.to },
    }
  }
  const steps: ListSteps<CustomerListRow> = {
    matching: async (wish) => (await client.customers.matching.query(narrowed(wish))).ids,
    stillListed: async (wish, ids) =>
      (await client.customers.stillListed.query({ ...narrowed(wish), ids: [...ids] })).ids,
    file: (wish, ids) => ({ ids: [...ids], ...(wish.sort ? { sort: { ...wish.sort } } : {}) }),
    rowName: ({ number, name }) => `${number} ${name}`,
    bar: null,
    panel: () => null,
  }
  const newCustomer = (
    <KeyButton look="primary" icon={IconPlus} keyCap="N" capAt="after" onClick={add}>
      {t('customers.list.new')}
    </KeyButton>
  )
  return (
    <Zones>
      <Pane label={t('customers.list.title')}>
        <SavedViews list="customers.list">
          {(views) => (
            <List<CustomerListRow>
              key={views.view?.id}
              views={views}
              title={t('customers.list.title')}
              placeholder={t('customers.list.search')}
              columns={columns}
              ask={(wish, after, limit, signal) => {
                const sort = wish.sort && { ...wish.sort, by: wish.sort.by as CustomerSort }
                return client.customers.list.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
              }}
              rowId={({ id }) => id}
              onOpen={({ id }) => navigate(`/customers/${id}`)}
              filters={(state) => <FilterChips state={state} filters={[category, contacted, created]} />}
              file={{ columns: customerFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
              foot={(wish) => <CustomerFoot wish={narrowed(wish)} />}
              {...(may?.('admin.export') ? { steps } : {})}
              actions={
                <>
                  {canImport ? (
                    <KeyButton isSmall icon={IconFileImport} onClick={() => navigate('/customers/import')}>
                      {t('customers.list.import')}
                    </KeyButton>
                  ) : null}
                  {canEdit ? newCustomer : null}
                </>
              }
              empty={{
                ...{ title: t('customers.list.empty'), todo: t('customers.list.emptyTodo') },
                ...(canEdit ? { action: <KeyButton onClick={add}>{t('customers.list.new')}</KeyButton> } : {}),
              }}
              nothingFound={{
                ...{ title: t('customers.list.noHit'), todo: t('customers.list.noHitTodo') },
                ...(canEdit ? { action: <KeyButton onClick={add}>{t('customers.list.new')}</KeyButton> } : {}),
              }}
            />
          )}
        </SavedViews>
      </Pane>
    </Zones>
  )
}

function CustomerFoot({ wish }: { wish: Inputs['customers']['totals'] }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.customers.totals.queryOptions(wish, { placeholderData: keepPreviousData }))
  return (
    <TotalsFoot
      totals={data}
      count={(count, isMore) => t(isMore ? 'customers.list.total.more' : 'customers.list.total.count', { count })}
      sums={{
        products: (count) => t('customers.list.total.products', { count }),
        openTickets: (count) => t('customers.list.total.openTickets', { count }),
        never: (count) => t('customers.list.total.never', { count }),
      }}
    />
  )
}
