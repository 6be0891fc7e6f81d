import { useDebouncedValue } from '@mantine/hooks'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { customerFileColumns } from '../../shared/customers/file-columns.ts'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { useShell } from '../app/shell-state.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { DataTable } from '../kit/DataTable.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { Pane } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { SearchBox } from '../kit/SearchBox.tsx'
import { Zones } from '../kit/Zones.tsx'
import { ExportAsk, ExportLines } from '../lists/public.ts'
import look from './CustomerList.module.css'
import { lastWish, keepWish, type ListWish } from './list-state.ts'
import { askedFor, useCustomerList } from './use-customer-list.ts'
import { useListColumns } from './use-list-columns.tsx'

const fileColumns = customerFileColumns.map(({ id }) => id)

/** The archive's list: one box for everything, one chip a category, the newest change first. */
export function CustomerList() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const may = useShell((state) => state.member?.may)
  const [wish, setWish] = useState<ListWish>(lastWish)
  const [text] = useDebouncedValue(wish.text, 150)
  const { query, rows } = useCustomerList({ text, category: wish.category })
  const columns = useListColumns()
  const known = useKnownChoices()
  const area = useRef<HTMLDivElement>(null)
  const change = (part: Partial<ListWish>) => setWish((before) => ({ ...before, ...part }))
  useEffect(() => keepWish(wish), [wish])

  const open = (row: CustomerListRow) => {
    keepWish({ ...wish, chosen: row.id })
    navigate(`/customers/${row.id}`)
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

  const head = (
    <div className={look.head}>
      <div className={look.search}>
        <SearchBox
          value={wish.text}
          onChange={(value) => change({ text: value })}
          placeholder={t('customers.list.search')}
          onKeyDown={(event) => {
            const first = rows?.[0]
            if (event.nativeEvent.isComposing || !first) return
            if (event.key === 'Enter' && text === wish.text) open(rows.find(({ id }) => id === wish.chosen) ?? first)
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            if (!rows.some(({ id }) => id === wish.chosen)) change({ chosen: first.id })
            area.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
          }}
        />
      </div>
      <ChoiceChips
        label={t('customers.field.category')}
        choices={[
          { value: 'all', text: t('customers.category.all') },
          ...known.categories.map(({ code }) => ({ value: code, text: known.categoryText(code) })),
        ]}
        value={wish.category}
        onChange={(category) => change({ category: category ?? 'all' })}
      />
      <span className={look.actions}>
        <ExportAsk
          list="customers.list"
          name={t('customers.list.title')}
          wish={askedFor({ text, category: wish.category })}
          columns={customerFileColumns}
          shown={fileColumns}
        />
        {canImport ? (
          <KeyButton icon={IconFileImport} onClick={() => navigate('/customers/import')}>
            {t('customers.list.import')}
          </KeyButton>
        ) : null}
        {canEdit ? (
          <KeyButton look="primary" icon={IconPlus} keyCap="N" capAt="after" onClick={add}>
            {t('customers.list.new')}
          </KeyButton>
        ) : null}
      </span>
      <div className={look.whole}>
        <ExportLines />
      </div>
    </div>
  )
  const isFiltered = text.trim() !== '' || wish.category !== 'all'
  return (
    <Zones head={head}>
      <Pane label={t('customers.list.title')}>
        <div ref={area} className={look.table}>
          {query.isError && !rows ? (
            <div className={look.whole}>
              <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
            </div>
          ) : (
            <DataTable
              label={t('customers.list.title')}
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              chosen={wish.chosen}
              onChoose={({ id }) => change({ chosen: id })}
              onOpen={open}
              onNearEnd={() => {
                if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
              }}
              empty={{
                title: t(isFiltered ? 'customers.list.noHit' : 'customers.list.empty'),
                todo: t(isFiltered ? 'customers.list.noHitTodo' : 'customers.list.emptyTodo'),
                ...(canEdit ? { action: <KeyButton onClick={add}>{t('customers.list.new')}</KeyButton> } : {}),
              }}
            />
          )}
        </div>
      </Pane>
    </Zones>
  )
}
