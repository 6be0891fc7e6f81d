import { newId } from '../app/new-id.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductRow } from '../../shared/products/schema.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useShell } from '../app/shell-state.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { IconButton } from '../kit/IconButton.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Pane, PaneHead } from '../kit/Pane.tsx'
import { NextSteps } from './NextSteps.tsx'
import { newProductDraft, type ProductDraft, productDraftOf } from './product-draft.ts'
import { ProductCard } from './ProductCard.tsx'
import { ProductForm } from './ProductForm.tsx'
import { WarrantyWhy } from './WarrantyWhy.tsx'

interface ProductsPaneProps {
  customerId: string
  products: readonly ProductRow[]
  openTickets: readonly TicketRow[]
  /** Takes the last save back; absent where nobody may. */
  onUndo?: (() => void) | undefined
}

/** The customer's products with their warranty, why it is so, and what comes next. One is changed or added in place. */
export function ProductsPane({ customerId, products, openTickets, onUndo }: ProductsPaneProps) {
  const { t } = useTranslation()
  const mayEdit = useShell((state) => state.member?.may('products.edit') === true)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [draft, setDraft] = useState<ProductDraft | null>(null)
  const chosen = products.find(({ id }) => id === chosenId) ?? products[0]
  const add = () => setDraft((before) => before ?? newProductDraft(newId(), customerId))
  useCommands(mayEdit ? [{ id: 'products.add', text: 'products.add', keys: ['Alt+P'], run: add }] : [])

  const form = (stored?: ProductRow) =>
    draft ? (
      <ProductForm
        stored={stored}
        draft={draft}
        onDraft={setDraft}
        onUndo={onUndo}
        onDone={(saved) => {
          setDraft(null)
          if (saved) setChosenId(saved.id)
          else sayNotice(t('products.givenUp'), { undo: () => setDraft(draft) })
        }}
      />
    ) : null
  const isNew = draft !== null && !products.some(({ id }) => id === draft.id)
  return (
    <Pane label={t('products.title')} scrolls>
      <PaneHead
        title={t('products.title')}
        note={t('products.count', { count: products.length })}
        action={
          mayEdit && !draft ? <IconButton icon={IconPlus} label={`${t('products.add')} Alt+P`} onClick={add} /> : null
        }
      />
      {isNew ? form() : null}
      {products.map((product) =>
        draft?.id === product.id ? (
          <div key={product.id}>{form(product)}</div>
        ) : (
          <ProductCard
            key={product.id}
            product={product}
            isChosen={products.length > 1 && product.id === chosen?.id}
            onChoose={() => setChosenId(product.id)}
            onEdit={mayEdit && !draft ? () => setDraft(productDraftOf(product)) : undefined}
          />
        ),
      )}
      {products.length === 0 && !isNew ? (
        <EmptyState
          title={t('products.empty')}
          todo={t('products.emptyTodo')}
          {...(mayEdit ? { action: <KeyButton onClick={add}>{t('products.add')}</KeyButton> } : {})}
        />
      ) : null}
      {chosen ? <WarrantyWhy product={chosen} /> : null}
      <NextSteps tickets={openTickets} />
    </Pane>
  )
}
